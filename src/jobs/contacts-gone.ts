import type { SlackPerson, SlackUser } from '../domain/belonging/types.ts'
import { markGoneAccounts } from '../domain/contact/mark-gone-accounts.ts'
import type { Deps } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { isMine } from './leased.ts'
import { startRounds } from './rounds.ts'

const every = 10 * 60_000
/** One instance asks for all; when it is gone, another one takes over after so long, ms. */
const lease = 15 * 60_000
/** Contacts that a round looks at. */
const perRound = 500
/** Questions to Slack in a round, far below what users.info may be asked in a minute (slack.md 3.1). */
const questions = 50
/** Slack tells of a deactivation by `user_change`; who was not heard of for so long is asked about, ms. */
const heardOf = 20 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'> & {
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
  // nobody is confirmed later than now: these are all contacts
  const contacts = await needs.store.contactsUnconfirmedSince(now + 1, after, perRound)
  let left = questions
  let last = after
  for (const { id, user } of contacts) {
    const stored = user === null ? null : await needs.store.person(user)
    if (user !== null && now - (stored?.person.seenAt ?? 0) >= heardOf) {
      if (left === 0 || !(await ask(needs, user))) return { after: last, ...(await markGoneAccounts(needs)) }
      left -= 1
    }
    last = id
  }
  return { after: contacts.length < perRound ? null : last, ...(await markGoneAccounts(needs)) }
}

/**
 * Looks now and every ten minutes, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchGoneAccounts = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const holder = services.newId()
  let after: string | null = null
  const round = async () => {
    if (!(await isMine(services, 'contacts-gone', holder, lease))) return
    const done = await lookForGone(services, after)
    after = done.after
    if (done.gone + done.back > 0) log.info({ gone: done.gone, back: done.back }, 'accounts of contacts')
  }
  return startRounds({ everyMs: every, failed: 'the accounts of contacts could not be looked at', round }, log, take)
}
