import type { Delivery } from '../domain/delivery/delivery.ts'
import type { DeliveryEnd } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import { type AttemptNeeds, about } from './attempt.ts'
import { pause } from './clock.ts'

/** Hears of every row that came to an end or was put off, once that is written down. */
export type OnEnd = (row: Delivery, end: DeliveryEnd) => void

export type MarkNeeds = Pick<AttemptNeeds, 'ledger' | 'clock' | 'log'> & { onEnd?: OnEnd }

/** Pauses before an end is written down again, ms. */
const pauses = [200, 1_000, 5_000, 15_000]

/**
 * Writes down how an attempt ended; again and again while the store does not answer, since what was sent would else
 * be `unknown`. Never throws.
 *
 * @param moreSoon see `Ledger`
 */
export const mark = async (
  { ledger, clock, log, onEnd }: MarkNeeds,
  row: Claimed,
  end: DeliveryEnd,
  moreSoon: boolean,
): Promise<void> => {
  const said = { ...about(row), end: end.state, ...('failure' in end && { failure: end.failure }) }
  for (const next of [...pauses, null]) {
    try {
      if (!(await ledger.end(row, end, moreSoon))) return log.warn(said, 'a delivery ended after its claim was lost')
      log.info(said, 'a delivery ended')
      return onEnd?.(row, end)
    } catch (error) {
      if (next === null) log.error({ ...said, err: error }, 'the end of a delivery could not be written down')
      else await pause(clock, next)
    }
  }
}
