import type { Channel, Compose, Content, DeliveryEnd, SendOutcome } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import type { Store } from '../domain/deps.ts'
import { loudness } from '../errors.ts'
import type { Logger } from '../log.ts'
import { effect } from './batch.ts'
import type { Clock } from './clock.ts'
import { endOf } from './end-of.ts'
import type { Ledger } from './ledger.ts'
import type { Places } from './places.ts'
import type { Proof } from './proof.ts'
import type { Signal } from './signal.ts'

export type AttemptNeeds = {
  store: Pick<Store, 'write'>
  ledger: Ledger
  clock: Clock
  log: Logger
  compose: Compose
  /** set: nothing more is begun */
  stop: Signal
}

/** What goes into a log of a row: never to whom, and never what it says. */
export const about = ({ id, kind, channel, lane }: Claimed) => ({ delivery: id, kind, channel, lane })

const passing = (reason: string): SendOutcome => ({ sent: false, lost: 'transient', code: null, reason })

/** The same row with the attempt counted that is being made. */
const counted = (row: Claimed) => ({ ...row, attempts: row.attempts + 1 })

/** A row's words, or how it ends without any. Never throws. */
export const prepare = async (
  { compose, clock, log }: Pick<AttemptNeeds, 'compose' | 'clock' | 'log'>,
  row: Claimed,
): Promise<{ content: Content } | { end: DeliveryEnd }> => {
  if (row.expiresAt !== null && row.expiresAt <= clock.now())
    return { end: { state: 'suppressed', failure: 'expired' } }
  try {
    const composed = await compose(row)
    return 'suppress' in composed ? { end: { state: 'suppressed', failure: composed.suppress } } : { content: composed }
  } catch (error) {
    log[loudness(error)]({ ...about(row), err: error }, 'the words of a delivery could not be made')
    return { end: endOf(passing('not-made'), counted(row), clock.now()) }
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

/** All instances keep away for as long as the other side asked for. */
const hold = async ({ store, log, clock }: AttemptNeeds, channel: Channel, row: Claimed, waitMs: number) => {
  const { rate } = channel
  if (rate === undefined) return
  log.warn({ ...about(row), waitMs }, 'a channel takes nothing for a while')
  try {
    await effect(store, (tx) => tx.holdRate(rate.key, clock.now() + waitMs))
  } catch (error) {
    log.warn({ ...about(row), err: error }, 'a rate could not be held')
  }
}

/**
 * One attempt at a row whose words are made: `sending`, and out. Throws what the store throws; then nothing has left.
 *
 * @returns how it ended; `not-begun` when the claim must be given back, `lost` when it is somebody else's by now
 */
export const attempt = async (
  needs: AttemptNeeds,
  channel: Channel,
  { places, proof }: { places: Places; proof: Proof },
  row: Claimed,
  content: Content,
): Promise<DeliveryEnd | 'not-begun' | 'lost'> => {
  await places.enter()
  try {
    if (needs.stop.isSet() || !proof.holds()) return 'not-begun'
    if (!(await needs.ledger.begin(row))) return 'lost'
    // the store may have taken its time
    const outcome = proof.holds() ? await sendOnce(needs, channel, row, content) : passing('late')
    if (!outcome.sent && outcome.lost === 'held') await hold(needs, channel, row, outcome.waitMs)
    return endOf(outcome, counted(row), needs.clock.now())
  } finally {
    places.leave()
  }
}
