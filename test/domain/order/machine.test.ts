import { describe, expect, test } from 'vitest'
import {
  endStates,
  isOver,
  nextState,
  type OrderEventBy,
  type OrderEventName,
  orderEvents,
  possibleEvents,
  turnOf,
} from '../../../src/domain/order/machine.ts'
import { stepsOf } from '../../../src/domain/order/steps.ts'
import { type OrderKind, type OrderState, orderKinds, orderStates } from '../../../src/domain/order/types.ts'

type Moves = Partial<Record<OrderState, Partial<Record<OrderEventName, OrderState>>>>

/** Everything that people may do (brreg.md 3), kind by kind and state by state; what is not here is refused. */
const withBrreg: Moves = {
  draft: { send: 'sent', cancel: 'cancelled' },
  // of C alone: nothing else leads there
  'waiting-for-customer': { cancel: 'cancelled' },
  sent: { 'ask-more': 'more-info', refuse: 'rejected', withdraw: 'withdrawn' },
  'more-info': { answer: 'sent', refuse: 'rejected', withdraw: 'withdrawn' },
  'send-failed': { 'send-again': 'sent', withdraw: 'withdrawn' },
}
const delegated: Moves = {
  ...withBrreg,
  sent: { ...withBrreg.sent, deliver: 'ready-to-delegate' },
  'more-info': { ...withBrreg['more-info'], deliver: 'ready-to-delegate' },
  'ready-to-delegate': { delegate: 'delegated', 'token-issued': 'in-use', 'token-refused': 'ready-to-delegate' },
  delegated: {
    'delegation-failed': 'ready-to-delegate',
    revoke: 'ready-to-delegate',
    'token-issued': 'in-use',
    'token-refused': 'delegated',
  },
  'in-use': { revoke: 'ready-to-delegate' },
}
const people: Record<OrderKind, Moves> = {
  direct: {
    ...withBrreg,
    sent: { ...withBrreg.sent, confirm: 'granted' },
    'more-info': { ...withBrreg['more-info'], confirm: 'granted' },
    granted: { confirm: 'granted', 'token-issued': 'in-use', 'token-refused': 'granted' },
    'in-use': { confirm: 'in-use' },
  },
  fictional: delegated,
  existing: {
    ...delegated,
    draft: { ...withBrreg.draft, 'wait-for-customer': 'waiting-for-customer', 'customer-confirmed': 'draft' },
    'waiting-for-customer': { 'customer-confirmed': 'draft', cancel: 'cancelled' },
  },
}
/** A mail that was lost; and what nobody touched for a year. */
const lost: Moves = {
  draft: { cancel: 'cancelled' },
  'waiting-for-customer': { cancel: 'cancelled' },
  sent: { 'mail-failed': 'send-failed' },
  'more-info': { 'mail-failed': 'send-failed' },
}
const system: Record<OrderKind, Moves> = {
  direct: lost,
  fictional: lost,
  existing: {
    ...lost,
    draft: { ...lost.draft, 'customer-confirmed': 'draft' },
    'waiting-for-customer': { ...lost['waiting-for-customer'], 'customer-confirmed': 'draft' },
  },
}
const delegates: Moves = {
  'ready-to-delegate': { delegate: 'delegated' },
  delegated: { revoke: 'ready-to-delegate' },
  'in-use': { revoke: 'ready-to-delegate' },
}
const customer: Record<OrderKind, Moves> = {
  direct: {},
  fictional: delegates,
  existing: {
    ...delegates,
    draft: { 'customer-confirmed': 'draft' },
    'waiting-for-customer': { 'customer-confirmed': 'draft' },
  },
}
const expected: Record<OrderEventBy, Record<OrderKind, Moves>> = { people, system, customer }

const sides = ['people', 'system', 'customer'] as const
const cells = orderKinds.flatMap((kind) => sides.flatMap((by) => orderStates.map((state) => ({ kind, by, state }))))

describe('the machine', () => {
  test.each(cells)('$kind, $state: $by may do that and nothing else', ({ kind, by, state }) => {
    const moves = expected[by][kind][state] ?? {}
    const found = orderEvents.flatMap((event) => {
      const next = nextState(kind, state, event, by)
      return next === null ? [] : [[event, next]]
    })
    expect(Object.fromEntries(found)).toEqual(moves)
    expect(possibleEvents(kind, state, by).sort()).toEqual(Object.keys(moves).sort())
  })

  test('an order ends in use, refused, withdrawn or given up, and then it is nobody’s turn', () => {
    for (const state of orderStates) {
      expect(isOver(state)).toBe(endStates.includes(state))
      for (const kind of orderKinds) expect(turnOf(kind, state) === 'nobody').toBe(isOver(state))
    }
  })

  test('whose turn it is', () => {
    expect(turnOf('direct', 'sent')).toBe('brreg')
    expect(turnOf('existing', 'waiting-for-customer')).toBe('customer')
    expect(turnOf('existing', 'ready-to-delegate')).toBe('customer')
    expect(turnOf('fictional', 'ready-to-delegate')).toBe('orderer')
    expect(turnOf('direct', 'more-info')).toBe('orderer')
  })
})

describe('the steps of a card', () => {
  const drawn = (kind: OrderKind, state: OrderState) =>
    stepsOf({ kind, state, turn: turnOf(kind, state) }).map((one) => `${one.step} ${one.state} ${one.turn ?? '-'}`)

  test('one is under way, and says whose turn it is', () => {
    expect(drawn('existing', 'waiting-for-customer')).toEqual([
      'customer now customer',
      'write next -',
      'brreg next -',
      'delegate next -',
      'token next -',
    ])
    expect(drawn('fictional', 'sent')).toEqual(['write done -', 'brreg now brreg', 'delegate next -', 'token next -'])
    expect(drawn('direct', 'granted')).toEqual(['write done -', 'brreg done -', 'token now orderer'])
  })

  test('none is where an order stopped, and all are done where a token was issued', () => {
    expect(drawn('direct', 'rejected')).toEqual(['write done -', 'brreg stopped -', 'token next -'])
    expect(drawn('direct', 'cancelled')[0]).toBe('write stopped -')
    for (const kind of orderKinds) expect(drawn(kind, 'in-use').every((line) => line.includes(' done '))).toBe(true)
  })

  test.each(cells)('$kind, $state is on exactly one step at most', ({ kind, state }) => {
    const now = stepsOf({ kind, state, turn: turnOf(kind, state) }).filter((one) => one.state === 'now')
    // a state that a kind cannot have stands on none
    expect(now.length).toBeLessThanOrEqual(1)
  })
})
