import { toldSettled } from '../../views/contact/told-settled.ts'
import { postedFor, postSubjects } from '../domain/contact/posts.ts'
import type { Delivery } from '../domain/delivery/delivery.ts'
import type { Compose } from '../domain/delivery/message.ts'
import type { Card, Deps } from '../domain/deps.ts'
import { isAppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { SlackApi } from '../slack/client.ts'
import { textFor } from '../text/index.ts'
import { startDueRounds } from './due-rounds.ts'

/** Whoever put something right sees it in the channel soon, ms. */
const every = 30_000
/** Posts that a round looks at. */
const perRound = 200

/** Why nobody wants a row any more, where that is because its matter is at an end. */
const ends = ['contact-gone', 'mended-since', 'confirmed-since'] as const

type Needs = Pick<Deps, 'store' | 'now'> & {
  slack: Pick<SlackApi, 'update'>
  /** the words of a row as of now, whatever became of the channel that it stands in */
  wordsNow: Compose
}

const forget = async ({ store }: Needs, { subject, user }: Card): Promise<null> =>
  (
    await store.write({}, async (tx) => {
      await tx.forgetCard(subject, user)
      return null
    })
  ).value

const contactIn = ({ data }: Delivery): string | null =>
  typeof data === 'object' && data !== null && 'aboutId' in data ? String(data.aboutId) : null

/** Says in place of a post that its matter is at an end. Throws `slack-unavailable`. */
const settle = async (needs: Needs, card: Card, row: Delivery, why: (typeof ends)[number]): Promise<void> => {
  const settled = { kind: row.kind, why, contact: contactIn(row), at: needs.now() }
  try {
    await needs.slack.update(card.channel, card.ts, toldSettled(textFor(row.language), settled))
  } catch (error) {
    // somebody deleted it, or the channel is closed to the bot: nothing stands there to be put right
    if (!isAppError(error, 'view-gone', 'slack-refused')) throw error
  }
  await forget(needs, card)
}

/** One post; true: its matter is at an end, and it says so. */
const look = async (needs: Needs, card: Card): Promise<boolean> => {
  const row = await needs.store.delivery(postedFor(card))
  const now = row && (await needs.wordsNow(row))
  // its matter is not at an end
  if (now && !('suppress' in now)) return false
  const why = ends.find((one) => one === now?.suppress)
  if (!row || why === undefined) {
    await forget(needs, card)
    return false
  }
  await settle(needs, card, row, why)
  return true
}

/**
 * Looks at posts in organisations' channels, and says so where what they asked for is done (design section 3: a card is
 * edited in place). One round: `perRound` posts in order. Gives after which the next round goes on (null: it begins
 * anew), and how many were settled. Throws what Slack and the store throw.
 */
export const settlePosts = async (
  needs: Needs,
  after: string | null,
): Promise<{ after: string | null; settled: number }> => {
  const cards = await needs.store.cardsUnder(postSubjects, after, perRound)
  let settled = 0
  for (const card of cards) if (await look(needs, card)) settled += 1
  return { after: cards.length < perRound ? null : (cards.at(-1)?.subject ?? null), settled }
}

/**
 * Looks at every minute, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchPosts = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async (after: string | null) => {
    const done = await settlePosts(services, after)
    if (done.settled > 0) log.info({ count: done.settled }, 'posts in channels were settled')
    return done.after
  }
  const failed = 'posts in channels could not be settled'
  return startDueRounds(services, { name: 'contacts-posts', everyMs: every, failed, round }, log, take)
}
