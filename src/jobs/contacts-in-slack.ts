import type { SlackUser } from '../domain/belonging/types.ts'
import type { Contact } from '../domain/contact/types.ts'
import type { Deps } from '../domain/deps.ts'
import { isAppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { all, walkContacts } from './contacts-walk.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 10 * 60_000
/** Contacts that a round looks at. */
const perRound = 500
/** Questions to Slack in a round; users.lookupByEmail may be asked some fifty times a minute (slack.md 3.1). */
const questions = 40

type Needs = Pick<Deps, 'store' | 'now'> & {
  /** Slack's users.lookupByEmail; throws `slack-unavailable` */
  userByEmail(email: string): Promise<SlackUser | null>
}

/** True: whose address it is was found, and written down. */
const find = async ({ store, userByEmail }: Needs, { id, email, version }: Contact): Promise<boolean> => {
  const user = await userByEmail(email).catch((error) => {
    if (isAppError(error, 'slack-refused')) return null
    throw error
  })
  if (user === null) return false
  // another version by now: whoever saved that one looks for themselves
  return (await store.write({}, async (tx) => (await tx.markContact(id, version, { user })) !== null)).value
}

/**
 * Finds in Slack whose address a contact's is, where nobody could when it was saved: imported, handed over on a page, or
 * Slack did not answer. One round: `perRound` contacts in order of id, and `questions` at most. Gives after whom the next
 * round goes on (null: it begins anew), and how many were found. Where Slack does not answer, it ends. Throws what the
 * store throws.
 */
export const lookForUsers = async (
  needs: Needs,
  after: string | null,
): Promise<{ after: string | null; found: number }> => {
  let left = questions
  let found = 0
  const next = await walkContacts(needs, { before: all(needs.now()), after, size: perRound }, async (contact) => {
    if (contact.user !== null) return true
    if (left === 0) return false
    left -= 1
    try {
      if (await find(needs, contact)) found += 1
      return true
    } catch (error) {
      if (!isAppError(error, 'slack-unavailable')) throw error
      return false
    }
  })
  return { after: next, found }
}

/**
 * Looks every ten minutes, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchContactsInSlack = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async (after: string | null) => {
    const done = await lookForUsers(services, after)
    if (done.found > 0) log.info({ found: done.found }, 'contacts were found in Slack')
    return done.after
  }
  const failed = 'contacts could not be looked for in Slack'
  return startDueRounds(services, { name: 'contacts-in-slack', everyMs: every, failed, round }, log, take)
}
