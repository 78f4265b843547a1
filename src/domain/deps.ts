import type { AuditReads, AuditWrites } from './audit/store.ts'
import type { AuditEntry } from './audit/types.ts'
import type { Desk } from './belonging/desk.ts'
import type { Enhetsregisteret } from './belonging/register-unit.ts'
import type { BelongingReads, BelongingWrites } from './belonging/store.ts'
import type { Language, Organisation, SlackPerson, SlackUser } from './belonging/types.ts'
import type { Change, ChangeState, NewChange } from './change.ts'
import type { OwnerReads, OwnerWrites } from './client/owner-store.ts'
import type { AdminClients, Digdir, Environment, RegisteredKey, Registration } from './client/types.ts'
import type { ContactReads, ContactWrites } from './contact/store.ts'
import type { NewDelivery } from './delivery/delivery.ts'
import type { DeliveryReads, DeliveryWrites } from './delivery/store.ts'
import type { Idporten, LoginReads, LoginWrites, Vault } from './login/types.ts'
import type { OrderReads, OrderWrites } from './order/store.ts'
import type { RoundReads, RoundWrites } from './rounds.ts'
import type { Turns } from './turns.ts'

/** What a body of `write` may return: it is kept beside the once-key and given back to whoever repeats it. */
export type Kept = null | boolean | number | string | Kept[] | { [key: string]: Kept }

/** What goes into one transaction beside the body (design 1.6). */
export type Effects<T> = {
  /** may happen once only: a second write with this key runs nothing and gets the first one's outcome */
  once?: string
  audit?: AuditEntry[] | ((value: T) => AuditEntry[])
  /** what is to be sent because of it */
  deliveries?: NewDelivery[] | ((value: T) => NewDelivery[])
}

/** `fresh` false: the once-key was used before, and `value` is what that write returned. */
export type Written<T> = { fresh: boolean; value: T }

/** A row of an organisation import (design section 4, `organisations import`). */
export type OrganisationRow = Organisation & {
  /** lower case, punycode; `*.` in front covers what lies below it and not itself */
  domains: string[]
}

/** A list of an organisation's registrations, as it was last fetched from Digdir. */
export type Listing = {
  /** epoch ms of the last complete fetch */
  fetchedAt: number
  /** false: made with a supplier's access, so clients made elsewhere may not show */
  complete: boolean
}

export type RegistrationQuery = {
  organisationNumber: string
  environment: Environment
  /** words or an id as typed; every word must begin a word of the name, or the id */
  text?: string
  /** inactive ones too */
  inactive?: boolean
  /** zero-based page of `size` rows */
  page: number
  size: number
}

/** Where a person's card about a thing stands, so that it is edited in place. */
export type Card = { subject: string; user: SlackUser; channel: string; ts: string }

/** Questions. They write nothing. */
export type Reads = BelongingReads &
  OwnerReads &
  LoginReads &
  DeliveryReads &
  ContactReads &
  OrderReads &
  RoundReads &
  AuditReads & {
    /** Throws when the store does not answer. */
    ping(): Promise<void>
    organisation(number: string): Promise<Organisation | null>
    /** All organisations whose rule covers the domain, the longest match only (several when a domain is shared). */
    organisationsByDomain(domain: string): Promise<Organisation[]>
    organisationCount(): Promise<number>
    person(user: SlackUser): Promise<{ person: SlackPerson; chosenLanguage: Language | null } | null>
    registrations(query: RegistrationQuery): Promise<{ rows: Registration[]; total: number; inactive: number }>
    registration(organisationNumber: string, environment: Environment, clientId: string): Promise<Registration | null>
    registrationKeys(
      organisationNumber: string,
      environment: Environment,
      clientId: string,
    ): Promise<RegisteredKey[] | null>
    listing(organisationNumber: string, environment: Environment): Promise<Listing | null>
    /** What the write with a once-key came to; undefined when there was none. */
    keptOutcome(once: string): Promise<Kept | undefined>
    change(id: string): Promise<Change | null>
    /**
     * Changes of a person that are not at an end: `proposed` and still in time, `approved`, `applying`, `unknown`, or
     * `failed` with a step taken; newest first.
     */
    openChanges(user: SlackUser): Promise<Change[]>
    /**
     * Changes that nobody has moved since `before` (epoch ms) and whose runner should have: `applying`, and `approved`
     * of any policy, since whoever says yes (or asks, where nobody else must) carries it out at once. Oldest first.
     */
    interruptedChanges(before: number): Promise<Change[]>
    /** Proposals about a subject, or of an organisation, that nobody has decided and that have not expired; oldest first. */
    proposedChanges(about: { subject: string } | { organisationNumber: string }): Promise<Change[]>
    /** Proposals whose time is over (epoch ms); oldest first. */
    lapsedChanges(now: number): Promise<Change[]>
    card(subject: string, user: SlackUser): Promise<Card | null>
    /** Every card about a subject, whoever has it: a channel's stands under the channel's id as user. */
    cards(subject: string): Promise<Card[]>
    /** Cards whose subject begins so, in order of it, after the subject `after`; at most `size`. */
    cardsUnder(prefix: string, after: string | null, size: number): Promise<Card[]>
  }

/** Effects, each inside a `write`. */
export type Writes = BelongingWrites &
  OwnerWrites &
  LoginWrites &
  DeliveryWrites &
  ContactWrites &
  OrderWrites &
  RoundWrites &
  AuditWrites & {
    saveOrganisations(rows: OrganisationRow[]): Promise<{ added: number; changed: number; same: number }>
    savePerson(person: SlackPerson): Promise<void>
    /** The next change must ask Slack again: `user_change` came. */
    expirePerson(user: SlackUser): Promise<void>
    chooseLanguage(user: SlackUser, language: Language): Promise<void>
    /**
     * The organisation's whole list, as fetched from `startedAt` (epoch ms) on: adds, changes, and forgets what is no
     * longer there. What was saved meanwhile is newer than the fetch: rows that arose stay, and of two versions the later
     * one wins.
     */
    replaceRegistrations(
      organisationNumber: string,
      environment: Environment,
      rows: Registration[],
      fetch: Listing & { startedAt: number },
    ): Promise<void>
    saveRegistration(organisationNumber: string, environment: Environment, row: Registration): Promise<void>
    saveKeys(
      organisationNumber: string,
      environment: Environment,
      clientId: string,
      keys: RegisteredKey[],
    ): Promise<void>
    /** `payloadHash` is kept as given. */
    addChange(
      change: NewChange & { id: string; state: ChangeState; expiresAt: number; payloadHash: string },
    ): Promise<Change>
    /**
     * Moves a change on, if it still has `version`; null when somebody else was first.
     */
    moveChange(
      id: string,
      version: number,
      patch: Partial<Pick<Change, 'state' | 'step' | 'result' | 'failure' | 'surface' | 'decision' | 'loginId'>>,
    ): Promise<Change | null>
    saveCard(card: Card): Promise<void>
    forgetCard(subject: string, user: SlackUser): Promise<void>
    /** Once-keys from before an instant (epoch ms): what they guarded can't be repeated any more. */
    forgetOnceKeys(before: number): Promise<void>
  }

export type Store = Reads & {
  /**
   * One transaction: the once-key, the body, the audit rows. Inside the body only `tx` is awaited.
   * Throws `store-busy` when the database stayed locked.
   */
  write<T extends Kept>(effects: Effects<T>, body: (tx: Writes) => Promise<T>): Promise<Written<T>>
  close(): Promise<void>
}

/** Everything that the domain asks of the world; functions take the smallest `Pick` of it that they need. */
export type Deps = {
  store: Store
  digdir: Digdir
  adminClients: AdminClients
  enhetsregisteret: Enhetsregisteret
  vault: Vault
  desk: Desk
  /** null: ID-porten is not set up, and nothing can be changed in production */
  idporten: Idporten | null
  /** epoch ms */
  now(): number
  newId(): string
  wait(ms: number): Promise<void>
  /** this process's single flights and queues by key; made once with `createTurns` */
  turns: Turns
}
