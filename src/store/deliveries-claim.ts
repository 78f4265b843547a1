import { type SQL, sql } from 'drizzle-orm'
import { type DeliveryLane, deliveryLanes } from '../domain/delivery/delivery.ts'
import type { DeliveryWrites } from '../domain/delivery/store.ts'
import { isShared, leaseClock } from './deliveries-clock.ts'
import { byLaneAndAge, type DeliveryRow } from './deliveries-row.ts'
import type { Tx } from './engine.ts'

type Claim = Parameters<DeliveryWrites['claimDeliveries']>[0]

/** Of each lane, so many of the rows that waited longest are looked at: a claim costs the same however many wait. */
const considered = 500
/** One row in ten goes by age alone, so that no lane waits for ever. */
const shareByAge = 0.1

const dueIn = (lane: DeliveryLane, { channel }: Claim, now: number): SQL => sql`
  select * from (
    select id, organisation_number, due_at, ${sql.raw(String(deliveryLanes.indexOf(lane)))} as lane_rank from deliveries
    where state = 'queued' and lane = ${lane} and channel = ${channel} and due_at <= ${now}
    order by due_at, id limit ${considered}
  ) as ${sql.raw(lane)}`

/** The ids to take, in order of their turn. Rows that another claim holds are passed over, and the next ones taken. */
const turnsOf = (claim: Claim, now: number, lock: SQL): SQL => {
  const byAge = Math.floor(claim.size * shareByAge)
  const byLane = claim.size - byAge
  return sql`
    with due as (${sql.join(
      (claim.lanes ?? deliveryLanes).map((lane) => dueIn(lane, claim, now)),
      sql` union all `,
    )}),
    counted as (
      select id, due_at, lane_rank, case when organisation_number is null then 1 else
        row_number() over (partition by organisation_number order by lane_rank, due_at, id) end as nth
      from due
    ),
    ordered as (
      select id, due_at, row_number() over (order by lane_rank, due_at, id) as turn
      from counted where nth <= ${claim.perOrganisation}
    ),
    aged as (
      select id, turn, row_number() over (partition by turn <= ${byLane} order by due_at, id) as age from ordered
    )
    select d.id from deliveries as d join aged on aged.id = d.id
    where d.state = 'queued'
    order by case when aged.turn <= ${byLane} then 0 when aged.age <= ${byAge} then 1 else 2 end, aged.turn
    limit ${claim.size} ${lock}`
}

/**
 * Takes rows for one worker, in one statement. On PostgreSQL the choice stands in an array: a plain `in` may be asked
 * again for each row, and then locks more than it takes.
 */
export const claimRows = async (tx: Tx, claim: Claim): Promise<(DeliveryRow & { token: string })[]> => {
  const { deliveries } = tx.tables
  if (claim.lanes?.length === 0) return []
  const now = tx.now()
  const chosen = isShared(tx)
    ? sql`${deliveries.id} = any(array(${turnsOf(claim, now, sql`for update of d skip locked`)}))`
    : sql`${deliveries.id} in (${turnsOf(claim, now, sql``)})`
  const rows = await tx.db
    .update(deliveries)
    .set({
      state: 'claimed',
      worker: claim.worker,
      token: claim.token,
      leaseUntil: sql`${leaseClock(tx)} + ${claim.leaseMs}`,
      updatedAt: now,
    })
    .where(chosen)
    .returning()
  return rows.map((row) => ({ ...row, token: claim.token })).sort(byLaneAndAge)
}
