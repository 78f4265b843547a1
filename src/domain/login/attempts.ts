import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'

/** After so many wrong links from one address in so long, no link of that address is looked at (design section 3). */
const mostWrong = 20
const WINDOW_MS = 10 * 60_000

type AttemptDeps = Pick<Deps, 'store' | 'vault' | 'now'>

// a network address is personal too
const keyOf = ({ vault }: AttemptDeps, address: string): string => vault.sign('attempts', address)

/** Throws `too-many-attempts` for an address that guessed too often lately. */
export const assertNotGuessing = async (deps: AttemptDeps, address: string): Promise<void> => {
  const wrong = await deps.store.attempts(keyOf(deps, address), deps.now() - WINDOW_MS)
  if (wrong >= mostWrong) {
    throw new AppError('too-many-attempts', 'too many wrong links', { retryAfter: WINDOW_MS / 1000 })
  }
}

/** Counts a wrong link. */
export const noteWrongLink = async (deps: AttemptDeps, address: string): Promise<void> => {
  const now = deps.now()
  await deps.store.write({}, async (tx) => {
    await tx.countAttempt(keyOf(deps, address), now - WINDOW_MS, now)
    return null
  })
}
