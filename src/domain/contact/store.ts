import type { PageAsked, Paged } from '../belonging/store.ts'
import type { Language, Organisation, SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'
import type {
  BounceReason,
  Contact,
  ContactContent,
  ContactLink,
  ContactTopic,
  Invoice,
  InvoiceContent,
  InvoiceOf,
  LoginCount,
  ReachFacts,
} from './types.ts'

/** A contact as it is added; the store gives it its id. */
export type NewContact = ContactContent & {
  organisationNumber: string
  user: SlackUser | null
  registeredBy: string
  hears: ContactTopic[]
  toldAt: number | null
}

/** Whom an incident or a question about one client reaches; `client` null: of a client that is not there yet. */
export type ContactsFor = { organisationNumber: string; environment: Environment; clientId: string | null }

export type ContactReads = {
  /** Null also for another organisation's. `id` in any letter case. */
  contact(organisationNumber: string, id: string): Promise<Contact | null>
  /** For links in mails, jobs and deliveries, which have no viewer. */
  contactById(id: string): Promise<Contact | null>
  /** An organisation's contact with this address, in any letter case. */
  contactAt(organisationNumber: string, email: string): Promise<Contact | null>
  /** By words of the name or the beginning of the address, or an id; sorted by name. */
  contacts(query: PageAsked & { organisationNumber: string; text?: string }): Promise<Paged<Contact>>
  /** All of an organisation, sorted by name: there are few. */
  contactsOf(organisationNumber: string): Promise<Contact[]>
  /** Those who are told of a client: of the organisation, its environment, and itself; sorted by name. */
  contactsFor(about: ContactsFor): Promise<Contact[]>
  /** Of all organisations, with this address in any letter case. */
  contactsAt(email: string): Promise<Contact[]>
  contactsOfUser(user: SlackUser): Promise<Contact[]>
  /** People of a Slack account that is gone who are contacts and not marked yet; and those marked who are back. */
  contactsOfGoneAccounts(): Promise<{ contact: Contact; gone: boolean }[]>
  /** Whose confirmation is older than this (epoch ms; never confirmed counts from creation), in order of id after `after`. */
  contactsUnconfirmedSince(before: number, after: string | null, size: number): Promise<Contact[]>
  /** Of one organisation, or all (also without contacts, sorted by number). `since`: epoch ms for `confirmed`. */
  reachFacts(about: {
    organisationNumber?: string
    since: number
  }): Promise<{ organisation: Organisation; facts: ReachFacts }[]>
  contactLink(id: string): Promise<ContactLink | null>
  /** How many links went to a contact since then (epoch ms). */
  contactLinksSince(contactId: string, since: number): Promise<number>
  /** When somebody with this address left an organisation; null: never, or forgotten. `emailHash` is the vault's. */
  departure(organisationNumber: string, emailHash: string): Promise<number | null>
  invoice(of: InvoiceOf): Promise<Invoice | null>
  /** The organisation's own first, then by client id. */
  invoicesOf(organisationNumber: string): Promise<Invoice[]>
  /** In production, months from `from` to `to` (`2026-10`) inclusive, by month. */
  loginCounts(organisationNumber: string, from: string, to: string): Promise<{ month: string; logins: number }[]>
  /** Sums in production of those months, of every organisation that has any. */
  loginSums(from: string, to: string): Promise<{ organisationNumber: string; logins: number }[]>
  /** What an organisation was told in a settlement year: per percent (0: invoice information is missing) when last. */
  thresholdNotices(organisationNumber: string, year: number): Promise<{ percent: number; at: number }[]>
}

/**
 * What else than its content is changed of a contact. Left out: as it is; but that an account is gone is forgotten with
 * the account, when `user` is another.
 */
export type ContactMarks = Partial<{
  user: SlackUser | null
  hears: ContactTopic[]
  language: Language
  verifiedAt: number | null
  confirmedAt: number | null
  bounce: null
  accountGoneAt: number | null
  /** as its content is now */
  mirrored: { by: SlackUser; at: number } | null
  toldAt: number | null
  /** whose doing it is that this address is there */
  registeredBy: string
}>

export type ContactWrites = {
  /** In order. Throws `contact-exists` when an organisation has one with the address already, in any letter case. */
  addContacts(rows: NewContact[]): Promise<Contact[]>
  /**
   * Another content, if it still has `version`; null: it has not, or is gone. A new address is neither verified nor
   * bounced. Throws `contact-exists` as above.
   */
  saveContact(
    id: string,
    version: number,
    content: ContactContent & { user: SlackUser | null },
  ): Promise<Contact | null>
  /** Null when it is gone, or (with a version) another by now. */
  markContact(id: string, version: number | null, marks: ContactMarks): Promise<Contact | null>
  /** As `contactsOf`; nobody else adds, changes or removes contacts of the organisation until the write is over. */
  lockContactsOf(organisationNumber: string): Promise<Contact[]>
  /** With its links and clients. False: gone, or another by now. `version` null: whatever it is. */
  forgetContact(id: string, version: number | null): Promise<boolean>
  /**
   * Every contact with this address, in any letter case, that was not marked so before; those it marked. With `sentAt`
   * (epoch ms: when the mail had gone out) not those who confirmed the address after that.
   */
  markBounced(
    email: string,
    bounce: { at: number; reason: BounceReason; code: number | null },
    sentAt?: number | null,
  ): Promise<Contact[]>
  addContactLink(link: Omit<ContactLink, 'createdAt' | 'usedAt'>): Promise<void>
  /** False when it was used already or has expired by `now`. */
  useContactLink(id: string, now: number): Promise<boolean>
  addDeparture(organisationNumber: string, emailHash: string, at: number): Promise<void>
  /** `expected`: version that was read, null: none; throws `changed-meanwhile`. */
  saveInvoice(of: InvoiceOf, content: InvoiceContent, updatedBy: string, expected: number | null): Promise<Invoice>
  forgetInvoice(of: InvoiceOf, expected: number): Promise<boolean>
  /** The recipient's name, learnt since; false when it is another version by now. The version stays. */
  nameRecipient(of: InvoiceOf, version: number, name: string): Promise<boolean>
  /** Each replaces what was there of the same organisation, environment and month. */
  saveLoginCounts(rows: LoginCount[]): Promise<{ added: number; changed: number; same: number }>
  /** False when it was noted already; with `again` (epoch ms), when it was noted since then. */
  noteThreshold(organisationNumber: string, year: number, percent: number, again?: number): Promise<boolean>
  /** What was noted of higher parts than `percent`, the highest that is still passed: their passing is told anew. */
  forgetThresholds(organisationNumber: string, year: number, percent: number): Promise<number>
  /**
   * Housekeeping: links that ended and departures from before (epoch ms each). The links of a contact that still has
   * the address they went to are kept, so that an old mail leads to a new link.
   */
  forgetContactTraces(before: { links: number; departures: number }): Promise<number>
}
