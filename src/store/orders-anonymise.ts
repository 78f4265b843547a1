import { and, eq, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { endStates } from '../domain/order/machine.ts'
import type { OrderWrites } from '../domain/order/store.ts'
import type { OrderFacts } from '../domain/order/types.ts'
import { isShared } from './deliveries-clock.ts'
import type { Tx } from './engine.ts'
import { contentColumns, factsColumn, type OrderRow, orderOf } from './orders-row.ts'
import { idOf } from './typed-ids.ts'

/** What became known, without names: a company's may be a person's (form ENK). */
const withoutNames = ({ acknowledged, fictionalUnit, ...facts }: OrderFacts): OrderFacts => ({
  ...facts,
  acknowledged: acknowledged && {
    ...acknowledged,
    companies: acknowledged.companies.map(({ number }) => ({ number, name: '' })),
  },
  fictionalUnit: fictionalUnit && { ...fictionalUnit, name: '' },
})

/** Takes out of orders what is personal, and with it their mails, codes and notes. */
export const orderAnonymisers = (tx: Tx): Pick<OrderWrites, 'anonymiseOrders' | 'anonymiseOrder'> => {
  const { db, tables, now } = tx
  const { orders, orderEvents, orderMails, orderCodes } = tables
  /** Held until the write is over, in the one order in which everybody takes several. */
  const hold = (where: SQL | undefined, size: number): Promise<OrderRow[]> =>
    Promise.resolve(
      db
        .select()
        .from(orders)
        .where(sql`${where} order by ${orders.number} limit ${size} ${sql.raw(isShared(tx) ? 'for update' : '')}`),
    )
  const anonymise = async (rows: OrderRow[]): Promise<void> => {
    for (const row of rows) {
      await db
        .update(orders)
        .set({
          ...contentColumns(null),
          facts: factsColumn(withoutNames(orderOf(row).facts)),
          ordererEmail: null,
          version: sql`${orders.version} + 1`,
          updatedAt: now(),
        })
        .where(eq(orders.id, row.id))
    }
    const ids = rows.map(({ id }) => id)
    await db.update(orderEvents).set({ note: '' }).where(inArray(orderEvents.orderId, ids))
    await db.delete(orderMails).where(inArray(orderMails.orderId, ids))
    await db.delete(orderCodes).where(inArray(orderCodes.orderId, ids))
  }
  return {
    anonymiseOrders: async (endedBefore, size) => {
      const ended = and(inArray(orders.state, [...endStates]), lt(orders.updatedAt, endedBefore))
      const rows = await hold(and(ended, isNotNull(orders.content)), size)
      await anonymise(rows)
      return rows.length
    },
    anonymiseOrder: async (id) => anonymise(await hold(eq(orders.id, idOf(id)), 1)),
  }
}
