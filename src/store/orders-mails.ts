import { and, eq, inArray, sql } from 'drizzle-orm'
import { nextState } from '../domain/order/machine.ts'
import type { OrderReads, OrderWrites } from '../domain/order/store.ts'
import { type OrderMail, orderStates } from '../domain/order/types.ts'
import { AppError } from '../errors.ts'
import { isShared } from './deliveries-clock.ts'
import type { Ground, Tx } from './engine.ts'
import { orderOf } from './orders-row.ts'
import type { Tables } from './schema.ts'
import { idOf } from './typed-ids.ts'

type MailRow = Tables['orderMails']['$inferSelect']

const mailOf = ({ number: _, ...mail }: MailRow): OrderMail => mail

/** The states in which a lost mail is news; the same of every kind. */
const mayFail = orderStates.filter((state) => nextState('direct', state, 'mail-failed', 'system') !== null)

/** Questions about mails to brreg. */
export const orderMailReads = ({
  db,
  tables: { orders, orderMails, deliveries },
}: Pick<Ground, 'db' | 'tables'>): Pick<OrderReads, 'orderMails' | 'orderMail' | 'ordersWithLostMail'> => {
  return {
    orderMails: async (orderId) => {
      const rows = await db
        .select()
        .from(orderMails)
        .where(eq(orderMails.orderId, idOf(orderId)))
        .orderBy(orderMails.number)
      return rows.map(mailOf)
    },
    orderMail: async (id) => {
      const [row] = await db.select().from(orderMails).where(eq(orderMails.id, id))
      return row ? mailOf(row) : null
    },
    ordersWithLostMail: async (size) => {
      const newest = sql`(select max(newest.number) from ${orderMails} as newest where newest.order_id = ${orders.id})`
      const rows = await db
        .select({ order: orders, mail: orderMails, failure: deliveries.failure })
        .from(orders)
        .innerJoin(orderMails, and(eq(orderMails.orderId, orders.id), eq(orderMails.number, newest)))
        .innerJoin(deliveries, eq(deliveries.id, orderMails.id))
        .where(and(inArray(orders.state, mayFail), eq(deliveries.state, 'failed')))
        .orderBy(orderMails.createdAt, orders.number)
        .limit(size)
      return rows.map(({ order, mail, failure }) => ({ order: orderOf(order), mail: mailOf(mail), failure }))
    },
  }
}

/** Effects on the same. */
export const orderMailWrites = (tx: Tx): Pick<OrderWrites, 'addOrderMail'> => {
  const { db, tables, now } = tx
  const { orders, orderMails } = tables
  return {
    addOrderMail: async (mail) => {
      // the order's row is held, so that two mails of it get two numbers
      const [order] = await db
        .select({ id: orders.id })
        .from(orders)
        .where(sql`${eq(orders.id, idOf(mail.orderId))} ${sql.raw(isShared(tx) ? 'for update' : '')}`)
      if (!order) throw new AppError('internal', 'a mail of no order')
      const last = sql`(select max(${orderMails.number}) from ${orderMails} where ${eq(orderMails.orderId, order.id)})`
      const number = sql<number>`coalesce(${last}, 0) + 1`
      await db.insert(orderMails).values({ ...mail, orderId: order.id, number, createdAt: now() })
    },
  }
}
