import { formatsFor } from '../format.ts'
import type { orderPreview as nb } from '../nb/order-preview.ts'

const { list, date } = formatsFor('en')

/** Words of the last look before an order is sent (brreg.md 2, "Warnings"). */
export const orderPreview: typeof nb = {
  title: 'Look over and send',
  submit: 'Send the order',
  intro: 'This is the mail, word for word, in Norwegian. Nothing is sent yet.',
  to: 'To',
  copy: 'Copy and answers to',
  subject: 'Subject',
  companies: 'Is it these?',
  found: {
    place: ({ municipality, county }) => (county === null ? municipality : `${municipality} in ${county}`),
    unchecked: 'not checked in the register',
    states: { bankrupt: 'bankrupt', 'winding-up': 'being wound up', deleted: 'deleted' },
  },
  look: 'Look at this once more. You can send all the same:',
  accept: 'By sending you accept',
  readIn: ({ companies }) =>
    `Real information (production data) about ${list(companies)} is read into the test environment TT02.`,
  customerAgrees: ({ customer }) => `You have asked ${customer}, who said yes to it.`,
  testOnly: 'The fictional company works in the test environment only, and does not lead to production.',
  noProduction: 'Suppliers can’t order production.',
  personal:
    'Names, addresses and phone numbers are personal data, and are sent by mail to a public body. The mail may be open to public access.',
  expected: ({ scope }) =>
    `The access will probably be ${scope}. The Brønnøysund Register Centre decides whether the legal basis holds.`,
  expectedUnknown: 'The Brønnøysund Register Centre decides which access you can have.',
  proof: {
    customer: ({ customer, at }) => `${customer} has shown us that the access was confirmed on ${at}.`,
    said: ({ customer, at }) => `${customer} has said that the access was confirmed on ${at}.`,
  },
  needsCustomer: {
    what: ({ customer }) => `Can’t be sent yet: we don’t know whether ${customer} has access of its own.`,
    why: 'The Brønnøysund Register Centre ties the order to the access that the customer already has. If that is not confirmed, there is nothing to tie it to.',
    next: 'Ask the customer with a message made for it. The order waits then, and you are told when the customer has answered. If the customer has told you already, write it down.',
  },
  edit: 'Change',
  ask: 'Ask the customer',
  said: 'The customer has access',
  cancel: 'Cancel the order',
  cancelSure: {
    title: 'Cancel the order?',
    text: 'Nothing was sent. Names, addresses and phone numbers in the order are erased at once.',
    yes: 'Yes, cancel it',
    no: 'Keep it',
  },
  later: 'To wait, close the window. The draft is in /test-access list.',
  confirmedOn: (day) => date(day),
}
