import type { Found, SendOutcome, SlackContent } from './message.ts'

/** What went wrong with a Slack message, in closed words. */
export const slackFailures = [
  /** nobody there: gone, archived, deactivated, or closed to the bot */
  'no-recipient',
  'refused-message',
  'rate-limited',
  'auth',
  'connection',
  'timeout',
  /** Slack answered that something went wrong on its side, after which the message may be there */
  'no-answer',
] as const
export type SlackFailure = (typeof slackFailures)[number]

/** Slack, for messages that nobody waits for: one attempt each, and a way to find out about a lost answer. */
export type SlackSender = {
  /** Posts to a channel or user id, under the row's id as metadata. Never throws for what Slack or the network does. */
  post(address: string, content: SlackContent, id: string): Promise<SendOutcome>
  /** The message with this id as metadata, among those at the address since an instant (epoch ms). Never throws. */
  find(address: string, id: string, since: number): Promise<Found>
}
