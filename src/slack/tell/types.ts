import type { Shown } from '../../../views/kit/shown.ts'
import type { SlackUser } from '../../domain/belonging/types.ts'
import type { Change } from '../../domain/change.ts'
import type { Outcome } from '../../domain/change-kind.ts'
import type { Card } from '../../domain/deps.ts'
import type { Order } from '../../domain/order/types.ts'
import type { Text } from '../../text/index.ts'

/**
 * Tells people in Slack what became of something that did not end in the request that began it: a login page, another
 * person's click, a worker. None of these throws for a Slack that is down or a person who is gone: what was done is done.
 * They log it.
 */
export type Tell = {
  /**
   * What a change came to, to the one who asked for it: in the place where its answer was to go (`change.surface`), and
   * on the thing's card.
   */
  outcome(outcome: Outcome): Promise<void>
  /** As `outcome`; false where somebody was not reached and may be later, as while Slack does not answer. */
  reach(outcome: Outcome): Promise<boolean>
  /** The second half of `outcome` alone: the thing's card, for a conversation that has shown its own answer. */
  card(outcome: Outcome): Promise<void>
  /**
   * Brings every card of a proposal up to date, and posts those that are not there yet: in the operations channel (or to
   * each operator), and to the organisation's admins, each in the language they read. Which cards, and with which
   * buttons, follows from the change alone, so that it can be called again at any time.
   */
  proposal(change: Change): Promise<void>
  /** A direct message, in the words of the person's language. */
  person(user: SlackUser, content: (t: Text) => Shown): Promise<void>
  /**
   * A card of the service desk's: in the operations channel, or to each operator where there is none. Edited in place
   * under its subject. Gives back those that stand now; none when nobody could be reached, or nobody is set up.
   */
  operations(subject: string, content: (t: Text) => Shown): Promise<Card[]>
  /**
   * Brings every card of an order up to date, with the last line of its history in their threads: the orderer's, the
   * organisation's channel's, and those that stand elsewhere.
   */
  order(order: Order): Promise<void>
}
