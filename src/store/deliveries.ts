import { and, count, desc, eq, isNotNull, lt, min, type SQL } from 'drizzle-orm'
import { deliveryLanes } from '../domain/delivery/delivery.ts'
import type { DeliveryReads, DeliveryWrites } from '../domain/delivery/store.ts'
import { claimRows } from './deliveries-claim.ts'
import { leaseClock } from './deliveries-clock.ts'
import { forgetWrites } from './deliveries-forget.ts'
import { lostWrites } from './deliveries-lost.ts'
import { markWrites, unclaimed } from './deliveries-mark.ts'
import { refusedReads } from './deliveries-refused.ts'
import { deliveryOf } from './deliveries-row.ts'
import { sharedWrites } from './deliveries-shared.ts'
import type { Ground, Tx } from './engine.ts'
import { canonical } from './json.ts'
import { refuseSecrets } from './secrets.ts'
import { isUndelivered, isWaiting } from './tables/deliveries.ts'

/** Questions about what is sent. */
export const deliveryReads = (ground: Ground): DeliveryReads => ({ ...sentReads(ground), ...refusedReads(ground) })

const sentReads = ({ db, tables: { deliveries } }: Ground): Omit<DeliveryReads, 'refusedUnmarked'> => ({
  delivery: async (id) => {
    const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
    return row ? deliveryOf(row) : null
  },
  deliveryQueue: async () => {
    const counted = (which: SQL | undefined) =>
      db
        .select({ lane: deliveries.lane, waiting: count(), oldestDueAt: min(deliveries.dueAt) })
        .from(deliveries)
        .where(which)
        .groupBy(deliveries.lane)
    const isClaimed = and(isNotNull(deliveries.leaseUntil), eq(deliveries.state, 'claimed'))
    const rows = [...(await counted(isWaiting(deliveries))), ...(await counted(isClaimed))]
    return deliveryLanes.map((lane) => {
      const of = rows.filter((one) => one.lane === lane)
      const since = of.flatMap(({ oldestDueAt }) => (oldestDueAt === null ? [] : [oldestDueAt]))
      const waiting = of.reduce((sum, one) => sum + Number(one.waiting), 0)
      return { lane, waiting, oldestDueAt: since.length === 0 ? null : Math.min(...since) }
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
  undelivered: async ({ page, size, state }) => {
    const states = ['failed', 'unknown'] as const
    const counted = await db
      .select({ state: deliveries.state, rows: count() })
      .from(deliveries)
      .where(isUndelivered(deliveries))
      .groupBy(deliveries.state)
    const rows = await db
      .select()
      .from(deliveries)
      .where(and(isUndelivered(deliveries), state && eq(deliveries.state, state)))
      .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
      .limit(size)
      .offset(page * size)
    const of = (one: (typeof states)[number]) => Number(counted.find((row) => row.state === one)?.rows ?? 0)
    const sums = { failed: of('failed'), unknown: of('unknown') }
    return {
      rows: rows.map(deliveryOf),
      ...sums,
      total: state === undefined ? sums.failed + sums.unknown : sums[state],
    }
  },
})

/** Effects on what is sent. Every mark names the token of the claim: who lost it changes nothing. */
export const deliveryWrites = (tx: Tx): DeliveryWrites => {
  const { db, now } = tx
  const { deliveries, deliveryContacts } = tx.tables
  // of the index, which PostgreSQL does not find by a clock that moves
  const isOver = () => and(isNotNull(deliveries.leaseUntil), lt(deliveries.leaseUntil, leaseClock(tx)))
  const is = (state: 'claimed' | 'sending') => eq(deliveries.state, state)
  const waitsAgain = () => ({ state: 'queued', ...unclaimed, updatedAt: now() }) as const

  return {
    ...sharedWrites(tx),
    ...markWrites(tx),
    ...lostWrites(tx),
    ...forgetWrites(tx),
    addDeliveries: async (rows) => {
      if (rows.length === 0) return
      const at = now()
      const fresh = { state: 'queued', attempts: 0, createdAt: at, updatedAt: at } as const
      const added = rows.map((row) => {
        refuseSecrets(row.data, 'deliveries.data')
        const { dueAt = at, expiresAt = null } = row
        return { ...row, ...fresh, data: canonical(row.data), dueAt, expiresAt }
      })
      await tx.insertMany(deliveries, added)
      const contacts = rows.flatMap(({ id, contactIds = [] }) =>
        [...new Set(contactIds)].map((contactId) => ({ deliveryId: id, contactId })),
      )
      if (contacts.length > 0) await tx.insertMany(deliveryContacts, contacts)
    },
    claimDeliveries: claimRows(tx),
    releaseDeliveries: async (token) => {
      const freed = await db
        .update(deliveries)
        .set(waitsAgain())
        .where(and(isNotNull(deliveries.leaseUntil), eq(deliveries.token, token), is('claimed')))
        .returning({ id: deliveries.id })
      return freed.length
    },
    recoverDeliveries: async () => {
      const freed = await db
        .update(deliveries)
        .set(waitsAgain())
        .where(and(is('claimed'), isOver()))
        .returning({ id: deliveries.id })
      const unknown = await db
        .update(deliveries)
        .set({ state: 'unknown', failure: 'interrupted', failureCode: null, ...unclaimed, updatedAt: now() })
        .where(and(is('sending'), isOver()))
        .returning({ id: deliveries.id })
      return { freed: freed.length, unknown: unknown.length }
    },
  }
}
