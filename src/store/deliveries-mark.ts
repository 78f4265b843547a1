import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { DeliveryEnd } from '../domain/delivery/message.ts'
import type { DeliveryWrites, Held } from '../domain/delivery/store.ts'
import type { Tx } from './engine.ts'

/** Nobody's any more. */
export const unclaimed = { worker: null, token: null, leaseUntil: null } as const

/** The columns of an end; `attempts` is what they then count. */
export const endColumns = (end: DeliveryEnd, now: number, attempts?: SQL) => {
  const state = { state: end.state, ...unclaimed, updatedAt: now }
  const posted = { postedChannel: null, postedTs: null }
  if (end.state === 'sent') {
    const where = end.posted ? { postedChannel: end.posted.channel, postedTs: end.posted.ts } : posted
    return { ...state, ...where, sentAt: now, failure: null, failureCode: null }
  }
  if (end.state === 'suppressed') return { ...state, failure: end.failure, failureCode: null }
  const wrong = { failure: end.failure, failureCode: end.failureCode, ...(attempts && { attempts }) }
  return { ...state, ...wrong, ...(end.state === 'queued' && { dueAt: end.dueAt }) }
}

const byToken = <T extends Held>(rows: readonly T[]): [string, T[]][] => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.token, [...(groups.get(row.token) ?? []), row])
  return [...groups]
}

type Marks = Pick<DeliveryWrites, 'beginSending' | 'endSending'>

/** Marks of many rows at once: what leaves by several connections shares a transaction, and mostly a statement. */
export const markWrites = ({ db, now, tables: { deliveries } }: Tx): Marks => {
  const is = (state: 'claimed' | 'sending') => eq(deliveries.state, state)
  const held = (token: string, rows: readonly Held[]) =>
    and(
      inArray(
        deliveries.id,
        rows.map(({ id }) => id),
      ),
      eq(deliveries.token, token),
    )
  // what was put off or failed before it came to sending was an attempt too
  const attempts = sql`case when ${is('claimed')} then ${deliveries.attempts} + 1 else ${deliveries.attempts} end`

  const end = async (token: string, rows: readonly Held[], how: DeliveryEnd): Promise<string[]> => {
    const ended = await db
      .update(deliveries)
      .set(endColumns(how, now(), attempts))
      .where(and(held(token, rows), inArray(deliveries.state, ['claimed', 'sending'])))
      .returning({ id: deliveries.id })
    return ended.map(({ id }) => id)
  }

  return {
    beginSending: async (rows) => {
      const begun: string[] = []
      for (const [token, group] of byToken(rows)) {
        const moved = await db
          .update(deliveries)
          .set({ state: 'sending', attempts: sql`${deliveries.attempts} + 1`, updatedAt: now() })
          .where(and(held(token, group), is('claimed')))
          .returning({ id: deliveries.id })
        begun.push(...moved.map(({ id }) => id))
      }
      return begun
    },
    endSending: async (rows) => {
      const ended: string[] = []
      const isPlain = ({ end }: { end: DeliveryEnd }) => end.state === 'sent' && end.posted === undefined
      for (const [token, group] of byToken(rows)) {
        const plain = group.filter(isPlain)
        if (plain.length > 0) ended.push(...(await end(token, plain, { state: 'sent' })))
        for (const row of group) if (!isPlain(row)) ended.push(...(await end(token, [row], row.end)))
      }
      return ended
    },
  }
}
