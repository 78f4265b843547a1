import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { startRounds } from './rounds.ts'

const every = 6 * 60 * 60_000
/** Slack repeats a request for hours at most, and nobody's form or button is answered twice after so long, ms. */
const keptFor = 30 * 24 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'>

/** Forgets the once-keys that nobody can repeat any more. One round. Throws what the store throws. */
export const purgeOnceKeys = async ({ store, now }: Needs): Promise<void> => {
  await store.write({}, async (tx) => {
    await tx.forgetOnceKeys(now() - keptFor)
    return null
  })
}

/**
 * Purges now and every six hours, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchOnceKeys = (services: Needs, log: Logger, take: (round: Promise<void>) => void): { stop(): void } =>
  startRounds(
    every,
    async () => {
      try {
        await purgeOnceKeys(services)
      } catch (error) {
        log.warn({ err: error }, 'old once-keys could not be purged')
      }
    },
    take,
  )
