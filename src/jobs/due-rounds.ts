import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { type Rounds, startRounds } from './rounds.ts'

/** How often somebody looks whether a round is due, ms. */
const lookEvery = 60_000
/** One instance does it for all; when it is gone, another one takes over after so long, ms. */
const lease = 15 * 60_000
/** A round that failed is tried again after so long, ms, unless the next one comes sooner. */
const again = 10 * 60_000

/** Rounds that are due by what stands in the store. */
export type DueRounds = Pick<Rounds, 'everyMs' | 'failed'> & {
  /** in the store */
  name: string
  /**
   * @param after what the last round came to; null: from the beginning
   * @returns what the next one goes on after; null: it begins anew
   */
  round(after: string | null): Promise<string | null>
}

type Needs = Pick<Deps, 'store' | 'newId' | 'now'>

/**
 * Does a round if one is due and no other instance is at it. False: not so. Throws what the round and the store throw;
 * then it is tried again from where it began.
 */
const doIfDue = async ({ store, newId, now }: Needs, { name, everyMs, round }: DueRounds): Promise<boolean> => {
  const dueAt = await store.roundDueAt(name)
  // a look writes nothing; by whose clock it is due in the end the store knows
  if (dueAt !== null && dueAt > now()) return false
  const holder = newId()
  const { value: taken } = await store.write({}, (tx) => tx.takeRound(name, holder, lease))
  if (taken === null) return false
  try {
    const after = await round(taken.after)
    await store.write({}, (tx) => tx.endRound(name, holder, { dueInMs: everyMs, after }))
    return true
  } catch (error) {
    const dueInMs = Math.min(again, everyMs)
    // where this can't be written down either, the lease ends by itself
    await store.write({}, (tx) => tx.endRound(name, holder, { dueInMs })).catch(() => null)
    throw error
  }
}

/**
 * Looks now and every minute whether a round is due, until `stop` is called. When that is, and where the round goes on,
 * stands in the store: a restart puts nothing off, and begins nothing anew.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const startDueRounds = (
  needs: Needs,
  rounds: DueRounds,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } =>
  startRounds({ everyMs: lookEvery, failed: rounds.failed, round: () => doIfDue(needs, rounds) }, log, take)
