import type { PageAsked, Paged } from '../belonging/store.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Order, OrderContent, OrderEvent, OrderKind, OrderMail, OrderState, OrderTurn } from './types.ts'

/** An order as it is added; the store gives it its id. */
export type NewOrder = Pick<
  Order,
  'organisationNumber' | 'kind' | 'state' | 'turn' | 'facts' | 'orderer' | 'ordererEmail' | 'language'
> & { content: OrderContent }

export type OrderQuery = PageAsked & {
  /** left out: of all organisations */
  organisationNumber?: string
  /** left out: whoever orders */
  orderer?: SlackUser
  states?: readonly OrderState[]
  turn?: OrderTurn
  kind?: OrderKind
  /** an id, or words of a company's name or its number, as typed */
  text?: string
}

/** What moves with an order; the rest stays as it is. A new state begins `since` and `reminders` anew. */
export type OrderPatch = Partial<
  Pick<Order, 'content' | 'state' | 'turn' | 'facts' | 'orderer' | 'ordererEmail' | 'reminders'>
>

/** A code by which a customer lets a supplier see its confirmation: good once. */
export type OrderCode = {
  /** keyed hash of the code */
  hash: string
  orderId: string
  /** the customer whom it is for */
  customerNumber: string
  createdAt: number
  expiresAt: number
  usedAt: number | null
}

/** A customer's yes: the supplier's order may see whether access was confirmed, and the scope. */
export type OrderConsent = { orderId: string; customerNumber: string; by: SlackUser; at: number }

export type OrderReads = {
  /** Null also for another organisation's, where one is given. `id` in any letter case. */
  order(id: string, organisationNumber?: string): Promise<Order | null>
  /** Newest first. */
  orders(query: OrderQuery): Promise<Paged<Order>>
  /** The organisation's orders of a kind about the same companies that are not at their end; newest first. */
  openOrdersLike(of: Pick<NewOrder, 'organisationNumber' | 'kind'> & { companies: readonly string[] }): Promise<Order[]>
  /** The last order of a kind of the organisation whose content is there, to fill in the next from. */
  lastOrder(organisationNumber: string, kind: OrderKind): Promise<Order | null>
  /** Oldest first. */
  orderEvents(orderId: string): Promise<OrderEvent[]>
  /** Oldest first. */
  orderMails(orderId: string): Promise<OrderMail[]>
  orderMail(id: string): Promise<OrderMail | null>
  orderCode(hash: string): Promise<OrderCode | null>
  /** Codes that were made for an order since then (epoch ms). */
  orderCodesSince(orderId: string, since: number): Promise<number>
  /** What a customer let be seen, whichever order of whichever supplier. */
  consentsOf(customerNumber: string): Promise<OrderConsent[]>
  consentOf(orderId: string): Promise<OrderConsent | null>
  /** Orders not at their end that have been in their state since before `since` (epoch ms) with fewer than `reminders`, by id after `after`. */
  ordersToRemind(about: { since: number; reminders: number; after: string | null; size: number }): Promise<Order[]>
  /** Orders with brreg whose newest mail has failed for good (its delivery is `failed`); oldest first. */
  ordersWithLostMail(size: number): Promise<{ order: Order; mail: OrderMail; failure: string | null }[]>
}

export type OrderWrites = {
  /** Gives it its id; writes its first event too. */
  addOrder(order: NewOrder, event: Pick<OrderEvent, 'event' | 'actor' | 'note'>): Promise<Order>
  /** Moves it on, if it still has `version`, and writes the event; null when somebody else was first. */
  moveOrder(
    id: string,
    version: number,
    patch: OrderPatch,
    event: Pick<OrderEvent, 'event' | 'actor' | 'note'> | null,
  ): Promise<Order | null>
  addOrderMail(mail: Omit<OrderMail, 'createdAt'>): Promise<void>
  addOrderCode(code: Omit<OrderCode, 'createdAt' | 'usedAt'>): Promise<void>
  /** False when it was used, is over, or is none. */
  useOrderCode(hash: string): Promise<boolean>
  addConsent(consent: OrderConsent): Promise<void>
  forgetConsent(orderId: string): Promise<boolean>
  /**
   * Takes names, addresses, phone numbers and free text out of at most `size` orders that ended and were left alone since
   * before an instant (epoch ms), with their mails, codes and the notes of their history; ids, kinds, states and
   * organisation numbers of companies stay. Gives back how many.
   */
  anonymiseOrders(endedBefore: number, size: number): Promise<number>
  /** The same of one order, at once: it was cancelled. */
  anonymiseOrder(id: string): Promise<void>
  /**
   * Housekeeping: codes that were used or over before an instant (epoch ms), and consents to orders that ended before
   * it. Gives back how many.
   */
  forgetOrderTraces(before: number): Promise<number>
}
