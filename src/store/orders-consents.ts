import { and, eq, exists, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { endStates } from '../domain/order/machine.ts'
import type { OrderConsent, OrderReads, OrderWrites } from '../domain/order/store.ts'
import type { Ground, Tx } from './engine.ts'
import type { Tables } from './schema.ts'
import { idOf } from './typed-ids.ts'

type Reads = Pick<OrderReads, 'orderCode' | 'orderCodesSince' | 'consentsOf' | 'consentOf'>
type Writes = Pick<OrderWrites, 'addOrderCode' | 'useOrderCode' | 'addConsent' | 'forgetConsent' | 'forgetOrderTraces'>

const consentOfRow = ({ byTeam, byUser, ...row }: Tables['orderConsents']['$inferSelect']): OrderConsent => ({
  ...row,
  by: { teamId: byTeam, userId: byUser },
})

/** Questions about codes for customers, and about what customers said yes to. */
export const orderConsentReads = ({ db, tables: { orderCodes, orderConsents } }: Ground): Reads => ({
  orderCode: async (hash) => {
    const [row] = await db.select().from(orderCodes).where(eq(orderCodes.hash, hash))
    return row ?? null
  },
  orderCodesSince: async (orderId, since) => {
    const [row] = await db
      .select({ count: sql<number>`cast(count(*) as integer)` })
      .from(orderCodes)
      .where(and(eq(orderCodes.orderId, idOf(orderId)), gte(orderCodes.createdAt, since)))
    return row?.count ?? 0
  },
  consentsOf: async (customerNumber) => {
    const rows = await db
      .select()
      .from(orderConsents)
      .where(eq(orderConsents.customerNumber, customerNumber))
      .orderBy(orderConsents.at, orderConsents.orderId)
    return rows.map(consentOfRow)
  },
  consentOf: async (orderId) => {
    const [row] = await db
      .select()
      .from(orderConsents)
      .where(eq(orderConsents.orderId, idOf(orderId)))
    return row ? consentOfRow(row) : null
  },
})

/** Effects on the same. Each is one statement, so that of two at once neither is lost. */
export const orderConsentWrites = ({ db, tables: { orders, orderCodes, orderConsents }, now }: Tx): Writes => ({
  addOrderCode: async (code) => {
    await db.insert(orderCodes).values({ ...code, orderId: idOf(code.orderId), createdAt: now(), usedAt: null })
  },
  useOrderCode: async (hash) => {
    const at = now()
    const used = await db
      .update(orderCodes)
      .set({ usedAt: at })
      .where(and(eq(orderCodes.hash, hash), isNull(orderCodes.usedAt), gt(orderCodes.expiresAt, at)))
      .returning({ hash: orderCodes.hash })
    return used.length > 0
  },
  // who says yes twice said it the last time
  addConsent: async ({ orderId, customerNumber, by, at }) => {
    const said = { customerNumber, byTeam: by.teamId, byUser: by.userId, at }
    await db
      .insert(orderConsents)
      .values({ orderId: idOf(orderId), ...said })
      .onConflictDoUpdate({ target: orderConsents.orderId, set: said })
  },
  forgetConsent: async (orderId) => {
    const gone = await db
      .delete(orderConsents)
      .where(eq(orderConsents.orderId, idOf(orderId)))
      .returning({ orderId: orderConsents.orderId })
    return gone.length > 0
  },
  forgetOrderTraces: async (before) => {
    const codes = await db
      .delete(orderCodes)
      .where(or(lt(orderCodes.expiresAt, before), lt(orderCodes.usedAt, before)))
      .returning({ hash: orderCodes.hash })
    const ended = and(
      eq(orders.id, orderConsents.orderId),
      inArray(orders.state, [...endStates]),
      lt(orders.updatedAt, before),
    )
    const consents = await db
      .delete(orderConsents)
      .where(exists(db.select({ one: sql`1` }).from(orders).where(ended)))
      .returning({ orderId: orderConsents.orderId })
    return codes.length + consents.length
  },
})
