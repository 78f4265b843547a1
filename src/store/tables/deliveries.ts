import { isNotNull, type SQL, sql } from 'drizzle-orm'
import type { DeliveryLane, DeliveryState } from '../../domain/delivery/delivery.ts'
import type { Kit } from '../kit.sqlite.ts'

type State = { state: Parameters<typeof isNotNull>[0] }

/** What waits to be claimed. Written out, as SQLite finds an index of some rows by the words of its condition alone. */
export const isWaiting = ({ state }: State): SQL => sql`${state} = 'queued'`
/** What did not arrive, or may not have. Written out, as above. */
export const isUndelivered = ({ state }: State): SQL => sql`${state} in ('failed', 'unknown')`

/**
 * What is to be sent, by whom, and how fast (design section 6). The indexes are of those rows alone that somebody looks
 * for by them: a mark of a row that is sent touches one of them, where each would cost as much as the mark itself.
 */
export const deliveryTables = ({ table, text, int, instant, json, index, primaryKey }: Kit) => {
  const deliveries = table(
    'deliveries',
    {
      id: text('id').primaryKey(),
      /** which message it is: the name of a file in `messages/` */
      kind: text('kind').notNull(),
      lane: text('lane').$type<DeliveryLane>().notNull(),
      channel: text('channel').$type<'mail' | 'slack'>().notNull(),
      /** a mail address, or a Slack channel or user id */
      address: text('address').notNull(),
      language: text('language').$type<'nb' | 'en'>().notNull(),
      /** what the words are made of when it is sent, ids above all; no secret */
      data: json('data').notNull(),
      organisationNumber: text('organisation_number'),
      state: text('state').$type<DeliveryState>().notNull(),
      dueAt: instant('due_at').notNull(),
      /** past this nobody wants it any more */
      expiresAt: instant('expires_at'),
      attempts: int('attempts').notNull(),
      /** of the claim that holds it */
      worker: text('worker'),
      token: text('token'),
      leaseUntil: instant('lease_until'),
      /** the closed word for what went wrong last */
      failure: text('failure'),
      failureCode: int('failure_code'),
      sentAt: instant('sent_at'),
      /** of a Slack message: where it stands */
      postedChannel: text('posted_channel'),
      postedTs: text('posted_ts'),
      /** the person said that they saw it: only this is "reached" */
      acknowledgedAt: instant('acknowledged_at'),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      index('deliveries_waiting').on(t.channel, t.lane, t.dueAt, t.id, t.organisationNumber).where(isWaiting(t)),
      index('deliveries_claimed').on(t.leaseUntil).where(isNotNull(t.leaseUntil)),
      index('deliveries_undelivered').on(t.createdAt, t.id).where(isUndelivered(t)),
      index('deliveries_by_age').on(t.dueAt),
      index('deliveries_by_organisation').on(t.organisationNumber, t.createdAt),
    ],
  )
  /** Whom a row is for: one address may be several contacts'. */
  const deliveryContacts = table(
    'delivery_contacts',
    { deliveryId: text('delivery_id').notNull(), contactId: text('contact_id').notNull() },
    (t) => [
      primaryKey({ name: 'delivery_contacts_pk', columns: [t.deliveryId, t.contactId] }),
      index('delivery_contacts_by_contact').on(t.contactId),
    ],
  )
  /** One row for each running instance: who has not been seen for a lease is gone. */
  const workers = table('workers', {
    id: text('id').primaryKey(),
    startedAt: instant('started_at').notNull(),
    seenAt: instant('seen_at').notNull(),
  })
  /** When the next call of a kind may be made, by any instance. */
  const rates = table('rates', { key: text('key').notNull(), nextAt: instant('next_at').notNull() }, (t) => [
    primaryKey({ name: 'rates_pk', columns: [t.key] }),
  ])
  /** Work that one instance does for all, such as sealing the audit. */
  const leases = table('leases', {
    name: text('name').primaryKey(),
    holder: text('holder').notNull(),
    until: instant('until').notNull(),
  })
  return { deliveries, deliveryContacts, workers, rates, leases }
}
