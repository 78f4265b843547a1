import { and, count, desc, eq, inArray, lt, min, type SQL, sql } from 'drizzle-orm'
import { deliveryLanes } from '../domain/delivery/delivery.ts'
import type { DeliveryReads, DeliveryWrites } from '../domain/delivery/store.ts'
import { claimRows } from './deliveries-claim.ts'
import { leaseClock } from './deliveries-clock.ts'
import { deliveryOf } from './deliveries-row.ts'
import { sharedWrites } from './deliveries-shared.ts'
import type { Ground, Tx } from './engine.ts'
import { canonical } from './json.ts'
import { refuseSecrets } from './secrets.ts'

type End = Parameters<DeliveryWrites['endSending']>[2]

/** Nobody's any more. */
const unclaimed = { worker: null, token: null, leaseUntil: null } as const

/** Questions about what is sent. */
export const deliveryReads = ({ db, tables: { deliveries } }: Ground): DeliveryReads => ({
  delivery: async (id) => {
    const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
    return row ? deliveryOf(row) : null
  },
  deliveryQueue: async () => {
    const rows = await db
      .select({ lane: deliveries.lane, waiting: count(), oldestDueAt: min(deliveries.dueAt) })
      .from(deliveries)
      .where(inArray(deliveries.state, ['queued', 'claimed']))
      .groupBy(deliveries.lane)
    return deliveryLanes.map((lane) => {
      const row = rows.find((one) => one.lane === lane)
      return { lane, waiting: Number(row?.waiting ?? 0), oldestDueAt: row?.oldestDueAt ?? null }
    })
  },
  deliveriesOf: async (organisationNumber, size) => {
    const rows = await db
      .select()
      .from(deliveries)
      .where(eq(deliveries.organisationNumber, organisationNumber))
      .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
      .limit(size)
    return rows.map(deliveryOf)
  },
})

/**
 * Effects on what is sent. `addDeliveries` throws `internal` when a row's data holds a secret. Every mark names the
 * token of the claim: who lost it changes nothing.
 */
export const deliveryWrites = (tx: Tx): DeliveryWrites => {
  const { db, now } = tx
  const { deliveries } = tx.tables
  const held = (token: string, ...more: SQL[]) => and(eq(deliveries.token, token), ...more)
  const isOver = lt(deliveries.leaseUntil, leaseClock(tx))
  const is = (state: 'claimed' | 'sending') => eq(deliveries.state, state)
  const waitsAgain = () => ({ state: 'queued', ...unclaimed, updatedAt: now() }) as const
  // what was put off or failed before it came to sending was an attempt too
  const attempts = sql`case when ${is('claimed')} then ${deliveries.attempts} + 1 else ${deliveries.attempts} end`
  const columnsOf = (end: End) => {
    if (end.state === 'sent') return { sentAt: now(), failure: null, failureCode: null }
    if (end.state === 'suppressed') return { failure: end.failure, failureCode: null }
    const wrong = { failure: end.failure, failureCode: end.failureCode, attempts }
    return end.state === 'queued' ? { ...wrong, dueAt: end.dueAt } : wrong
  }

  return {
    ...sharedWrites(tx),
    addDeliveries: async (rows) => {
      if (rows.length === 0) return
      const at = now()
      const added = rows.map(({ data, dueAt = at, expiresAt = null, ...row }) => {
        refuseSecrets(data, 'deliveries.data')
        const fresh = { state: 'queued', attempts: 0, createdAt: at, updatedAt: at } as const
        return { ...row, ...fresh, data: canonical(data), dueAt, expiresAt }
      })
      await tx.insertMany(deliveries, added)
    },
    claimDeliveries: async (claim) =>
      (await claimRows(tx, claim)).map((row) => ({ ...deliveryOf(row), token: row.token })),
    beginSending: async (id, token) => {
      const begun = await db
        .update(deliveries)
        .set({ state: 'sending', attempts: sql`${deliveries.attempts} + 1`, updatedAt: now() })
        .where(held(token, eq(deliveries.id, id), is('claimed')))
        .returning({ id: deliveries.id })
      return begun.length > 0
    },
    endSending: async (id, token, end) => {
      const ended = await db
        .update(deliveries)
        .set({ state: end.state, ...columnsOf(end), ...unclaimed, updatedAt: now() })
        .where(held(token, eq(deliveries.id, id), inArray(deliveries.state, ['claimed', 'sending'])))
        .returning({ id: deliveries.id })
      return ended.length > 0
    },
    releaseDeliveries: async (token) => {
      const freed = await db
        .update(deliveries)
        .set(waitsAgain())
        .where(held(token, is('claimed')))
        .returning({ id: deliveries.id })
      return freed.length
    },
    recoverDeliveries: async () => {
      const freed = await db
        .update(deliveries)
        .set(waitsAgain())
        .where(and(is('claimed'), isOver))
        .returning({ id: deliveries.id })
      const unknown = await db
        .update(deliveries)
        .set({ state: 'unknown', failure: 'interrupted', failureCode: null, ...unclaimed, updatedAt: now() })
        .where(and(is('sending'), isOver))
        .returning({ id: deliveries.id })
      return { freed: freed.length, unknown: unknown.length }
    },
  }
}
