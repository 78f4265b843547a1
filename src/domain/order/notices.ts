import { isSamePerson, type SlackUser } from '../belonging/types.ts'
import type { NewDelivery } from '../delivery/delivery.ts'
import type { Order, OrderState } from './types.ts'

/** What whoever answers for an order is told, in Slack. */
export const orderTolds = [
  'mail-failed',
  'reminder-1',
  'reminder-2',
  /** the customer's access was confirmed, or the customer said that it is */
  'customer-confirmed',
  /** the customer agreed that the supplier may see it, and has not been confirmed yet */
  'customer-consented',
  'consent-withdrawn',
  /** somebody answers for the order from now on, and somebody else no more */
  'transferred',
  'given-away',
  'recorded',
] as const
export type OrderTold = (typeof orderTolds)[number]

/** `by`: who did it; null: the bot itself, or somebody of the customer. `state`: a reminder is about that one alone. */
export type OrderToldData = { orderId: string; what: OrderTold; by: SlackUser | null; state: OrderState | null }

const REMINDER_LIFE_MS = 3 * 86_400_000

/** Tells whoever answers for an order. */
export const orderTold = (
  order: Pick<Order, 'id' | 'orderer' | 'organisationNumber' | 'language'>,
  what: OrderTold,
  by: SlackUser | null = null,
): NewDelivery => ({
  kind: 'order-told',
  lane: 'transactional',
  channel: 'slack',
  address: order.orderer.userId,
  language: order.language,
  organisationNumber: order.organisationNumber,
  data: { orderId: order.id, what, by, state: null } satisfies OrderToldData,
})

/** As `orderTold`; nothing for whoever did it themselves. */
export const toldOthers = (order: Order, what: OrderTold, by: SlackUser): NewDelivery[] =>
  isSamePerson(order.orderer, by) ? [] : [orderTold(order, what, by)]

/** Asks how it goes, in working hours (the lane's); of no use once the next one is due. */
export const orderReminder = (
  order: Pick<Order, 'id' | 'orderer' | 'organisationNumber' | 'language' | 'state'>,
  reminder: 1 | 2,
  now: number,
): NewDelivery => ({
  ...orderTold(order, `reminder-${reminder}`),
  lane: 'reminder',
  data: { orderId: order.id, what: `reminder-${reminder}`, by: null, state: order.state } satisfies OrderToldData,
  expiresAt: now + REMINDER_LIFE_MS,
})
