import { describe, expect, test } from 'vitest'
import { composeBy } from '../../messages/compose.ts'
import { messageKinds } from '../../messages/kinds.ts'
import type { MessageDeps } from '../../messages/message.ts'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import { type OrderTold, orderReminder, orderTold, orderTolds } from '../../src/domain/order/notices.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { textFor } from '../../src/text/index.ts'
import { existing } from '../helpers/order-samples.ts'
import { noFacts } from '../store/order-samples.ts'

const orderer = { teamId: 'T1', userId: 'UKJELL' }
const order: Order = {
  id: 'ORD-7',
  organisationNumber: existing.supplier.number,
  content: existing,
  kind: 'existing',
  state: 'sent',
  turn: 'brreg',
  facts: noFacts,
  orderer,
  ordererEmail: 'kjell@kinn.kommune.example',
  language: 'nb',
  since: 1,
  reminders: 0,
  version: 2,
  createdAt: 1,
  updatedAt: 1,
}

const deliveryOf = (what: OrderTold, over: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  dueAt: 1,
  expiresAt: null,
  state: 'claimed',
  attempts: 0,
  failure: null,
  failureCode: null,
  sentAt: null,
  posted: null,
  acknowledgedAt: null,
  createdAt: 1,
  updatedAt: 1,
  ...orderTold(order, what, { teamId: 'T1', userId: 'UADMIN' }),
  ...over,
})

const compose = (delivery: Delivery, now: Order | null) =>
  composeBy(messageKinds, { store: { order: async () => now } } as unknown as MessageDeps)(delivery)

const said = async (delivery: Delivery, now: Order | null): Promise<string> =>
  JSON.stringify(await compose(delivery, now))

describe('what the orderer is told', () => {
  test.each(orderTolds)('%s: which order, what, and in the language of the order', async (what) => {
    const now: Order = { ...order, state: what === 'mail-failed' ? 'send-failed' : 'sent' }
    for (const language of ['nb', 'en'] as const) {
      const text = await said(deliveryOf(what, { language }), now)
      expect(text).toContain('ORD-7')
      expect(text).toContain(textFor(language).order.told.open)
    }
  })

  test('names who did it', async () => {
    expect(await said(deliveryOf('recorded'), order)).toContain('<@UADMIN>')
    expect(await said({ ...deliveryOf('recorded'), ...orderTold(order, 'recorded') }, order)).not.toContain('<@')
  })

  test.each([
    ['mail-failed', order, 'mended-since'],
    ['recorded', { ...order, orderer: { teamId: 'T1', userId: 'UNEW' } }, 'transferred-since'],
    ['recorded', { ...order, content: null }, 'order-gone'],
    ['recorded', null, 'order-gone'],
  ] as const)('not %s when it is no news any more: %#', async (what, now, suppress) => {
    expect(await compose(deliveryOf(what), now)).toEqual({ suppress })
  })

  test('who gave the order away hears that it is another’s', async () => {
    const now = { ...order, orderer: { teamId: 'T1', userId: 'UNEW' } }
    expect(await compose(deliveryOf('given-away'), now)).toHaveProperty('slack')
  })

  test('a reminder is about the state that it was written in', async () => {
    const delivery: Delivery = { ...deliveryOf('recorded'), ...orderReminder(order, 1, 0) }
    expect(delivery.lane).toBe('reminder')
    expect(await compose(delivery, order)).toHaveProperty('slack')
    expect(await compose(delivery, { ...order, state: 'more-info' })).toEqual({ suppress: 'moved-since' })
  })
})
