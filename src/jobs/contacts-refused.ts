import { recordRefusal } from '../domain/contact/refusal.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 10 * 60_000
/** How far back a round looks, ms: what is older was looked at often enough. */
const back = 3 * 24 * 60 * 60_000
const perRound = 200

/**
 * Marks contacts whose server refused a mail and who were not marked when it did: the process ended in between, or the
 * store did not answer. Gives how many mails it found so.
 */
export const markRefused = async (deps: Pick<Deps, 'store' | 'now' | 'desk'>): Promise<number> => {
  const rows = await deps.store.refusedUnmarked(deps.now() - back, perRound)
  for (const row of rows) await recordRefusal(deps, row)
  return rows.length
}

/**
 * Looks every ten minutes, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchRefused = (
  services: Pick<Deps, 'store' | 'now' | 'newId' | 'desk'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async () => {
    const found = await markRefused(services)
    if (found > 0) log.info({ found }, 'contacts were marked whose mail had been refused')
    return null
  }
  const failed = 'refused mails could not be looked at'
  return startDueRounds(services, { name: 'contacts-refused', everyMs: every, failed, round }, log, take)
}
