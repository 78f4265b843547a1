import type { SlackPerson, SlackUser } from '../domain/belonging/types.ts'
import { markGoneAccounts } from '../domain/contact/mark-gone-accounts.ts'
import type { Deps } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { all, walkContacts } from './contacts-walk.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 10 * 60_000
/** Contacts that a round looks at. */
const perRound = 500
/** Questions to Slack in a round, far below what users.info may be asked in a minute (slack.md 3.1). */
const questions = 50
/** Slack tells of a deactivation by `user_change`; who was not heard of for so long is asked about, ms. */
const heardOf = 20 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now' | 'desk'> & {
  /** Slack's users.info; throws `slack-unavailable`, and `slack-refused` for nobody */
  person(user: SlackUser): Promise<SlackPerson>
}

/** False: Slack does not answer now. */
const ask = async ({ store, person }: Needs, user: SlackUser): Promise<boolean> => {
  try {
    const found = await person(user)
    await store.write({}, async (tx) => {
      await tx.savePerson(found)
      return null
    })
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code !== 'slack-unavailable'
  }
}

/**
 * Looks whether contacts' accounts in Slack are still there, and flags those that are gone (`mark-gone-accounts.ts`). One
 * round: `perRound` contacts, in order of id, and `questions` to Slack at most; so that each is asked about within the
 * day. Gives after whom the next round goes on (null: it begins anew), and what changed. Throws what the store throws.
 */
export const lookForGone = async (
  needs: Needs,
  after: string | null,
): Promise<{ after: string | null; gone: number; back: number }> => {
  const now = needs.now()
  let left = questions
  const next = await walkContacts(needs, { before: all(now), after, size: perRound }, async ({ user }) => {
    if (user === null) return true
    const stored = await needs.store.person(user)
    if (now - (stored?.person.seenAt ?? 0) < heardOf) return true
    if (left === 0) return false
    left -= 1
    return await ask(needs, user)
  })
  return { after: next, ...(await markGoneAccounts(needs)) }
}

/**
 * Looks every ten minutes, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchGoneAccounts = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async (after: string | null) => {
    const done = await lookForGone(services, after)
    if (done.gone + done.back > 0) log.info({ gone: done.gone, back: done.back }, 'accounts of contacts')
    return done.after
  }
  const failed = 'the accounts of contacts could not be looked at'
  return startDueRounds(services, { name: 'contacts-gone', everyMs: every, failed, round }, log, take)
}
