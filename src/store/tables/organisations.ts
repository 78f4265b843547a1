import type { Kit } from '../kit.sqlite.ts'

/** Who there is: organisations with their mail domains, people, and who belongs where by name. */
export const organisationTables = ({ table, text, bool, instant, index, primaryKey }: Kit) => {
  const organisations = table('organisations', {
    number: text('number').primaryKey(),
    name: text('name').notNull(),
    language: text('language').$type<'nb' | 'en'>().notNull(),
    /** where the organisation's cards stand, set by its admin; null: only in direct messages */
    channel: text('channel'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  })
  const organisationDomains = table(
    'organisation_domains',
    {
      organisationNumber: text('organisation_number')
        .notNull()
        .references(() => organisations.number),
      /** without the `*.` */
      domain: text('domain').notNull(),
      covers: text('covers').$type<'exact' | 'below'>().notNull(),
    },
    (t) => [
      primaryKey({ name: 'organisation_domains_pk', columns: [t.organisationNumber, t.domain, t.covers] }),
      index('organisation_domains_domain').on(t.domain, t.covers, t.organisationNumber),
    ],
  )
  const people = table(
    'people',
    {
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      /** as Slack shows it; null until Slack was asked since names are kept */
      name: text('name'),
      /** name and address, folded, for searching */
      folded: text('folded'),
      email: text('email'),
      emailConfirmed: bool('email_confirmed').notNull(),
      kind: text('kind').$type<'member' | 'guest' | 'stranger' | 'bot' | 'deactivated'>().notNull(),
      locale: text('locale'),
      seenAt: instant('seen_at').notNull(),
      /** what was asked of Slack before this no longer counts */
      expiredAt: instant('expired_at').notNull(),
      chosenLanguage: text('chosen_language').$type<'nb' | 'en'>(),
      /** of several organisations, the one the person acts for */
      chosenOrganisation: text('chosen_organisation'),
    },
    (t) => [primaryKey({ name: 'people_pk', columns: [t.teamId, t.userId] })],
  )
  /** A person assigned to an organisation by name, or kept out of one that their domain would give. */
  const memberships = table(
    'memberships',
    {
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      organisationNumber: text('organisation_number')
        .notNull()
        .references(() => organisations.number),
      state: text('state').$type<'assigned' | 'removed'>().notNull(),
      admin: bool('admin').notNull(),
      /** the assignment counts until then; null: without end */
      until: instant('until'),
      /** `user:T1:U1`, or the program */
      givenBy: text('given_by').notNull(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'memberships_pk', columns: [t.teamId, t.userId, t.organisationNumber] }),
      index('memberships_by_organisation').on(t.organisationNumber, t.state, t.createdAt),
    ],
  )
  /** Operators beside those of `OPERATORS`, named by another operator. */
  const operators = table(
    'operators',
    {
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      givenBy: text('given_by').notNull(),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [primaryKey({ name: 'operators_pk', columns: [t.teamId, t.userId] })],
  )
  /** An address that Slack has not confirmed and its owner has, by a link in a mail. */
  const confirmedAddresses = table(
    'confirmed_addresses',
    {
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      email: text('email').notNull(),
      confirmedAt: instant('confirmed_at').notNull(),
    },
    (t) => [primaryKey({ name: 'confirmed_addresses_pk', columns: [t.teamId, t.userId] })],
  )
  return { organisations, organisationDomains, people, memberships, operators, confirmedAddresses }
}
