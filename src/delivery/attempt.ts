import type { Channel, Compose, Content, DeliveryEnd, SendOutcome } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import type { Store } from '../domain/deps.ts'
import { loudness } from '../errors.ts'
import type { Logger } from '../log.ts'
import { type Batch, effect } from './batch.ts'
import type { Clock } from './clock.ts'
import { endOf } from './end-of.ts'
import type { Signal } from './signal.ts'

export type AttemptNeeds = {
  store: Pick<Store, 'write'>
  clock: Clock
  log: Logger
  compose: Compose
  /** set: nothing more is begun */
  stop: Signal
}

/** What goes into a log of a row: never to whom, and never what it says. */
export const about = ({ id, kind, channel, lane }: Claimed) => ({ delivery: id, kind, channel, lane })

const passing = (reason: string): SendOutcome => ({ sent: false, lost: 'transient', code: null, reason })

const contentOf = async (
  { compose, log }: AttemptNeeds,
  row: Claimed,
): Promise<Content | { end: SendOutcome | string }> => {
  try {
    const composed = await compose(row)
    return 'suppress' in composed ? { end: composed.suppress } : composed
  } catch (error) {
    log[loudness(error)]({ ...about(row), err: error }, 'the words of a delivery could not be made')
    return { end: passing('not-made') }
  }
}

const sendOnce = async (
  { log }: AttemptNeeds,
  channel: Channel,
  row: Claimed,
  content: Content,
): Promise<SendOutcome> => {
  try {
    return await channel.send(row, content)
  } catch (error) {
    log.error({ ...about(row), err: error }, 'a channel failed on a delivery')
    return { sent: false, lost: 'unknown', code: null, reason: 'channel-failed' }
  }
}

/**
 * One attempt at one row: words, `sending`, and out. Throws what the store throws; then nothing has left.
 *
 * @returns how it ended; `not-begun` when the claim must be given back, `lost` when it is somebody else's by now
 */
export const attempt = async (
  needs: AttemptNeeds,
  channel: Channel,
  batch: Batch,
  row: Claimed,
): Promise<DeliveryEnd | 'not-begun' | 'lost'> => {
  const { store, clock } = needs
  const counted = { ...row, attempts: row.attempts + 1 }
  if (row.expiresAt !== null && row.expiresAt <= clock.now()) return { state: 'suppressed', failure: 'expired' }
  const content = await contentOf(needs, row)
  if ('end' in content) {
    const { end } = content
    return typeof end === 'string' ? { state: 'suppressed', failure: end } : endOf(end, counted, clock.now())
  }
  if (needs.stop.isSet() || !batch.proof.holds()) return 'not-begun'
  if (!(await effect(store, (tx) => tx.beginSending(row.id, row.token)))) return 'lost'
  // the store may have taken its time
  const outcome = batch.proof.holds() ? await sendOnce(needs, channel, row, content) : passing('late')
  return endOf(outcome, counted, clock.now())
}
