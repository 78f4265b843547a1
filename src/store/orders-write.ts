import { and, eq, sql } from 'drizzle-orm'
import type { OrderWrites } from '../domain/order/store.ts'
import type { OrderEvent, OrderState } from '../domain/order/types.ts'
import { AppError } from '../errors.ts'
import type { Tx } from './engine.ts'
import { contentColumns, factsColumn, ordererColumns, orderOf, patchColumns } from './orders-row.ts'
import { idOf, takeNumbers } from './typed-ids.ts'

type Line = Pick<OrderEvent, 'event' | 'actor' | 'note'>

/** Effects on orders. Every change counts up the version, and goes by the version that was read. */
export const orderRowWrites = (tx: Tx): Pick<OrderWrites, 'addOrder' | 'moveOrder'> => {
  const { db, tables, now } = tx
  const { orders, orderEvents } = tables
  /** Called by whoever wrote the order's row in this transaction, so by one at a time. */
  const addEvent = async (orderId: string, state: OrderState, { event, actor, note }: Line): Promise<void> => {
    const last = sql`(select max(${orderEvents.number}) from ${orderEvents} where ${eq(orderEvents.orderId, orderId)})`
    const number = sql<number>`coalesce(${last}, 0) + 1`
    await db.insert(orderEvents).values({ orderId, number, event, state, actor, note, at: now() })
  }

  return {
    addOrder: async ({ content, facts, orderer, ...order }, event) => {
      const number = await takeNumbers(tx, 'order', 1)
      const at = now()
      const { companies = '', ...columns } = contentColumns(content)
      const [row] = await db
        .insert(orders)
        .values({
          ...order,
          id: `ORD-${number}`,
          number,
          ...columns,
          companies,
          facts: factsColumn(facts),
          ...ordererColumns(orderer),
          since: at,
          reminders: 0,
          version: 1,
          createdAt: at,
          updatedAt: at,
        })
        .returning()
      if (!row) throw new AppError('internal', 'an order was not kept')
      await addEvent(row.id, row.state, event)
      return orderOf(row)
    },
    moveOrder: async (id, version, patch, event) => {
      const at = now()
      const isNew = patch.state === undefined ? sql`1 = 0` : sql`${orders.state} <> ${patch.state}`
      const [row] = await db
        .update(orders)
        .set({
          since: sql`case when ${isNew} then ${at} else ${orders.since} end`,
          reminders: sql`case when ${isNew} then 0 else ${orders.reminders} end`,
          ...patchColumns(patch),
          version: version + 1,
          updatedAt: at,
        })
        .where(and(eq(orders.id, idOf(id)), eq(orders.version, version)))
        .returning()
      if (!row) return null
      if (event !== null) await addEvent(row.id, row.state, event)
      return orderOf(row)
    },
  }
}
