import { and, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { noTelling } from '../domain/delivery/delivery.ts'
import type { DeliveryWrites, SentAgain } from '../domain/delivery/store.ts'
import { leaseClock } from './deliveries-clock.ts'
import { endColumns, unclaimed } from './deliveries-mark.ts'
import { deliveryOf } from './deliveries-row.ts'
import type { Tx } from './engine.ts'
import { isUndelivered } from './tables/deliveries.ts'

type Lost = Pick<DeliveryWrites, 'claimLost' | 'endLookUp' | 'cameBack' | 'sendAgain' | 'sendAllAgain'>

/** What happens to rows whose attempts came to nothing, or to nothing that anybody knows of. */
export const lostWrites = (tx: Tx): Lost => {
  const { db, now } = tx
  const { deliveries } = tx.tables
  const isUnknown = eq(deliveries.state, 'unknown')
  const clock = () => leaseClock(tx)
  /** As if it had never been tried; an end of its time that has passed is lifted. */
  const fresh = () => {
    const at = now()
    const expiresAt = sql`case when ${deliveries.expiresAt} > ${at} then ${deliveries.expiresAt} else null end`
    const untried = { attempts: 0, dueAt: at, expiresAt, failure: null, failureCode: null }
    return { state: 'queued' as const, ...untried, ...unclaimed, updatedAt: at }
  }
  return {
    claimLost: async ({ worker, token, channel, size, leaseMs, before }) => {
      const isFree = or(isNull(deliveries.leaseUntil), lte(deliveries.leaseUntil, clock()))
      const isLost = and(
        isUndelivered(deliveries),
        isUnknown,
        eq(deliveries.channel, channel),
        ne(deliveries.failure, noTelling),
        lte(deliveries.updatedAt, before),
        isFree,
      )
      const chosen = db.select({ id: deliveries.id }).from(deliveries).where(isLost).orderBy(deliveries.updatedAt)
      const rows = await db
        .update(deliveries)
        .set({ worker, token, leaseUntil: sql`${clock()} + ${leaseMs}` })
        // asked again of the row itself: another instance may have taken it meanwhile
        .where(and(inArray(deliveries.id, chosen.limit(size)), isLost))
        .returning()
      return rows.map((row) => ({ ...deliveryOf(row), token }))
    },
    endLookUp: async ({ id, token }, end) => {
      const ended = await db
        .update(deliveries)
        .set(end === null ? unclaimed : endColumns(end, now()))
        .where(and(eq(deliveries.id, id), eq(deliveries.token, token), isUnknown))
        .returning({ id: deliveries.id })
      return ended.length > 0
    },
    cameBack: async (id, failure, failureCode) => {
      const back = await db
        .update(deliveries)
        .set({ state: 'failed', failure, failureCode, ...unclaimed, updatedAt: now() })
        .where(and(eq(deliveries.id, id), inArray(deliveries.state, ['sent', 'unknown'])))
        .returning({ id: deliveries.id })
      return back.length > 0
    },
    sendAgain: async (id) => {
      const is = and(eq(deliveries.id, id), inArray(deliveries.state, ['failed', 'unknown']))
      const [row] = await db.update(deliveries).set(fresh()).where(is).returning()
      return row ? deliveryOf(row) : null
    },
    sendAllAgain: async (since) => {
      const again = new Map<string | null, SentAgain>()
      for (const state of ['failed', 'unknown'] as const) {
        const rows = await db
          .update(deliveries)
          .set(fresh())
          .where(and(isUndelivered(deliveries), eq(deliveries.state, state), lte(deliveries.updatedAt, since)))
          .returning({ organisationNumber: deliveries.organisationNumber })
        for (const { organisationNumber } of rows) {
          const sum = again.get(organisationNumber) ?? { organisationNumber, failed: 0, unknown: 0 }
          again.set(organisationNumber, { ...sum, [state]: sum[state] + 1 })
        }
      }
      return [...again.values()]
    },
  }
}
