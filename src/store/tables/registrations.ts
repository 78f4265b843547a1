import type { Environment } from '../../domain/client/types.ts'
import type { Kit } from '../kit.sqlite.ts'

/** Clients as Digdir last told them, who owns them, and with whose access they are changed. */
export const registrationTables = ({ table, text, int, bool, instant, json, index, primaryKey }: Kit) => {
  const registrations = table(
    'registrations',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      clientId: text('client_id').notNull(),
      name: text('name').notNull(),
      nameFolded: text('name_folded').notNull(),
      integrationType: text('integration_type').notNull(),
      active: bool('active').notNull(),
      body: json('body').notNull(),
      keys: json('keys'),
      keysSeenAt: instant('keys_seen_at'),
      lastUpdated: instant('last_updated'),
      seenAt: instant('seen_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'registrations_pk', columns: [t.organisationNumber, t.environment, t.clientId] }),
      index('registrations_by_name').on(t.organisationNumber, t.environment, t.nameFolded, t.clientId),
      index('registrations_by_state').on(t.organisationNumber, t.environment, t.active, t.nameFolded, t.clientId),
    ],
  )
  /** What a search looks in. No foreign key: it is rewritten with its registration, in bulk, by one file. */
  const registrationTerms = table(
    'registration_terms',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      clientId: text('client_id').notNull(),
      term: text('term').notNull(),
      /** as the registration's, so that a search counts without it */
      active: bool('active').notNull(),
      /** length of what the term has in common with the one before it of the same client, see `fold.ts` */
      shared: int('shared').notNull(),
    },
    (t) => [
      primaryKey({ name: 'registration_terms_pk', columns: [t.organisationNumber, t.environment, t.clientId, t.term] }),
      index('registration_terms_by_term').on(
        t.organisationNumber,
        t.environment,
        t.term,
        t.shared,
        t.active,
        t.clientId,
      ),
    ],
  )
  /** How many registrations there are, so that a page need not count them; `version` moves with every change. */
  const registrationCounts = table(
    'registration_counts',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      active: int('active').notNull(),
      inactive: int('inactive').notNull(),
      version: int('version').notNull(),
    },
    (t) => [primaryKey({ name: 'registration_counts_pk', columns: [t.organisationNumber, t.environment] })],
  )
  const listings = table(
    'listings',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      fetchedAt: instant('fetched_at').notNull(),
      complete: bool('complete').notNull(),
    },
    (t) => [primaryKey({ name: 'listings_pk', columns: [t.organisationNumber, t.environment] })],
  )
  /** Once a client has owners, only they and the organisation's admins change it (design section 2). */
  const registrationOwners = table(
    'registration_owners',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      clientId: text('client_id').notNull(),
      teamId: text('team_id').notNull(),
      userId: text('user_id').notNull(),
      givenBy: text('given_by').notNull(),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      primaryKey({
        name: 'registration_owners_pk',
        columns: [t.organisationNumber, t.environment, t.clientId, t.teamId, t.userId],
      }),
    ],
  )
  /** An organisation's own admin client at Digdir (design section 4). */
  const credentials = table(
    'credentials',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      clientId: text('client_id').notNull(),
      kid: text('kid').notNull(),
      /** the private JWK, encrypted with a key derived from `SECRET_KEY` */
      sealedKey: text('sealed_key').notNull(),
      givenBy: text('given_by').notNull(),
      testedAt: instant('tested_at').notNull(),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [primaryKey({ name: 'credentials_pk', columns: [t.organisationNumber, t.environment] })],
  )
  return {
    registrations,
    registrationTerms,
    registrationCounts,
    listings,
    registrationOwners,
    credentials,
  }
}
