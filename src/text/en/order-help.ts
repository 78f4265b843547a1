import type { orderHelp as nb } from '../nb/order-help.ts'

/** Words of `/test-access help`. */
export const orderHelp: typeof nb = {
  intro:
    'Here you order access to read from the Register of Beneficial Owners at the Brønnøysund Register Centre, and follow the order until a token works:',
  lines: [
    { command: '/test-access', what: 'opens the orders' },
    { command: '/test-access new', what: 'finds the right order with a few questions' },
    { command: '/test-access new direct', what: 'orders for your own organisation, in test and production' },
    { command: '/test-access new fictional', what: 'orders test for a supplier, without a customer' },
    { command: '/test-access new existing', what: 'orders test for a supplier, together with a customer' },
    { command: '/test-access list', what: 'shows the orders, and whom they wait for' },
    { command: '/test-access list example', what: 'finds orders by name or number' },
    { command: '/test-access show ORD-12', what: 'shows one order' },
  ],
  norwegian: 'Norwegian words work too: ny, liste, vis, hjelp; direkte, fiktiv, eksisterende.',
  steps: 'This is how it goes:',
  how: [
    'Portvakt asks, fills in and checks with the register of companies. You see the mail before it is sent.',
    'The Brønnøysund Register Centre answers by mail. It gives no time for that; Portvakt reminds you after five and ten working days.',
    'You write the answer down. Portvakt shows what you do next: delegation, client and token.',
    'The order is done when a token was issued.',
  ],
  suppliers: 'System suppliers can’t order production. The customer orders for itself, and delegates in Altinn.',
  others: [
    { what: 'Questions about the register and the order:', address: 'opendata@brreg.no' },
    { what: 'Other APIs of the Brønnøysund Register Centre:', address: 'oa-fagstillinger@brreg.no' },
    { what: 'Tokens and clients:', address: 'servicedesk@digdir.no' },
    { what: 'Delegation in Altinn:', address: 'servicedesk@altinn.no' },
  ],
  new: 'Order test access',
  list: 'See the orders',
  code: 'I have a code',
}
