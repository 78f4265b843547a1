import type { Kit } from '../kit.sqlite.ts'

/** Proofs of who somebody is: logins at ID-porten, what they proved, and one-time links. */
export const loginTables = ({ table, text, int, instant, index, primaryKey }: Kit) => {
  /** One login at ID-porten, for one change (design section 2, production step-up). */
  const logins = table(
    'logins',
    {
      id: text('id').primaryKey(),
      changeId: text('change_id').notNull(),
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      state: text('state').$type<'begun' | 'proved' | 'used' | 'refused' | 'ended'>().notNull(),
      /** sha-256 of what the browser's cookie holds */
      browserHash: text('browser_hash').notNull(),
      nonce: text('nonce').notNull(),
      /** encrypted; opens for this login alone */
      sealedVerifier: text('sealed_verifier').notNull(),
      /** keyed hash of the national identity number that was proved, see `clearances` */
      numberHash: text('number_hash'),
      keyVersion: text('key_version'),
      acr: text('acr'),
      authTime: instant('auth_time'),
      /** sha-256 of ID-porten's session id: what a front-channel logout names */
      sidHash: text('sid_hash'),
      /** why it was refused */
      code: text('code'),
      version: int('version').notNull(),
      createdAt: instant('created_at').notNull(),
      expiresAt: instant('expires_at').notNull(),
    },
    (t) => [index('logins_by_change').on(t.changeId), index('logins_by_sid').on(t.sidHash)],
  )
  /** The right to change an organisation's production (design section 2, clearance). */
  const clearances = table(
    'clearances',
    {
      organisationNumber: text('organisation_number').notNull(),
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      /** HMAC-SHA256 of the number with a key derived from `SECRET_KEY`, hex */
      numberHash: text('number_hash').notNull(),
      /** names that key: with another one nothing can be compared, and the number must be proved again */
      keyVersion: text('key_version').notNull(),
      givenBy: text('given_by').notNull(),
      confirmedBy: text('confirmed_by'),
      createdAt: instant('created_at').notNull(),
      /** twelve months from the last login */
      expiresAt: instant('expires_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'clearances_pk', columns: [t.organisationNumber, t.teamId, t.userId] }),
      index('clearances_by_user').on(t.teamId, t.userId),
    ],
  )
  /** A link in a mail: good once, for one person (design section 2, unconfirmed). */
  const links = table(
    'links',
    {
      id: text('id').primaryKey(),
      purpose: text('purpose').$type<'address'>().notNull(),
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      /** the address it confirms */
      email: text('email').notNull(),
      createdAt: instant('created_at').notNull(),
      expiresAt: instant('expires_at').notNull(),
      usedAt: instant('used_at'),
    },
    (t) => [index('links_by_user').on(t.teamId, t.userId, t.createdAt)],
  )
  /** How many wrong links came from one address lately. */
  const attempts = table(
    'attempts',
    {
      /** keyed hash of what is counted, such as a network address */
      key: text('key').notNull(),
      windowAt: instant('window_at').notNull(),
      count: int('count').notNull(),
    },
    (t) => [primaryKey({ name: 'attempts_pk', columns: [t.key] }), index('attempts_by_window').on(t.windowAt)],
  )
  return { logins, clearances, links, attempts }
}
