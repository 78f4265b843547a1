import type { orderWords as nb } from '../nb/order-words.ts'

/** What the things of an order are called, wherever they stand. */
export const orderWords: typeof nb = {
  kinds: {
    direct: 'Direct access',
    fictional: 'Test with a fictional customer',
    existing: 'Test with an existing customer',
  },
  states: {
    draft: 'Draft, not sent',
    'waiting-for-customer': 'Waiting for the customer to get access',
    sent: 'Sent, waiting for an answer',
    'send-failed': 'The mail did not arrive',
    'more-info': 'The register centre wants to know more',
    granted: 'Access is given',
    'ready-to-delegate': 'Ready to be delegated',
    delegated: 'Delegated, no token yet',
    'in-use': 'Done: a token was issued',
    rejected: 'Refused',
    withdrawn: 'Withdrawn',
    cancelled: 'Cancelled before it was sent',
  },
  turns: {
    orderer: 'whoever ordered',
    brreg: 'the Brønnøysund Register Centre',
    customer: 'the customer',
    nobody: 'nobody, the order is over',
  },
  steps: {
    write: 'Write and send the order',
    customer: 'The customer gets access of its own',
    brreg: 'The Brønnøysund Register Centre answers',
    delegate: 'Access is delegated in Altinn’s test environment (TT02)',
    token: 'A token is issued',
  },
  scopes: {
    offentlig: 'Public authority',
    rapporteringspliktig: 'Reporting duty',
    'rapporteringspliktig.begrenset': 'Reporting duty, limited',
    media: 'Media',
    sivilsamfunnsorganisasjon: 'Civil-society organisation',
    hoeyereutdanningsinstitusjon: 'Higher-education institution',
  },
  environments: { test: 'Test', prod: 'Production' },
  noName: 'the name is erased',
  order: ({ id }) => `Order ${id}`,
}
