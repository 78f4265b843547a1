/** bokmål or English: the languages the bot speaks. */
export const languages = ['nb', 'en'] as const
export type Language = (typeof languages)[number]

/** A Slack user is known by team and user id together (slack.md 4.3), never by name. */
export type SlackUser = { teamId: string; userId: string }

/** What Slack says of a person (users.info, slack.md 4.3), at `seenAt` (epoch ms). */
export type SlackPerson = SlackUser & {
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
  'unconfirmed',
  'public-domain',
  'unknown-domain',
  'shared-domain',
] as const
export type StrangerReason = (typeof strangerReasons)[number]

/** How a Slack user belongs. A later rule (assignments, roles, clearances) widens `member`, not the callers. */
export type Belonging =
  | { as: 'stranger'; reason: StrangerReason; domain: string | null }
  | { as: 'member'; organisation: Organisation; by: 'domain'; domain: string }
