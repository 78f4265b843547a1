import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { startRounds } from './rounds.ts'

const every = 6 * 60 * 60_000
/**
 * Slack repeats a request for hours at most, and nobody's form or button is answered twice after so long. A login that
 * proved a number waits for its confirmation for fourteen days (`clearance.give`), so nothing shorter will do. Ms.
 */
const keptFor = 30 * 24 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'>

/**
 * Forgets what nobody can use any more: once-keys, and logins, links, guesses and clearances that ended. One round.
 * Throws what the store throws.
 */
export const purge = async ({ store, now }: Needs): Promise<void> => {
  const before = now() - keptFor
  await store.write({}, async (tx) => {
    await tx.forgetOnceKeys(before)
    await tx.forgetProofs(before)
    return null
  })
}

/**
 * Purges now and every six hours, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchPurge = (services: Needs, log: Logger, take: (round: Promise<void>) => void): { stop(): void } =>
  startRounds({ everyMs: every, failed: 'what has ended could not be purged', round: () => purge(services) }, log, take)
