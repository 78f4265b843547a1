import { and, eq, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Delivery, DeliveryLane } from '../domain/delivery/delivery.ts'
import { fullAmong, type Waiting } from './deliveries-turns.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'
import { isWaiting } from './tables/deliveries.ts'

/** So many rows are looked at together: more than any claim takes. */
const considered = 500

/** `now` is epoch ms; the others as in `DeliveryWrites.claimDeliveries`. */
type Asked = {
  lane: DeliveryLane
  channel: Delivery['channel']
  now: number
  size: number
  perOrganisation: number
}

/**
 * The rows of a lane that are due, the one that waited longest first; at least all that a claim can take. Mostly they are
 * among the oldest. Where those are nearly all of a few organisations, which may have only so many each, more are asked
 * for behind them that are the others': the index is read once to where the claim is full, and no row but theirs.
 */
export const waitingRows = (tx: Tx): ((asked: Asked) => Promise<Waiting[]>) => {
  const { deliveries } = tx.tables
  const { id, organisationNumber, dueAt, channel, lane } = deliveries
  const select = () => tx.db.select({ id, organisationNumber, dueAt }).from(deliveries)
  const oldest = prepared(
    select()
      .where(
        and(
          isWaiting(deliveries),
          eq(channel, sql.placeholder('channel')),
          eq(lane, sql.placeholder('lane')),
          lte(dueAt, sql.placeholder('now')),
        ),
      )
      .orderBy(dueAt, id)
      .limit(considered),
    'deliveries_waiting',
  )
  const behind = (asked: Asked, last: Waiting, full: string[]) =>
    select()
      .where(
        and(
          isWaiting(deliveries),
          eq(channel, asked.channel),
          eq(lane, asked.lane),
          lte(dueAt, asked.now),
          sql`(${dueAt}, ${id}) > (${last.dueAt}, ${last.id})`,
          or(isNull(organisationNumber), notInArray(organisationNumber, full)),
        ),
      )
      .orderBy(dueAt, id)
      .limit(considered)

  return async (asked) => {
    const rows = await oldest.execute({ channel: asked.channel, lane: asked.lane, now: asked.now })
    for (let page = rows; page.length === considered; ) {
      const { takeable, full } = fullAmong(rows, asked.perOrganisation)
      const last = rows.at(-1)
      if (takeable >= asked.size || last === undefined) return rows
      page = await behind(asked, last, full)
      rows.push(...page)
    }
    return rows
  }
}
