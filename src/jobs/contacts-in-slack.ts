import type { SlackUser } from '../domain/belonging/types.ts'
import type { Deps } from '../domain/deps.ts'
import { isAppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { isMine } from './leased.ts'
import { startRounds } from './rounds.ts'

const every = 10 * 60_000
const lease = 15 * 60_000
/** Contacts that a round looks at. */
const perRound = 500
/** Questions to Slack in a round; users.lookupByEmail may be asked some fifty times a minute (slack.md 3.1). */
const questions = 40

type Needs = Pick<Deps, 'store' | 'now'> & {
  /** Slack's users.lookupByEmail; throws `slack-unavailable` */
  userByEmail(email: string): Promise<SlackUser | null>
}

/**
 * Finds in Slack whose address a contact's is, where nobody could when it was saved: imported, handed over on a page, or
 * Slack did not answer. One round: `perRound` contacts in order of id, and `questions` at most. Gives after whom the next
 * round goes on (null: it begins anew), and how many were found. Throws what the store throws.
 */
export const lookForUsers = async (
  { store, now, userByEmail }: Needs,
  after: string | null,
): Promise<{ after: string | null; found: number }> => {
  // nobody is confirmed later than now: these are all contacts
  const contacts = await store.contactsUnconfirmedSince(now() + 1, after, perRound)
  let left = questions
  let last = after
  let found = 0
  for (const contact of contacts) {
    if (contact.user === null && contact.accountGoneAt === null) {
      if (left === 0) return { after: last, found }
      left -= 1
      const user = await userByEmail(contact.email).catch((error) => {
        if (isAppError(error, 'slack-refused')) return null
        throw error
      })
      // another version by now: whoever saved that one looked for themselves
      const marked =
        user &&
        (await store.write({}, async (tx) => (await tx.markContact(contact.id, contact.version, { user })) !== null))
      if (marked?.value) found += 1
    }
    last = contact.id
  }
  return { after: contacts.length < perRound ? null : last, found }
}

/**
 * Looks now and every ten minutes, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchContactsInSlack = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const holder = services.newId()
  let after: string | null = null
  return startRounds(
    {
      everyMs: every,
      round: async () => {
        if (!(await isMine(services, 'contacts-in-slack', holder, lease))) return
        const round = await lookForUsers(services, after)
        after = round.after
        if (round.found > 0) log.info({ found: round.found }, 'contacts were found in Slack')
      },
      failed: 'contacts could not be looked for in Slack',
    },
    log,
    take,
  )
}
