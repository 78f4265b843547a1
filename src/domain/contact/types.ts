import type { Language, SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'

/** What a notification contact is (design section 3). `mailbox`: several people read it. */
export const contactKinds = ['technical', 'functional', 'supplier', 'mailbox'] as const
export type ContactKind = (typeof contactKinds)[number]

/** What a contact is told about: the whole organisation, one environment, or chosen clients. */
export const contactScopes = ['organisation', 'test', 'prod', 'clients'] as const
export type ContactScope = (typeof contactScopes)[number]

/** What a contact may choose not to hear. A critical incident is none of these: everybody hears it. */
export const contactTopics = ['major', 'maintenance', 'logins', 'reminders'] as const
export type ContactTopic = (typeof contactTopics)[number]

/** One client of the contact's organisation. */
export type ClientRef = { environment: Environment; clientId: string }

/** What somebody types of a contact, checked and normalised. */
export type ContactContent = {
  name: string
  /** as typed, its domain in lower case and punycode */
  email: string
  /** E.164 */
  phone: string | null
  kind: ContactKind
  language: Language
  scope: ContactScope
  /** empty unless `scope` is `clients` */
  clients: ClientRef[]
}

/** Why an address does not work, in closed words. */
export const bounceReasons = ['refused', 'unknown-user', 'full', 'blocked', 'other'] as const
export type BounceReason = (typeof bounceReasons)[number]

/** A notification contact (varslingspunkt) of an organisation. Instants are epoch ms. */
export type Contact = ContactContent & {
  /** `CON-12` */
  id: string
  organisationNumber: string
  /** whose address it is in Slack; null: nobody's there */
  user: SlackUser | null
  hears: ContactTopic[]
  /** the person behind the address said that it is theirs */
  verifiedAt: number | null
  /** when somebody (that person, or a member) last said that it is still right */
  confirmedAt: number | null
  bounce: { at: number; reason: BounceReason; code: number | null } | null
  /** when their account in Slack was seen deactivated */
  accountGoneAt: number | null
  /** who put it into Digdir's portal; `current` false: it was changed here since */
  mirrored: { by: SlackUser; at: number; current: boolean } | null
  /** `person:T1:U1`, or the program that imported it */
  registeredBy: string
  /** when the mail that tells of the registration was written */
  toldAt: number | null
  version: number
  createdAt: number
  updatedAt: number
}

/** A link by which an address is confirmed. */
export type ContactLink = {
  id: string
  contactId: string
  /** the address it went to */
  email: string
  createdAt: number
  expiresAt: number
  usedAt: number | null
}

/** Whose invoice information it is: the organisation's, or one client's. */
export type InvoiceOf = { organisationNumber: string; client: ClientRef | null }

/** What is typed of invoice information (fakturainformasjon), checked. */
export type InvoiceContent = {
  /** EHF recipient */
  invoiceOrganisationNumber: string
  /** as Enhetsregisteret has it; null: it did not answer, so the number is unverified */
  invoiceName: string | null
  address: string
  reference: string
  email: string | null
}

export type Invoice = InvoiceOf &
  InvoiceContent & { updatedBy: string; version: number; createdAt: number; updatedAt: number }

/** Logins of an organisation in a month (`2026-10`). */
export type LoginCount = { organisationNumber: string; environment: Environment; month: string; logins: number }

/** What is counted of an organisation's contacts, for its reachability. */
export type ReachFacts = {
  contacts: number
  /** different people: contacts that are no shared mailbox */
  people: number
  /** confirmed since the instant that was asked for, and not bounced */
  confirmed: number
  bounced: number
  /** whose account in Slack is gone */
  gone: number
  /** not in Digdir's portal, or changed since */
  unmirrored: number
  /** distinct addresses that no mail came back from */
  addresses: number
}
