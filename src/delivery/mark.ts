import type { Delivery } from '../domain/delivery/delivery.ts'
import type { DeliveryEnd } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import { type AttemptNeeds, about } from './attempt.ts'
import { effect } from './batch.ts'
import { pause } from './clock.ts'

export type MarkNeeds = Pick<AttemptNeeds, 'store' | 'clock' | 'log'> & {
  /** hears of every row that came to an end or was put off, once that is written down; for the figures */
  onEnd?: (row: Delivery, end: DeliveryEnd) => void
}

/** Pauses before an end is written down again, ms. */
const pauses = [200, 1_000, 5_000, 15_000]

/**
 * Writes down how an attempt ended; again and again while the store does not answer, since what was sent would else
 * be `unknown`. Never throws.
 */
export const mark = async ({ store, clock, log, onEnd }: MarkNeeds, row: Claimed, end: DeliveryEnd): Promise<void> => {
  const said = { ...about(row), end: end.state, ...('failure' in end && { failure: end.failure }) }
  for (const next of [...pauses, null]) {
    try {
      const marked = await effect(store, (tx) => tx.endSending(row.id, row.token, end))
      if (!marked) return log.warn(said, 'a delivery ended after its claim was lost')
      log.info(said, 'a delivery ended')
      return onEnd?.(row, end)
    } catch (error) {
      if (next === null) log.error({ ...said, err: error }, 'the end of a delivery could not be written down')
      else await pause(clock, next)
    }
  }
}
