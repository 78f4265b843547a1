import type { OrderKind, OrderMailPurpose, OrderState, OrderTurn } from '../../domain/order/types.ts'
import type { Kit } from '../kit.sqlite.ts'

/** Orders of test access, what became of them, and the mails that brreg got. */
export const orderTables = ({ table, text, int, instant, json, index, primaryKey }: Kit) => {
  const orders = table(
    'orders',
    {
      /** `ORD-12` */
      id: text('id').primaryKey(),
      /** the 12 of it: in this order they were made */
      number: int('number').notNull(),
      organisationNumber: text('organisation_number').notNull(),
      kind: text('kind').$type<OrderKind>().notNull(),
      state: text('state').$type<OrderState>().notNull(),
      turn: text('turn').$type<OrderTurn>().notNull(),
      /** null once it was anonymised */
      content: json('content'),
      /** the organisation numbers in the content, sorted, a blank between; they stay */
      companies: text('companies').notNull(),
      /** what the companies' names are found by, see `orders-row.ts`; empty once it was anonymised */
      namesFolded: text('names_folded').notNull(),
      facts: json('facts').notNull(),
      ordererTeam: text('orderer_team').notNull(),
      ordererUser: text('orderer_user').notNull(),
      ordererEmail: text('orderer_email'),
      language: text('language').$type<'nb' | 'en'>().notNull(),
      /** since when it has been in its state */
      since: instant('since').notNull(),
      reminders: int('reminders').notNull(),
      version: int('version').notNull(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      index('orders_by_number').on(t.number),
      index('orders_by_organisation').on(t.organisationNumber, t.number),
      index('orders_by_state').on(t.state, t.number),
      index('orders_by_companies').on(t.organisationNumber, t.kind, t.companies),
    ],
  )
  const orderEvents = table(
    'order_events',
    {
      orderId: text('order_id').notNull(),
      /** counts up within the order, from 1 */
      number: int('number').notNull(),
      event: text('event').notNull(),
      state: text('state').$type<OrderState>().notNull(),
      actor: text('actor').notNull(),
      /** empty once the order was anonymised */
      note: text('note').notNull(),
      at: instant('at').notNull(),
    },
    (t) => [primaryKey({ name: 'order_events_pk', columns: [t.orderId, t.number] })],
  )
  const orderMails = table(
    'order_mails',
    {
      /** also the id of its delivery */
      id: text('id').primaryKey(),
      orderId: text('order_id').notNull(),
      /** counts up within the order, from 1 */
      number: int('number').notNull(),
      purpose: text('purpose').$type<OrderMailPurpose>().notNull(),
      subject: text('subject').notNull(),
      text: text('text').notNull(),
      /** the one to whom it goes */
      to: text('address').notNull(),
      replyTo: text('reply_to').notNull(),
      follows: text('follows'),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [index('order_mails_by_order').on(t.orderId, t.number)],
  )
  const orderCodes = table(
    'order_codes',
    {
      hash: text('hash').primaryKey(),
      orderId: text('order_id').notNull(),
      customerNumber: text('customer_number').notNull(),
      createdAt: instant('created_at').notNull(),
      expiresAt: instant('expires_at').notNull(),
      usedAt: instant('used_at'),
    },
    (t) => [index('order_codes_by_order').on(t.orderId, t.createdAt)],
  )
  const orderConsents = table(
    'order_consents',
    {
      orderId: text('order_id').primaryKey(),
      customerNumber: text('customer_number').notNull(),
      byTeam: text('by_team').notNull(),
      byUser: text('by_user').notNull(),
      at: instant('at').notNull(),
    },
    (t) => [index('order_consents_by_customer').on(t.customerNumber, t.at)],
  )
  return { orders, orderEvents, orderMails, orderCodes, orderConsents }
}
