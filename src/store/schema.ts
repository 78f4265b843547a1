import type { Environment } from '../domain/client/types.ts'
import type { Kit } from './kit.sqlite.ts'

/** Who, where and what the organisations are, and their clients as Digdir last told them. */
const known = (kit: Kit) => {
  const { table, text, int, bool, instant, json, index, primaryKey } = kit
  const organisations = table('organisations', {
    number: text('number').primaryKey(),
    name: text('name').notNull(),
    language: text('language').$type<'nb' | 'en'>().notNull(),
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
      email: text('email'),
      emailConfirmed: bool('email_confirmed').notNull(),
      kind: text('kind').$type<'member' | 'guest' | 'stranger' | 'bot' | 'deactivated'>().notNull(),
      locale: text('locale'),
      seenAt: instant('seen_at').notNull(),
      /** what was asked of Slack before this no longer counts */
      expiredAt: instant('expired_at').notNull(),
      chosenLanguage: text('chosen_language').$type<'nb' | 'en'>(),
    },
    (t) => [primaryKey({ name: 'people_pk', columns: [t.teamId, t.userId] })],
  )
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
  return {
    organisations,
    organisationDomains,
    people,
    registrations,
    registrationTerms,
    registrationCounts,
    listings,
  }
}

/** What was asked for, what was done once, and what is told of it. */
const done = (kit: Kit) => {
  const { table, text, int, instant, json, index, primaryKey } = kit
  const changes = table(
    'changes',
    {
      id: text('id').primaryKey(),
      kind: text('kind').notNull(),
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      requesterTeam: text('requester_team').notNull(),
      requesterUser: text('requester_user').notNull(),
      payload: json('payload').notNull(),
      payloadHash: text('payload_hash').notNull(),
      baseVersion: text('base_version'),
      policy: text('policy').notNull(),
      state: text('state').notNull(),
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
  const audit = table('audit', {
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
  })
  const auditValues = table('audit_values', {
    auditId: text('audit_id')
      .primaryKey()
      .references(() => audit.id),
    salt: text('salt').notNull(),
    value: json('value').notNull(),
  })
  return { changes, onceKeys, cards, audit, auditValues }
}

/** All tables (design section 5), made of the columns of one engine. */
export const schema = (kit: Kit) => ({ ...known(kit), ...done(kit) })

export type Tables = ReturnType<typeof schema>
