import type { OrderKind, OrderState, OrderTurn } from './types.ts'

/**
 * What can happen to an order. Brreg works behind a mail address, so what it does is told by people: `ask-more`,
 * `refuse`, `confirm` and `deliver` are recorded by the orderer's side or by operators (brreg.md 3).
 */
export const orderEvents = [
  'send',
  'wait-for-customer',
  'customer-confirmed',
  'mail-failed',
  'send-again',
  'ask-more',
  'answer',
  'refuse',
  'confirm',
  'deliver',
  'delegate',
  'delegation-failed',
  'revoke',
  'token-issued',
  'token-refused',
  'cancel',
  'withdraw',
] as const
export type OrderEventName = (typeof orderEvents)[number]

/** Who may bring an event about: people of the order, the bot itself, or somebody of the customer. */
export type OrderEventBy = 'people' | 'system' | 'customer'

type Row = { from: readonly OrderState[]; to: OrderState | 'same'; by: readonly OrderEventBy[] }
type Table = Partial<Record<OrderEventName, readonly Row[]>>

const people = ['people'] as const
const withBrreg: readonly OrderState[] = ['sent', 'more-info']

/** What all kinds share: from the draft to brreg's answer, and the ways out. */
const common: Table = {
  send: [{ from: ['draft'], to: 'sent', by: people }],
  'mail-failed': [{ from: withBrreg, to: 'send-failed', by: ['system'] }],
  'send-again': [{ from: ['send-failed'], to: 'sent', by: people }],
  'ask-more': [{ from: ['sent'], to: 'more-info', by: people }],
  answer: [{ from: ['more-info'], to: 'sent', by: people }],
  refuse: [{ from: withBrreg, to: 'rejected', by: people }],
  // a draft that nobody touched for a year is given up without being asked
  cancel: [{ from: ['draft', 'waiting-for-customer'], to: 'cancelled', by: ['people', 'system'] }],
  withdraw: [{ from: [...withBrreg, 'send-failed'], to: 'withdrawn', by: people }],
}

const supplied: Table = {
  ...common,
  deliver: [{ from: withBrreg, to: 'ready-to-delegate', by: people }],
  delegate: [{ from: ['ready-to-delegate'], to: 'delegated', by: ['people', 'customer'] }],
  'delegation-failed': [{ from: ['delegated'], to: 'ready-to-delegate', by: people }],
  revoke: [{ from: ['delegated', 'in-use'], to: 'ready-to-delegate', by: ['people', 'customer'] }],
  'token-issued': [
    // whoever fetches a token has proved the delegation too
    { from: ['ready-to-delegate', 'delegated'], to: 'in-use', by: people },
  ],
  'token-refused': [{ from: ['ready-to-delegate', 'delegated'], to: 'same', by: people }],
}

/** Every transition that there is (brreg.md 3); what is not here is refused. */
export const orderMachine: Record<OrderKind, Table> = {
  direct: {
    ...common,
    // test and production may be confirmed at different times
    confirm: [
      { from: withBrreg, to: 'granted', by: people },
      { from: ['granted', 'in-use'], to: 'same', by: people },
    ],
    'token-issued': [{ from: ['granted'], to: 'in-use', by: people }],
    'token-refused': [{ from: ['granted'], to: 'same', by: people }],
  },
  fictional: supplied,
  existing: {
    ...supplied,
    'wait-for-customer': [{ from: ['draft'], to: 'waiting-for-customer', by: people }],
    'customer-confirmed': [
      { from: ['draft', 'waiting-for-customer'], to: 'draft', by: ['people', 'system', 'customer'] },
    ],
  },
}

/** The states that an order ends in; what ended is anonymised when it is old. */
export const endStates: readonly OrderState[] = ['in-use', 'rejected', 'withdrawn', 'cancelled']

export const isOver = (state: OrderState): boolean => endStates.includes(state)

/** The state after an event; null where it is illegal. */
export const nextState = (
  kind: OrderKind,
  state: OrderState,
  event: OrderEventName,
  by: OrderEventBy,
): OrderState | null => {
  const row = orderMachine[kind][event]?.find((one) => one.from.includes(state) && one.by.includes(by))
  if (row === undefined) return null
  return row.to === 'same' ? state : row.to
}

/** The events that somebody may bring about now, in the order of `orderEvents`. */
export const possibleEvents = (kind: OrderKind, state: OrderState, by: OrderEventBy): OrderEventName[] =>
  orderEvents.filter((event) => nextState(kind, state, event, by) !== null)

/** Whose turn it is in a state. */
export const turnOf = (kind: OrderKind, state: OrderState): OrderTurn => {
  switch (state) {
    case 'sent':
      return 'brreg'
    case 'waiting-for-customer':
      return 'customer'
    case 'ready-to-delegate':
      // the fictional person's number goes to the supplier in B; in C the customer delegates
      return kind === 'existing' ? 'customer' : 'orderer'
    case 'in-use':
    case 'rejected':
    case 'withdrawn':
    case 'cancelled':
      return 'nobody'
    default:
      return 'orderer'
  }
}
