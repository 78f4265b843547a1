/**
 * Runs a round now and every so many ms, until `stop` is called. Keeps no process alive.
 *
 * @param round tells its own failures; a later round goes on where this one could not
 * @param take takes a round into the work that a stop waits for
 */
export const startRounds = (
  everyMs: number,
  round: () => Promise<void>,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const run = () => take(round())
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
