import type { OrderKind, OrderState } from '../../domain/order/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'
import type { orderCard as nb } from '../nb/order-card.ts'

const plural = pluralsFor('en')
const { number, date, dateTime, list } = formatsFor('en')

/** What is to be done in a state; where kinds differ, by kind. */
const next: Record<OrderState, string | Record<OrderKind, string>> = {
  draft: {
    direct: 'Look the mail over, and send it.',
    fictional: 'Look the mail over, and send it.',
    existing: 'Look the mail over. It can be sent when the customer’s own access is confirmed.',
  },
  'waiting-for-customer':
    'The customer must first have direct access of its own confirmed. Send the customer the message made for it, or write down what the customer has said.',
  sent: {
    direct:
      'The answer comes by mail to you or the test contact. Write down here what it was, and Portvakt shows what you do next.',
    fictional:
      'The Brønnøysund Register Centre makes a fictional company, and answers you or the test contact by mail. Write it down here when the answer has come.',
    existing:
      'The Brønnøysund Register Centre gets the test environment ready, and answers you or the test contact by mail. Write it down here when the answer has come.',
  },
  'send-failed':
    'The mail did not reach the Brønnøysund Register Centre. Send it again. If that fails too, tell whoever runs Portvakt.',
  'more-info':
    'The Brønnøysund Register Centre has a question. Answer here, and the answer goes out in the same mail thread, with a copy to you.',
  granted: 'Create a Maskinporten client in test, fetch a token, and paste the result. “Next steps” shows how.',
  'ready-to-delegate': {
    direct: '',
    fictional:
      'Log in to TT02 as the fictional person in the mail from the Brønnøysund Register Centre, and delegate to yourselves. “Next steps” shows how.',
    existing:
      'Ask the customer to log in to TT02 as the fictional person and delegate to you, and which scope the customer has. “Next steps” shows how.',
  },
  delegated: 'Fetch a token, and paste the result. “Next steps” shows how.',
  'in-use': {
    direct: 'All works in the environment of the token. “Next steps” shows test data, addresses and production.',
    fictional: 'The test works. Production needs a real customer: order then as a supplier with an existing customer.',
    existing:
      'The test works. For production the customer delegates in ordinary Altinn, without a new order. “Next steps” shows how.',
  },
  rejected: {
    direct:
      'If you are a supplier for somebody who has the right to read, you can order as a supplier instead. If you think that the refusal is wrong, answer the mail from the Brønnøysund Register Centre.',
    fictional:
      'If you think that the refusal is wrong, answer the mail from the Brønnøysund Register Centre. Otherwise you can order again.',
    existing: 'Talk to the customer: the order builds on the customer’s own access. Otherwise you can order again.',
  },
  withdrawn: 'The order is over. If you need access after all, order again.',
  cancelled: 'The details in the order are erased. If you need access after all, order again.',
}

/** Words of an order's card. */
export const orderCard: typeof nb = {
  companies: { organisation: 'Organisation', supplier: 'Supplier', customer: 'Customer' },
  acting: ({ organisation }) => `The order belongs to ${organisation}.`,
  turn: 'Now',
  since: ({ at }) => `since ${date(at)}`,
  stopped: 'stopped here',
  next: (state, kind) => {
    const words = next[state]
    return typeof words === 'string' ? words : words[kind]
  },
  customerFirst:
    'The customer’s own access is not confirmed yet. Ask the customer, or write down what the customer has said.',
  facts: {
    scope: 'Scope',
    environments: 'Confirmed',
    unit: 'Fictional company',
    proof: 'The customer’s access',
    client: 'Client',
    token: 'Token issued',
    production: 'Production',
    refused: 'Last try for a token',
  },
  noScope: 'not known yet',
  granted: ({ environment, at }) => `${environment} ${date(at)}`,
  proof: {
    customer: ({ on }) => `confirmed ${date(on)}, shown by the customer`,
    said: ({ on }) => `confirmed ${date(on)}, as the customer has said`,
  },
  production: {
    none: 'the customer has not delegated yet',
    delegated: 'delegated, no token yet',
    'in-use': 'a token was issued',
    revoked: 'the delegation was taken back',
  },
  refused: ({ code, what }) => (code === null ? what : `${code}: ${what}`),
  ordered: ({ at }) => `Created ${date(at)} by`,
  erased: 'The details in the order are erased.',
  busy: 'is at work on this …',
  mail: {
    queued: 'The mail is on its way.',
    retrying: ({ attempts, reason }) =>
      `The mail is not delivered yet: ${reason}. Portvakt tries again by itself (${number(attempts)} ${plural(attempts, { one: 'try', other: 'tries' })} so far).`,
    sent: ({ at }) => `The mail was handed over on ${dateTime(at)}.`,
    failed: ({ reason }) => `The mail was not delivered: ${reason}.`,
    unknown:
      'The connection broke, so we don’t know whether the mail arrived. It is not sent again by itself. You have a copy if it arrived; otherwise an operator can send it again.',
    suppressed: 'The mail was not sent.',
  },
  buttons: {
    preview: 'Look over and send',
    edit: 'Change',
    cancel: 'Cancel the order',
    customerMessage: 'Message to the customer',
    customerSaid: 'The customer has access',
    sendAgain: 'Send again',
    confirm: 'They gave access',
    confirmMore: 'Another environment too',
    deliver: 'The answer has come',
    correct: 'Correct the details',
    askMore: 'They want to know more',
    answer: 'Answer them',
    refuse: 'They refused',
    nextSteps: 'Next steps',
    delegated: 'It is delegated',
    outcome: 'Paste the result',
    delegationFailed: 'The delegation was wrong',
    revoke: 'The delegation is gone',
    production: 'Production',
    history: 'History',
    transfer: 'Give to a colleague',
    withdraw: 'Withdraw the order',
    newOrder: 'New order',
    list: 'All orders',
  },
  sure: {
    sendAgain: {
      title: 'Send the mail again?',
      text: 'The same mail is sent once more, to the same address and with a copy to you.',
      yes: 'Yes, send',
      no: 'Cancel',
    },
    delegated: {
      title: 'Is it delegated?',
      text: 'Confirm that access is delegated in Altinn’s test environment (TT02). Next is to fetch a token.',
      yes: 'Yes, it is delegated',
      no: 'Cancel',
    },
    delegationFailed: {
      title: 'Delegation was wrong?',
      text: 'The order goes back to delegation then, for example since the wrong form was chosen or the token was refused.',
      yes: 'Yes, delegate again',
      no: 'Cancel',
    },
    revoke: {
      title: 'Is the delegation gone?',
      text: 'The order goes back to delegation then, and tokens stop working.',
      yes: 'Yes, it is gone',
      no: 'Cancel',
    },
  },
  notices: {
    drafted: 'The order is saved as a draft. Nothing is sent.',
    sent: ({ to }) => `The order is sent to ${to}, with a copy to you.`,
    sentAgain: 'The mail is sent once more.',
    waiting: 'The order waits for the customer. You are told when the customer has answered.',
    cancelled: 'The order is cancelled. Nothing was sent, and the details are erased.',
    withdrawn: 'The order is withdrawn.',
    withdrawnByMail: 'The order is withdrawn. The Brønnøysund Register Centre is told by mail.',
    answered: 'The answer is sent to the Brønnøysund Register Centre, with a copy to you.',
    recorded: 'It is written down.',
    customerSaid: 'It is written down. The order can be sent now.',
    transferred: 'The order is passed on.',
    issued: 'A token was issued, so the access works.',
    already: 'It had been done before.',
    meanwhile:
      'Something happened to the order while you looked at it. Here it is as it is now. Nothing of yours was done.',
  },
  history: {
    title: 'History',
    none: 'Nothing has happened yet.',
    earlier: ({ count }) => `… and ${number(count)} earlier ${plural(count, { one: 'line', other: 'lines' })}`,
    mails: 'Mails to the Brønnøysund Register Centre',
    showMail: 'Show the mail',
    events: {
      draft: 'The order was created as a draft',
      edit: 'The draft was changed',
      send: 'The order was sent to the Brønnøysund Register Centre',
      'wait-for-customer': 'The order was set to wait for the customer',
      'customer-confirmed': 'The customer’s own access is confirmed',
      'mail-failed': 'The mail did not arrive',
      'send-again': 'The mail was sent again',
      'ask-more': 'The Brønnøysund Register Centre wants to know more',
      answer: 'An answer was sent to the Brønnøysund Register Centre',
      refuse: 'The Brønnøysund Register Centre refused',
      confirm: 'The Brønnøysund Register Centre gave access',
      deliver: 'The Brønnøysund Register Centre has got the test environment ready',
      delegate: 'Access was delegated in Altinn’s test environment (TT02)',
      'delegation-failed': 'The delegation was wrong and has to be made again',
      revoke: 'The delegation was taken away',
      'token-issued': 'Maskinporten issued a token',
      'token-refused': 'Maskinporten refused a token',
      cancel: 'The order was cancelled',
      withdraw: 'The order was withdrawn',
      transfer: 'The order was given to a colleague',
      code: 'A code for the customer was made',
      consent: 'The customer lets the supplier see whether access is confirmed',
      'consent-withdrawn': 'The customer no longer lets the supplier see it',
      correct: 'The details from the Brønnøysund Register Centre were corrected',
      'production-delegated': 'The customer has delegated in production',
      'production-in-use': 'Maskinporten issued a token in production',
      'production-revoked': 'The delegation in production was taken away',
    },
    purposes: {
      order: 'The order',
      answer: 'Answer to a question',
      withdrawal: 'The order is withdrawn',
      transfer: 'New contact person',
    },
    by: 'by',
    system: 'Portvakt',
    at: (at) => dateTime(at),
  },
  sentMail: {
    title: 'The mail',
    to: 'To',
    copy: 'Copy and answers to',
    subject: 'Subject',
    at: ({ at }) => `Written on ${dateTime(at)}.`,
    messageId: 'Message-ID',
    gone: 'The text is erased, since the order is old or was cancelled.',
    back: 'To the history',
  },
  and: (items) => list(items),
}
