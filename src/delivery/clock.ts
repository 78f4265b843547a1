/** Time, as a worker is given it. */
export type Clock = {
  /** epoch ms */
  now(): number
  /** ms that only go forward, whatever is done to the machine's date */
  monotonic(): number
  /** Runs something later; gives what calls it off. */
  after(ms: number, run: () => void): () => void
}

export const pause = ({ after }: Pick<Clock, 'after'>, ms: number): Promise<void> =>
  new Promise((resolve) => void after(ms, resolve))

/** The machine's time. Its timers keep no process alive. */
export const machineClock = (now: () => number): Clock => ({
  now,
  monotonic: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
})
