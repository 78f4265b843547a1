import type { Environment } from '../../domain/client/types.ts'
import type { ContactKind, ContactScope } from '../../domain/contact/types.ts'
import type { Kit } from '../kit.sqlite.ts'

/** Who is told of what, invoice information, and what counts against the threshold. */
export const contactTables = ({ table, text, int, instant, json, index, primaryKey }: Kit) => {
  const contacts = table(
    'contacts',
    {
      /** `CON-12` */
      id: text('id').notNull(),
      organisationNumber: text('organisation_number').notNull(),
      /** for search and sort, see `fold.ts` */
      nameFolded: text('name_folded').notNull(),
      name: text('name').notNull(),
      email: text('email').notNull(),
      /** lower case throughout: one address is one contact of an organisation */
      emailFolded: text('email_folded').notNull(),
      /** E.164 */
      phone: text('phone'),
      kind: text('kind').$type<ContactKind>().notNull(),
      language: text('language').$type<'nb' | 'en'>().notNull(),
      scope: text('scope').$type<ContactScope>().notNull(),
      /** whose address it is in Slack */
      teamId: text('team_id'),
      userId: text('user_id'),
      /** topics beside critical incidents */
      hears: json('hears').notNull(),
      /** the person behind the address said so */
      verifiedAt: instant('verified_at'),
      /** when somebody last said that it is still right */
      confirmedAt: instant('confirmed_at'),
      bouncedAt: instant('bounced_at'),
      bounceReason: text('bounce_reason'),
      bounceCode: int('bounce_code'),
      /** their account in Slack was deactivated */
      accountGoneAt: instant('account_gone_at'),
      /** who put it into Digdir's portal, when, and how it read then */
      mirroredTeam: text('mirrored_team'),
      mirroredUser: text('mirrored_user'),
      mirroredAt: instant('mirrored_at'),
      mirroredVersion: int('mirrored_version'),
      registeredBy: text('registered_by').notNull(),
      /** when the person was told of being registered (GDPR article 14) */
      toldAt: instant('told_at'),
      /** counts changes of what is told to Digdir's portal */
      content: int('content').notNull(),
      version: int('version').notNull(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'contacts_pk', columns: [t.organisationNumber, t.emailFolded] }),
      index('contacts_by_id').on(t.id),
      index('contacts_by_name').on(t.organisationNumber, t.nameFolded),
      index('contacts_by_email').on(t.emailFolded),
      index('contacts_by_user').on(t.teamId, t.userId),
    ],
  )
  /** Of contacts whose scope is `clients`. */
  const contactClients = table(
    'contact_clients',
    {
      contactId: text('contact_id').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      clientId: text('client_id').notNull(),
    },
    (t) => [
      primaryKey({ name: 'contact_clients_pk', columns: [t.contactId, t.environment, t.clientId] }),
      index('contact_clients_by_client').on(t.environment, t.clientId),
    ],
  )
  /** Links by which an address is confirmed: seven days, good once. */
  const contactLinks = table(
    'contact_links',
    {
      id: text('id').primaryKey(),
      contactId: text('contact_id').notNull(),
      /** the address it went to */
      email: text('email').notNull(),
      createdAt: instant('created_at').notNull(),
      expiresAt: instant('expires_at').notNull(),
      usedAt: instant('used_at'),
    },
    (t) => [index('contact_links_by_contact').on(t.contactId, t.createdAt)],
  )
  /** Who asked not to be a contact any more, so that nobody adds them again without knowing. */
  const contactDepartures = table(
    'contact_departures',
    {
      organisationNumber: text('organisation_number').notNull(),
      /** keyed hash of the address */
      emailHash: text('email_hash').notNull(),
      at: instant('at').notNull(),
    },
    (t) => [primaryKey({ name: 'contact_departures_pk', columns: [t.organisationNumber, t.emailHash] })],
  )
  const invoices = table(
    'invoices',
    {
      organisationNumber: text('organisation_number').notNull(),
      /** empty: the organisation's */
      clientId: text('client_id').notNull(),
      environment: text('environment').$type<Environment>(),
      invoiceOrganisationNumber: text('invoice_organisation_number').notNull(),
      /** as the register has it; null: it did not answer, and the number is unverified */
      invoiceName: text('invoice_name'),
      address: text('address').notNull(),
      reference: text('reference').notNull(),
      email: text('email'),
      updatedBy: text('updated_by').notNull(),
      version: int('version').notNull(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [primaryKey({ name: 'invoices_pk', columns: [t.organisationNumber, t.clientId] })],
  )
  const loginCounts = table(
    'login_counts',
    {
      organisationNumber: text('organisation_number').notNull(),
      environment: text('environment').$type<Environment>().notNull(),
      /** `2026-10` */
      month: text('month').notNull(),
      logins: int('logins').notNull(),
      importedAt: instant('imported_at').notNull(),
    },
    (t) => [primaryKey({ name: 'login_counts_pk', columns: [t.organisationNumber, t.environment, t.month] })],
  )
  /** What an organisation was told of its logins in a settlement year, so that it is told once. */
  const thresholdNotices = table(
    'threshold_notices',
    {
      organisationNumber: text('organisation_number').notNull(),
      /** the year that it begins in */
      year: int('year').notNull(),
      percent: int('percent').notNull(),
      /** for what is asked again: when last */
      at: instant('at').notNull(),
    },
    (t) => [primaryKey({ name: 'threshold_notices_pk', columns: [t.organisationNumber, t.year, t.percent] })],
  )
  /** Numbers that people type, such as `CON-12`. */
  const counters = table('counters', { name: text('name').primaryKey(), last: int('last').notNull() })
  return {
    contacts,
    contactClients,
    contactLinks,
    contactDepartures,
    invoices,
    loginCounts,
    thresholdNotices,
    counters,
  }
}
