import { and, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { noTelling } from '../domain/delivery/delivery.ts'
import type { DeliveryWrites } from '../domain/delivery/store.ts'
import { leaseClock } from './deliveries-clock.ts'
import { endColumns, unclaimed } from './deliveries-mark.ts'
import { deliveryOf } from './deliveries-row.ts'
import type { Tx } from './engine.ts'
import { isUndelivered } from './tables/deliveries.ts'

type Lost = Pick<DeliveryWrites, 'claimLost' | 'endLookUp' | 'cameBack' | 'sendAgain'>

/** What happens to rows whose attempts came to nothing, or to nothing that anybody knows of. */
export const lostWrites = (tx: Tx): Lost => {
  const { db, now } = tx
  const { deliveries } = tx.tables
  const isUnknown = eq(deliveries.state, 'unknown')
  const clock = () => leaseClock(tx)
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
      const at = now()
      const lifted = sql`case when ${deliveries.expiresAt} > ${at} then ${deliveries.expiresAt} else null end`
      const fresh = { attempts: 0, dueAt: at, expiresAt: lifted, failure: null, failureCode: null }
      const [row] = await db
        .update(deliveries)
        .set({ state: 'queued', ...fresh, ...unclaimed, updatedAt: at })
        .where(and(eq(deliveries.id, id), inArray(deliveries.state, ['failed', 'unknown'])))
        .returning()
      return row ? deliveryOf(row) : null
    },
  }
}
