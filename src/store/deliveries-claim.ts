import { inArray, sql } from 'drizzle-orm'
import { deliveryLanes } from '../domain/delivery/delivery.ts'
import type { DeliveryWrites } from '../domain/delivery/store.ts'
import { isShared, leaseClock } from './deliveries-clock.ts'
import { byLaneAndAge, deliveryOf } from './deliveries-row.ts'
import { inTurn, type Waiting } from './deliveries-turns.ts'
import { waitingRows } from './deliveries-waiting.ts'
import type { Tx } from './engine.ts'

/**
 * Takes rows for one worker. On PostgreSQL those that another claim is taking just now are passed over, and the next
 * ones taken; the choice stands in an array, since a plain `in` may be asked again for each row, and then locks more
 * than it takes.
 */
export const claimRows = (tx: Tx): DeliveryWrites['claimDeliveries'] => {
  const { deliveries } = tx.tables
  const waiting = waitingRows(tx)

  const free = (ids: readonly string[], size: number) => sql`${deliveries.id} = any(array(
    select d.id from unnest(${sql.param(ids)}::text[]) with ordinality as chosen (id, turn)
    join deliveries as d on d.id = chosen.id
    where d.state = 'queued' order by chosen.turn limit ${size} for update of d skip locked
  ))`

  return async (claim) => {
    const { channel, size, perOrganisation, worker, token } = claim
    const now = tx.now()
    const rows: Waiting[] = []
    for (const lane of claim.lanes ?? deliveryLanes)
      rows.push(...(await waiting({ lane, channel, now, size, perOrganisation })))
    const ids = inTurn(rows, claim)
    if (ids.length === 0) return []
    const chosen = isShared(tx) ? free(ids, size) : inArray(deliveries.id, ids.slice(0, size))
    const taken = await tx.db
      .update(deliveries)
      .set({ state: 'claimed', worker, token, leaseUntil: sql`${leaseClock(tx)} + ${claim.leaseMs}`, updatedAt: now })
      .where(chosen)
      .returning()
    return taken.sort(byLaneAndAge).map((row) => Object.assign(deliveryOf(row), { token }))
  }
}
