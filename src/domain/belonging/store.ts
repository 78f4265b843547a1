import type { Membership, Organisation, SlackPerson, SlackUser, Standing } from './types.ts'

/** A page of a longer list: zero-based, `size` rows. */
export type PageAsked = { page: number; size: number }
export type Paged<T> = { rows: T[]; total: number }

/** An organisation as an operator sees it. */
export type OrganisationDetails = Organisation & {
  /** `etat.no`, `*.etat.no` */
  domains: string[]
  channel: string | null
  createdAt: number
}

/** What an edit of an organisation sets. */
export type OrganisationContent = Pick<OrganisationDetails, 'name' | 'language' | 'domains' | 'channel'>

/** What a row of somebody at an organisation says. */
export type MembershipTerms = Pick<Membership, 'state' | 'admin' | 'until'>

/** Somebody as an admin of an organisation sees them. */
export type PersonEntry = {
  user: SlackUser
  name: string | null
  email: string | null
  kind: SlackPerson['kind']
  /** null: belongs by domain, or not at all */
  membership: MembershipTerms | null
  /** epoch ms until which they are cleared; null: not */
  clearedUntil: number | null
}

/**
 * A membership that somebody asked for; `open` while nobody has decided and its time is not over, `refusedAt` (epoch ms)
 * when somebody else said no.
 */
export type MembershipAsked = {
  changeId: string
  organisationNumber: string
  createdAt: number
  open: boolean
  refusedAt: number | null
}

export type BelongingReads = {
  /** Everything stored of how somebody belongs. Memberships that ended are left out. */
  standing(user: SlackUser): Promise<Standing>
  organisationDetails(number: string): Promise<OrganisationDetails | null>
  /** By words of the name, the beginning of the number, or a domain; sorted by name. */
  organisations(query: PageAsked & { text?: string }): Promise<Paged<OrganisationDetails>>
  /** The organisations that own a rule, in the rule's own words (`etat.no`, `*.etat.no`). */
  organisationsOwning(rule: string): Promise<Organisation[]>
  /**
   * People who are assigned to the organisation, removed from it, or have an address that one of its own rules covers,
   * met or not; by words of name or address; sorted by name, those whom the bot has never met last. `keyVersion`: only
   * a clearance proved under that key makes anybody cleared.
   */
  peopleOf(
    query: PageAsked & { organisationNumber: string; text?: string; keyVersion?: string },
  ): Promise<Paged<PersonEntry>>
  /** How many members the bot has met whose address is at the domain; `below`: at one below it, as a `*.` rule covers. */
  peopleAt(domain: string, covers: 'exact' | 'below'): Promise<number>
  membership(user: SlackUser, organisationNumber: string): Promise<Membership | null>
  /** The memberships that somebody asked for, or that were decided, since then (epoch ms), and those still open; oldest first. */
  membershipsAsked(user: SlackUser, since: number): Promise<MembershipAsked[]>
  /** Everybody who is admin of the organisation now. */
  adminsOf(organisationNumber: string): Promise<SlackUser[]>
  operatorsNamed(): Promise<{ user: SlackUser; givenBy: string; createdAt: number }[]>
}

export type BelongingWrites = {
  /**
   * One organisation: added, or its name, language, domains and channel as given. `expected` is how it was read (null:
   * not there); throws `changed-meanwhile` when it is another by now.
   */
  saveOrganisation(row: OrganisationContent & { number: string }, expected?: OrganisationContent | null): Promise<void>
  /** `expected` is what `membership` gave (null: nothing); throws `changed-meanwhile` when it is another by now. */
  saveMembership(
    row: MembershipTerms & { user: SlackUser; organisationNumber: string; givenBy: string },
    expected?: MembershipTerms | null,
  ): Promise<void>
  /** Forgets the row, so that the domain's rule counts again. False: there was none. `expected` as above. */
  forgetMembership(user: SlackUser, organisationNumber: string, expected?: MembershipTerms | null): Promise<boolean>
  /** As `membershipsAsked`; nobody else asks for the person from here on. */
  lockMembershipsAsked(user: SlackUser, since: number): Promise<MembershipAsked[]>
  chooseOrganisation(user: SlackUser, organisationNumber: string): Promise<void>
  saveOperator(user: SlackUser, givenBy: string): Promise<void>
  forgetOperator(user: SlackUser): Promise<boolean>
  /** `email` in lower case. */
  saveConfirmedAddress(user: SlackUser, email: string): Promise<void>
}
