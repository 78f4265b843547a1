import { and, eq, sql } from 'drizzle-orm'
import type { RoundReads, RoundWrites } from '../domain/rounds.ts'
import { leaseClock } from './deliveries-clock.ts'
import type { Ground, Tx } from './engine.ts'

/** Questions about rounds. */
export const roundReads = ({ db, tables: { rounds } }: Ground): RoundReads => ({
  roundDueAt: async (name) => {
    const [row] = await db.select({ dueAt: rounds.dueAt }).from(rounds).where(eq(rounds.name, name))
    return row?.dueAt ?? null
  },
})

/** Effects on rounds; every end names its holder, so that who lost a round changes nothing. */
export const roundWrites = (tx: Tx): RoundWrites => {
  const { db } = tx
  const { rounds } = tx.tables
  return {
    takeRound: async (name, holder, leaseMs) => {
      const clock = leaseClock(tx)
      const leaseUntil = sql`${clock} + ${leaseMs}`
      const [row] = await db
        .insert(rounds)
        .values({ name, dueAt: clock, goesOnAfter: null, holder, leaseUntil })
        .onConflictDoUpdate({
          target: rounds.name,
          set: { holder, leaseUntil },
          setWhere: sql`${rounds.dueAt} <= ${clock} and (${rounds.holder} is null or ${rounds.leaseUntil} <= ${clock})`,
        })
        .returning({ after: rounds.goesOnAfter })
      return row ?? null
    },
    endRound: async (name, holder, { dueInMs, after }) => {
      const clock = leaseClock(tx)
      const set = { dueAt: sql`${clock} + ${dueInMs}`, holder: null, leaseUntil: null }
      const ended = await db
        .update(rounds)
        .set({ ...set, ...(after !== undefined && { goesOnAfter: after }) })
        .where(and(eq(rounds.name, name), eq(rounds.holder, holder)))
        .returning({ name: rounds.name })
      return ended.length > 0
    },
  }
}
