import type { Delivery } from '../domain/delivery/delivery.ts'
import type { Channel } from '../domain/delivery/message.ts'
import { about } from './attempt.ts'
import { effect } from './batch.ts'
import type { ClaimNeeds } from './claims.ts'
import { endOfLookUp } from './end-of.ts'
import type { OnEnd } from './mark.ts'

export type LookUpNeeds = ClaimNeeds & { onEnd?: OnEnd }

/** Rows that one look-up takes: they are asked about one by one, and all within half of the lease. */
const size = 10

/**
 * Finds out about rows whose answer was lost, by a crash or on the way: `sent` when the message is there, waiting again
 * when it surely is not. Never throws.
 *
 * @returns how many wait again
 */
export const lookUpLost = async (
  needs: LookUpNeeds,
  name: Delivery['channel'],
  { find }: Pick<Channel, 'find'>,
): Promise<number> => {
  const { store, clock, log, times, worker, newId } = needs
  if (find === undefined) return 0
  const claim = { worker, token: newId(), channel: name, size, leaseMs: times.leaseMs }
  let again = 0
  try {
    const lost = await effect(store, (tx) => tx.claimLost({ ...claim, before: clock.now() - times.settleMs }))
    for (const row of lost) {
      const end = endOfLookUp(await find(row), row, clock.now())
      if (!(await effect(store, (tx) => tx.endLookUp(row, end))) || end === null) continue
      log.info({ ...about(row), end: end.state }, 'a delivery whose answer was lost was looked up')
      if (end.state === 'queued') again += 1
      needs.onEnd?.(row, end)
    }
  } catch (error) {
    log.warn({ channel: name, err: error }, 'lost deliveries could not be looked up')
  }
  return again
}
