import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { DeliveryEnd } from '../domain/delivery/message.ts'
import type { DeliveryWrites, Held } from '../domain/delivery/store.ts'
import { isShared } from './deliveries-clock.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

/** Nobody's any more. */
export const unclaimed = { worker: null, token: null, leaseUntil: null } as const

/** The columns of an end; `attempts` is what they then count. */
export const endColumns = (end: DeliveryEnd, now: number | SQL, attempts?: SQL) => {
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
  for (const row of rows) {
    const group = groups.get(row.token)
    if (group === undefined) groups.set(row.token, [row])
    else group.push(row)
  }
  return [...groups]
}

type Marks = Pick<DeliveryWrites, 'beginSending' | 'endSending'>

/**
 * Marks of many rows at once: what leaves by several connections shares a transaction, and mostly a statement. The two
 * marks that nearly every row gets are built once.
 */
export const markWrites = (tx: Tx): Marks => {
  const { db, now } = tx
  const { deliveries } = tx.tables
  const { id, attempts, state, token } = deliveries
  const isMarkable = inArray(state, ['claimed', 'sending'])
  // what was put off or failed before it came to sending was an attempt too
  const counted = sql`case when ${state} = 'claimed' then ${attempts} + 1 else ${attempts} end`

  // as many as there are, in one parameter
  const ids = sql.placeholder('ids')
  const isAmong = isShared(tx) ? sql`${id} = any(${ids}::text[])` : sql`${id} in (select value from json_each(${ids}))`
  const isHeld = and(isAmong, eq(token, sql.placeholder('token')))
  const at = sql`${sql.placeholder('at')}`
  const valuesOf = (held: string, rows: readonly Held[]) => {
    const list = rows.map((row) => row.id)
    return { ids: isShared(tx) ? list : JSON.stringify(list), token: held, at: now() }
  }
  const begin = prepared(
    db
      .update(deliveries)
      .set({ state: 'sending', attempts: sql`${attempts} + 1`, updatedAt: at })
      .where(and(isHeld, eq(state, 'claimed')))
      .returning({ id }),
    'deliveries_begin',
  )
  const sent = prepared(
    db
      .update(deliveries)
      .set(endColumns({ state: 'sent' }, at))
      .where(and(isHeld, isMarkable))
      .returning({ id }),
    'deliveries_sent',
  )
  const end = (row: Held, how: DeliveryEnd) =>
    db
      .update(deliveries)
      .set(endColumns(how, now(), counted))
      .where(and(eq(id, row.id), eq(token, row.token), isMarkable))
      .returning({ id })

  return {
    beginSending: async (rows) => {
      const begun: { id: string }[] = []
      for (const [held, group] of byToken(rows)) begun.push(...(await begin.execute(valuesOf(held, group))))
      return begun.map((row) => row.id)
    },
    endSending: async (rows) => {
      const ended: { id: string }[] = []
      const isPlain = ({ end: how }: { end: DeliveryEnd }) => how.state === 'sent' && how.posted === undefined
      for (const [held, group] of byToken(rows.filter(isPlain)))
        ended.push(...(await sent.execute(valuesOf(held, group))))
      for (const row of rows) if (!isPlain(row)) ended.push(...(await end(row, row.end)))
      return ended.map((row) => row.id)
    },
  }
}
