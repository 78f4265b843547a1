import type { orderTold as nb } from '../nb/order-told.ts'

/** Words of what the orderer is told in Slack about an order, without having asked. */
export const orderTold: typeof nb = {
  open: 'Show the order',
  list: 'All orders',
  by: 'By',
  'mail-failed': {
    title: 'The mail did not arrive',
    body: ({ id, companies }) =>
      `The mail to the Brønnøysund Register Centre about ${id} (${companies}) could not be delivered.`,
    next: 'Open the order, and send it again. If that fails too, tell whoever runs Portvakt.',
  },
  'reminder-1': {
    title: 'Reminder',
    body: ({ id, companies }) => `Nothing has happened to ${id} (${companies}) for five working days.`,
  },
  'reminder-2': {
    title: 'Another reminder',
    body: ({ id, companies }) => `Nothing has happened to ${id} (${companies}) for ten working days.`,
  },
  remind: {
    orderer: 'It is your turn. Open the order to see what is left.',
    brreg:
      'If the answer has come by mail, write it down. If it has not, look among the junk mail, or ask in the same mail thread. The Brønnøysund Register Centre gives no time for its answers.',
    customer: 'The order waits for the customer. Ask the customer, with the message made for it.',
    nobody: 'Open the order to see how it went.',
  },
  'customer-confirmed': {
    title: 'The customer has access',
    body: ({ id, companies }) => `The customer’s own access is confirmed, so ${id} (${companies}) can be sent now.`,
    next: 'Open the order, look the mail over, and send it.',
  },
  'customer-consented': {
    title: 'The customer answered',
    body: ({ id, companies }) =>
      `The customer lets you see whether its access is confirmed, and it is not yet. It concerns ${id} (${companies}).`,
    next: 'You need not do anything. You are told when the access is confirmed.',
  },
  transferred: {
    title: 'You were given an order',
    body: ({ id, companies }) => `${id} (${companies}) is yours now. You get its answers and reminders after this.`,
    next: 'Open the order to see how far it has come.',
  },
  'given-away': {
    title: 'A colleague took over',
    body: ({ id, companies }) => `${id} (${companies}) was given to a colleague.`,
    next: 'You need not do anything. The colleague gets its answers and reminders after this.',
  },
  recorded: {
    title: 'Something was recorded',
    body: ({ id, companies }) => `Somebody else wrote something down about your order, ${id} (${companies}).`,
    next: 'Open the order to see what it was, and what comes next.',
  },
  'consent-withdrawn': {
    title: 'Customer took it back',
    body: ({ id, companies }) =>
      `The customer no longer lets you see whether its access is confirmed. It concerns ${id} (${companies}).`,
    next: 'Talk to the customer. Unless the access is confirmed, the order can’t be sent.',
  },
}
