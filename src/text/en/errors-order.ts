import type { OrderErrorWords } from '../wording.ts'

/** Words for what can't be done with a test-access order. */
export const orderErrors: OrderErrorWords = {
  'order-state': () => ({
    what: 'The order has come too far for this, or not far enough. Nothing has changed.',
    next: 'Open the order again with /test-access list. Its card shows what can be done now.',
  }),
  'order-needs-customer': () => ({
    what: 'The order can’t be sent yet: the customer’s own access is not confirmed, and without it the Brønnøysund Register Centre has nothing to tie the order to.',
    next: 'Open the order, and ask the customer with the message made for it. If the customer has told you already, press “The customer has access”.',
  }),
  'holds-national-number': () => ({
    what: 'The text holds what looks like a national identity number or a D-number. It was neither saved nor sent.',
    next: 'Take the number out, and send again. It belongs in the mail from the Brønnøysund Register Centre and nowhere else.',
  }),
  'code-invalid': () => ({
    what: 'The code can’t be used. It may be misspelt, used, too old, or made for another organisation.',
    next: 'Look the code over. If it is spelt right, ask the supplier for a new one.',
  }),
}
