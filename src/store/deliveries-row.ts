import { z } from 'zod'
import { type Delivery, deliveryLanes } from '../domain/delivery/delivery.ts'
import { parsed } from './json.ts'
import type { Tables } from './schema.ts'

export type DeliveryRow = Tables['deliveries']['$inferSelect']

/** A row without what concerns its claim. */
export const deliveryOf = (row: DeliveryRow): Delivery => {
  const { worker: _, token: __, leaseUntil: ___, postedChannel, postedTs, data, ...rest } = row
  return {
    ...rest,
    posted: postedChannel === null || postedTs === null ? null : { channel: postedChannel, ts: postedTs },
    // of any shape: the message's kind has the schema
    data: parsed(z.unknown(), data, 'deliveries.data'),
  }
}

type Placed = Pick<DeliveryRow, 'lane' | 'dueAt' | 'id'>

/** The order in which rows leave: `returning` has none. */
export const byLaneAndAge = (one: Placed, other: Placed): number =>
  deliveryLanes.indexOf(one.lane) - deliveryLanes.indexOf(other.lane) ||
  one.dueAt - other.dueAt ||
  (one.id < other.id ? -1 : 1)
