import { type Delivery, deliveryLanes } from '../domain/delivery/delivery.ts'
import type { Tables } from './schema.ts'

export type DeliveryRow = Tables['deliveries']['$inferSelect']

/** A row without what concerns its claim. Written out: it is made for every mail, and taking members away is slow. */
export const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  kind: row.kind,
  lane: row.lane,
  channel: row.channel,
  address: row.address,
  language: row.language,
  // of any shape: the message's kind has the schema
  data: JSON.parse(row.data),
  organisationNumber: row.organisationNumber,
  state: row.state,
  dueAt: row.dueAt,
  expiresAt: row.expiresAt,
  attempts: row.attempts,
  failure: row.failure,
  failureCode: row.failureCode,
  sentAt: row.sentAt,
  posted: row.postedChannel === null || row.postedTs === null ? null : { channel: row.postedChannel, ts: row.postedTs },
  acknowledgedAt: row.acknowledgedAt,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

type Placed = Pick<DeliveryRow, 'lane' | 'dueAt' | 'id'>

/** The order in which rows leave: `returning` has none. */
export const byLaneAndAge = (one: Placed, other: Placed): number =>
  deliveryLanes.indexOf(one.lane) - deliveryLanes.indexOf(other.lane) ||
  one.dueAt - other.dueAt ||
  (one.id < other.id ? -1 : 1)
