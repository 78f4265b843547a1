import { lt, sql } from 'drizzle-orm'
import type { DeliveryWrites } from '../domain/delivery/store.ts'
import { leaseClock } from './deliveries-clock.ts'
import type { Tx } from './engine.ts'

/** An instance that has not been seen for so long is of no interest to anybody, ms. */
const forgottenAfter = 24 * 60 * 60_000

type Shared = Pick<DeliveryWrites, 'beat' | 'takeSlot' | 'holdRate' | 'forgetRates' | 'takeLease'>

/** What instances agree on among themselves: who lives, when the next call may be made, who does what one does for all. */
export const sharedWrites = (tx: Tx): Shared => {
  const { db, now } = tx
  const { workers, rates, leases } = tx.tables
  const clock = () => leaseClock(tx)
  return {
    beat: async (worker) => {
      await db
        .insert(workers)
        .values({ id: worker, startedAt: clock(), seenAt: clock() })
        .onConflictDoUpdate({ target: workers.id, set: { seenAt: sql`excluded.seen_at` } })
      await db.delete(workers).where(lt(workers.seenAt, sql`${clock()} - ${forgottenAfter}`))
    },
    takeSlot: async (key, everyMs) => {
      const at = now()
      const free = sql`case when ${rates.nextAt} > ${at} then ${rates.nextAt} else ${at} end`
      const [row] = await db
        .insert(rates)
        .values({ key, nextAt: at + everyMs })
        .onConflictDoUpdate({ target: rates.key, set: { nextAt: sql`${free} + ${everyMs}` } })
        .returning({ nextAt: rates.nextAt })
      // an upsert without a condition always has a row
      return (row?.nextAt ?? at + everyMs) - everyMs
    },
    holdRate: async (key, until) => {
      await db
        .insert(rates)
        .values({ key, nextAt: until })
        .onConflictDoUpdate({
          target: rates.key,
          set: { nextAt: sql`excluded.next_at` },
          setWhere: sql`${rates.nextAt} < excluded.next_at`,
        })
    },
    forgetRates: async (before) => {
      await db.delete(rates).where(lt(rates.nextAt, before))
    },
    takeLease: async (name, holder, leaseMs) => {
      const taken = await db
        .insert(leases)
        .values({ name, holder, until: sql`${clock()} + ${leaseMs}` })
        .onConflictDoUpdate({
          target: leases.name,
          set: { holder, until: sql`excluded.until` },
          setWhere: sql`${leases.holder} = ${holder} or ${leases.until} <= ${clock()}`,
        })
        .returning({ name: leases.name })
      return taken.length > 0
    },
  }
}
