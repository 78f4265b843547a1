import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'

/** After so many wrong links from one address in so long, no link of that address is looked at (design section 3). */
const mostWrong = 20
/** A code is shorter than a link is, and typed by somebody whom we know. */
const mostWrongCodes = 10
const WINDOW_MS = 10 * 60_000

type AttemptDeps = Pick<Deps, 'store' | 'vault' | 'now'>

// a network address is personal too
const linkKey = ({ vault }: AttemptDeps, address: string): string => vault.sign('attempts', address)
const codeKey = ({ vault }: AttemptDeps, { teamId, userId }: SlackUser): string =>
  vault.sign('attempts', 'code', teamId, userId)

const assertFewer = async ({ store, now }: AttemptDeps, key: string, most: number): Promise<void> => {
  if ((await store.attempts(key, now() - WINDOW_MS)) >= most) {
    throw new AppError('too-many-attempts', 'too many wrong attempts', { retryAfter: WINDOW_MS / 1000 })
  }
}

const count = async ({ store, now }: AttemptDeps, key: string): Promise<void> => {
  const at = now()
  await store.write({}, async (tx) => {
    await tx.countAttempt(key, at - WINDOW_MS, at)
    return null
  })
}

/** Throws `too-many-attempts` for an address that guessed too often lately. */
export const assertNotGuessing = (deps: AttemptDeps, address: string): Promise<void> =>
  assertFewer(deps, linkKey(deps, address), mostWrong)

/** Counts a wrong link. */
export const noteWrongLink = (deps: AttemptDeps, address: string): Promise<void> => count(deps, linkKey(deps, address))

/** Throws `too-many-attempts` for somebody who typed too many wrong codes lately. */
export const assertNotGuessingCodes = (deps: AttemptDeps, user: SlackUser): Promise<void> =>
  assertFewer(deps, codeKey(deps, user), mostWrongCodes)

/** Counts a wrong code. */
export const noteWrongCode = (deps: AttemptDeps, user: SlackUser): Promise<void> => count(deps, codeKey(deps, user))

/** So many logins for one change, and so many admin clients tried by one login; nobody needs as many. */
const mostTries = 20

/**
 * Counts one more try of a kind, such as a login for a change: each asks another system something, at whoever's wish.
 * Throws `too-many-attempts` after twenty within ten minutes.
 *
 * @param of what is tried, then the id of what it is tried for
 */
export const countTry = async (deps: AttemptDeps, ...of: [what: string, id: string]): Promise<void> => {
  const now = deps.now()
  const key = deps.vault.sign('tries', ...of)
  const { value: count } = await deps.store.write({}, (tx) => tx.countAttempt(key, now - WINDOW_MS, now))
  if (count <= mostTries) return
  throw new AppError('too-many-attempts', `too many tries: ${of[0]}`, { retryAfter: WINDOW_MS / 1000 })
}
