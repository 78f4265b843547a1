import type { Environment } from '../../domain/client/types.ts'
import type { Kit } from '../kit.sqlite.ts'

/** What was asked for, what was done once, and where its cards stand. */
export const changeTables = ({ table, text, int, instant, json, index, primaryKey }: Kit) => {
  const changes = table(
    'changes',
    {
      id: text('id').primaryKey(),
      kind: text('kind').notNull(),
      organisationNumber: text('organisation_number').notNull(),
      /** null where the thing is of no environment, as a membership */
      environment: text('environment').$type<Environment>(),
      /** whom or what it is about, such as `person:T1:U1` or `client:…` */
      subject: text('subject'),
      requesterTeam: text('requester_team').notNull(),
      requesterUser: text('requester_user').notNull(),
      payload: json('payload').notNull(),
      payloadHash: text('payload_hash').notNull(),
      baseVersion: text('base_version'),
      policy: text('policy').notNull(),
      state: text('state').notNull(),
      /** who said yes or no; null while nobody has */
      deciderTeam: text('decider_team'),
      deciderUser: text('decider_user'),
      decidedAt: instant('decided_at'),
      /** of policy `step-up`: the login that approved it */
      loginId: text('login_id'),
      step: text('step'),
      result: json('result').notNull(),
      failure: json('failure'),
      surface: json('surface').notNull(),
      language: text('language').$type<'nb' | 'en'>().notNull(),
      version: int('version').notNull(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
      expiresAt: instant('expires_at').notNull(),
    },
    (t) => [
      index('changes_by_requester').on(t.requesterTeam, t.requesterUser, t.state, t.createdAt),
      index('changes_by_state').on(t.state, t.updatedAt),
      index('changes_by_subject').on(t.subject, t.state, t.createdAt),
      index('changes_by_organisation').on(t.organisationNumber, t.state, t.createdAt),
    ],
  )
  const onceKeys = table('once_keys', {
    key: text('key').primaryKey(),
    /** null only inside the transaction that holds the key */
    outcome: json('outcome'),
    at: instant('at').notNull(),
  })
  const cards = table(
    'cards',
    {
      subject: text('subject').notNull(),
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      channel: text('channel').notNull(),
      ts: text('ts').notNull(),
    },
    (t) => [primaryKey({ name: 'cards_pk', columns: [t.subject, t.teamId, t.userId] })],
  )
  return { changes, onceKeys, cards }
}
