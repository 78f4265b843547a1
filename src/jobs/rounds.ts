import type { Logger } from '../log.ts'

/** What runs in rounds, and how somebody who waits for a stop waits for its last one. */
export type Rounds = {
  everyMs: number
  /** a later round goes on where this one could not */
  round(): Promise<unknown>
  /** the log's words when a round failed */
  failed: string
}

/**
 * Runs a round now and every so many ms, until `stop` is called. Keeps no process alive.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const startRounds = (
  { everyMs, round, failed }: Rounds,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const guarded = async () => {
    try {
      await round()
    } catch (error) {
      log.warn({ err: error }, failed)
    }
  }
  const run = () => take(guarded())
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
