import type { Environment } from '../../domain/client/types.ts'
import type { Kit } from '../kit.sqlite.ts'

/** What was done by whom, chained so that nothing can be taken out unseen (design section 5). */
export const auditTables = ({ table, text, int, instant, json, index, primaryKey }: Kit) => {
  const audit = table(
    'audit',
    {
      id: text('id').primaryKey(),
      at: instant('at').notNull(),
      actorTeam: text('actor_team'),
      actorUser: text('actor_user'),
      actorProgram: text('actor_program'),
      organisationNumber: text('organisation_number'),
      action: text('action').notNull(),
      outcome: text('outcome').notNull(),
      environment: text('environment').$type<Environment>(),
      subject: text('subject'),
      changeId: text('change_id'),
      correlationId: text('correlation_id'),
      code: text('code'),
      /** sha-256 over the salt and the values beside, hex: the row says the same after they were purged */
      valuesDigest: text('values_digest'),
      /** these three: null until the row is sealed into the chain */
      seq: int('seq'),
      prevHash: text('prev_hash'),
      hash: text('hash'),
    },
    (t) => [
      index('audit_by_seq').on(t.seq),
      index('audit_by_organisation').on(t.organisationNumber, t.at),
      index('audit_by_subject').on(t.subject, t.at),
      index('audit_by_actor').on(t.actorTeam, t.actorUser, t.at),
      index('audit_by_time').on(t.at),
    ],
  )
  const auditValues = table('audit_values', {
    auditId: text('audit_id')
      .primaryKey()
      .references(() => audit.id),
    salt: text('salt').notNull(),
    value: json('value').notNull(),
  })
  /** The chain's end at the close of a day (UTC, `YYYY-MM-DD`), posted where a cut tail would be missed. */
  const auditHeads = table(
    'audit_heads',
    {
      day: text('day').notNull(),
      seq: int('seq').notNull(),
      hash: text('hash').notNull(),
      postedAt: instant('posted_at'),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [primaryKey({ name: 'audit_heads_pk', columns: [t.day] })],
  )
  return { audit, auditValues, auditHeads }
}
