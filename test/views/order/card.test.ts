import { describe, expect, it } from 'vitest'
import { type OrderEventName, orderEvents, possibleEvents } from '../../../src/domain/order/machine.ts'
import { orderKinds, orderStates } from '../../../src/domain/order/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { orderCard } from '../../../views/order/card.ts'
import { orderHistory } from '../../../views/order/history.ts'
import { nasty } from '../nasty.ts'
import { order, proof } from './orders.ts'

const t = textFor('nb')

type Button = { action_id?: string; value?: string; confirm?: unknown; style?: string }
const buttonsOf = (of: ReturnType<typeof order>) =>
  orderCard
    .render(t, { order: of, mail: null })
    .message.blocks.flatMap((block) => (block.type === 'actions' ? (block.elements as Button[]) : []))
const idsOf = (of: ReturnType<typeof order>) => buttonsOf(of).map(({ action_id }) => action_id)

/** The button that brings an event about; a conversation lies between for most of them. */
const eventButtons: Partial<Record<OrderEventName, string>> = {
  send: orderCard.actions.preview,
  'send-again': orderCard.actions.sendAgain,
  'ask-more': orderCard.actions.askMore,
  answer: orderCard.actions.answer,
  refuse: orderCard.actions.refuse,
  confirm: orderCard.actions.confirm,
  deliver: orderCard.actions.deliver,
  delegate: orderCard.actions.delegated,
  'delegation-failed': orderCard.actions.delegationFailed,
  revoke: orderCard.actions.revoke,
  'token-issued': orderCard.actions.outcome,
  cancel: orderCard.actions.cancel,
  withdraw: orderCard.actions.withdraw,
}

describe('the card of an order', () => {
  it.each(orderKinds.flatMap((kind) => orderStates.map((state) => [kind, state] as const)))(
    'has a button for what may happen and none for what may not: %s, %s',
    (kind, state) => {
      const events = possibleEvents(kind, state, 'people')
      const ids = idsOf(order(kind, state))
      for (const event of orderEvents) {
        const button = eventButtons[event]
        if (button !== undefined) expect([event, ids.includes(button)]).toEqual([event, events.includes(event)])
      }
    },
  )

  it.each(orderKinds)('asks before what can’t be undone: %s', (kind) => {
    for (const state of orderStates) {
      for (const { action_id, confirm } of buttonsOf(order(kind, state))) {
        const direct = [
          orderCard.actions.cancel,
          orderCard.actions.sendAgain,
          orderCard.actions.delegated,
          orderCard.actions.delegationFailed,
          orderCard.actions.revoke,
        ] as string[]
        if (direct.includes(action_id ?? '')) expect(confirm).toBeDefined()
      }
    }
  })

  it('asks about the customer until its access is confirmed', () => {
    const waiting = order('existing', 'draft')
    expect(idsOf(waiting)).toContain(orderCard.actions.customerSaid)
    const confirmed = { ...waiting, facts: { ...waiting.facts, proof } }
    expect(idsOf(confirmed)).not.toContain(orderCard.actions.customerSaid)
    expect(idsOf(order('fictional', 'draft'))).not.toContain(orderCard.actions.customerMessage)
  })

  it('goes on to production beside the test from the day that the customer has access', () => {
    expect(idsOf(order('existing', 'sent'))).toContain(orderCard.actions.production)
    expect(idsOf(order('existing', 'rejected'))).not.toContain(orderCard.actions.production)
    expect(idsOf(order('fictional', 'in-use'))).not.toContain(orderCard.actions.production)
  })

  it.each(orderKinds)('says what to do in every state, and draws every step once: %s', (kind) => {
    for (const state of orderStates) {
      const text = JSON.stringify(orderCard.render(t, { order: order(kind, state), mail: null }).message)
      const steps = Object.values(t.order.words.steps).filter((step) => text.includes(`. ${step}`))
      expect(steps.length).toBe({ direct: 3, fictional: 4, existing: 5 }[kind])
    }
  })

  it('names who is at work in place of the buttons', () => {
    const busy = { userId: 'U0KARI' }
    const { blocks } = orderCard.render(t, { order: order('direct', 'sent'), mail: null, busy }).message
    expect(blocks.some(({ type }) => type === 'actions')).toBe(false)
    expect(JSON.stringify(blocks)).toContain('<@U0KARI> holder på med dette')
  })

  it('tells nothing of contact persons, whose data do not belong where a card may stand', () => {
    for (const kind of orderKinds) {
      const text = JSON.stringify(orderCard.render(t, { order: order(kind, 'sent'), mail: null }))
      for (const secret of ['Fjellvåg', 'Vigdis', '@', '+47', '40 00'])
        expect(text.replaceAll('<@U0KARI>', '').includes(secret)).toBe(false)
    }
  })
})

describe('the history of an order', () => {
  it('always ends with what happened last, however much was written before', () => {
    const line = { orderId: 'ORD-12', state: 'sent', actor: 'person:T0:U0KARI', at: 0 } as const
    const events = Array.from({ length: 60 }, (_, at) => ({ ...line, number: at, event: 'ask-more', note: nasty.long }))
    const last = { ...line, number: 61, event: 'answer', note: 'Det siste.' }
    const data = { order: order('direct', 'sent'), events: [...events, last], mails: [] }
    for (const surface of Object.values(orderHistory.render(t, data)))
      expect(JSON.stringify(surface)).toContain('Det siste.')
  })
})
