/** bokmål or English: the languages the bot speaks. */
export const languages = ['nb', 'en'] as const
export type Language = (typeof languages)[number]

/** A Slack user is known by team and user id together (slack.md 4.3), never by name. */
export type SlackUser = { teamId: string; userId: string }

export const isSamePerson = (one: SlackUser, other: SlackUser): boolean =>
  one.teamId === other.teamId && one.userId === other.userId

/** What Slack says of a person (users.info, slack.md 4.3), at `seenAt` (epoch ms). */
export type SlackPerson = SlackUser & {
  /** as Slack shows it; for lists and searching, never to know somebody by */
  name: string | null
  email: string | null
  emailConfirmed: boolean
  kind: 'member' | 'guest' | 'stranger' | 'bot' | 'deactivated'
  /** BCP 47, such as `nb-NO`; null when unknown */
  locale: string | null
  seenAt: number
}

export type Organisation = {
  /** nine digits, mod-11 checked */
  number: string
  name: string
  /** what its channel and mails speak */
  language: Language
}

/** Why somebody is a stranger: the card says it and what to do. */
export const strangerReasons = [
  'slack-connect',
  'bot',
  'deactivated',
  'guest',
  'no-email',
  'public-domain',
  'unknown-domain',
  'shared-domain',
  'removed',
] as const
export type StrangerReason = (typeof strangerReasons)[number]

/** A person assigned to an organisation by name, or (`removed`) kept out of one that their domain would give. */
export type Membership = {
  user: SlackUser
  organisation: Organisation
  state: 'assigned' | 'removed'
  admin: boolean
  /** epoch ms; null: without end. A guest's assignment counts only with an end. */
  until: number | null
}

/** The right to change an organisation's production, without what it was proved by; `keyVersion` is of that hash's key. */
export type Clearance = { organisationNumber: string; keyVersion: string; expiresAt: number }

/** All that is stored of how somebody belongs, beside their mail domain; one read. */
export type Standing = {
  memberships: Membership[]
  /** an address that was confirmed by a link in a mail; lower case */
  confirmedAddress: string | null
  /** of several organisations, the one chosen */
  chosenOrganisation: string | null
  /** named by another operator; those of `OPERATORS` are not stored */
  operator: boolean
  /** those of an earlier `SECRET_KEY` too, which count for nothing */
  clearances: Clearance[]
  /** a membership that was asked for and not decided */
  request: { changeId: string; organisation: Organisation; expiresAt: number } | null
}

/** By what somebody belongs: the rule that whoami names. */
export type Rule = { by: 'domain'; domain: string } | { by: 'assignment'; until: number | null }

/** How a Slack user belongs (design section 2). An operator may be any of these beside. */
export type Belonging = { operator: boolean } & (
  | { as: 'stranger'; reason: StrangerReason; domain: string | null }
  /** Slack has not confirmed the address, and its owner has not either */
  | { as: 'unconfirmed'; domain: string; email: string }
  /** a shared domain: an organisation was picked, and nobody has confirmed it */
  | { as: 'pending'; organisation: Organisation; domain: string; changeId: string }
  | {
      as: 'member'
      organisation: Organisation
      rule: Rule
      admin: boolean
      cleared: boolean
      /** the other organisations one may switch to */
      others: Organisation[]
    }
)
