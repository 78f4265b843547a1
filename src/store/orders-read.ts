import { and, desc, eq, gt, isNotNull, lt, notInArray, type SQL } from 'drizzle-orm'
import { endStates } from '../domain/order/machine.ts'
import type { OrderReads } from '../domain/order/store.ts'
import type { Order, OrderEvent } from '../domain/order/types.ts'
import type { Ground } from './engine.ts'
import { companiesKey, orderOf } from './orders-row.ts'
import { searchOrders } from './orders-search.ts'
import { idOf } from './typed-ids.ts'

type Asked = 'order' | 'orders' | 'openOrdersLike' | 'lastOrder' | 'orderEvents' | 'ordersToRemind'

/** The number in `ORD-12`, by which orders are in the order in which they were made; 0 for none. */
const numberIn = (id: string | null): number => Number(/\d+$/.exec(id ?? '')?.[0] ?? 0)

/** Questions about orders and their history. */
export const orderRows = (ground: Pick<Ground, 'db' | 'tables'>): Pick<OrderReads, Asked> => {
  const { db, tables } = ground
  const { orders, orderEvents } = tables
  const isOpen = notInArray(orders.state, [...endStates])
  const newestFirst = async (where: SQL | undefined, size?: number): Promise<Order[]> => {
    const query = db.select().from(orders).where(where).orderBy(desc(orders.number))
    return (await (size === undefined ? query : query.limit(size))).map(orderOf)
  }

  return {
    order: async (typed, organisationNumber) => {
      const [row] = await db
        .select()
        .from(orders)
        .where(eq(orders.id, idOf(typed)))
      if (!row || (organisationNumber !== undefined && row.organisationNumber !== organisationNumber)) return null
      return orderOf(row)
    },
    orders: searchOrders(ground),
    openOrdersLike: ({ organisationNumber, kind, companies }) =>
      newestFirst(
        and(
          eq(orders.organisationNumber, organisationNumber),
          eq(orders.kind, kind),
          eq(orders.companies, companiesKey(companies)),
          isOpen,
        ),
      ),
    lastOrder: async (organisationNumber, kind) => {
      const ofKind = and(eq(orders.organisationNumber, organisationNumber), eq(orders.kind, kind))
      const [last] = await newestFirst(and(ofKind, isNotNull(orders.content)), 1)
      return last ?? null
    },
    orderEvents: async (orderId): Promise<OrderEvent[]> =>
      await db
        .select()
        .from(orderEvents)
        .where(eq(orderEvents.orderId, idOf(orderId)))
        .orderBy(orderEvents.number),
    ordersToRemind: async ({ since, reminders, after, size }) => {
      const stands = and(lt(orders.since, since), lt(orders.reminders, reminders), isOpen)
      const rows = await db
        .select()
        .from(orders)
        .where(and(gt(orders.number, numberIn(after)), stands))
        .orderBy(orders.number)
        .limit(size)
      return rows.map(orderOf)
    },
  }
}
