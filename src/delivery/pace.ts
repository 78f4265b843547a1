/** How fast a channel takes rows. */
export type Pace = {
  /**
   * @param ms how long an attempt took
   * @param beside how many were under way, that one included
   */
  note(ms: number, beside: number): void
  /** One leaves after another in less time than it takes to write down that it does. */
  isFast(): boolean
}

/** Between one that leaves and the next, ms. */
const fastMs = 10
/** Attempts that the mean is of, the newest most of all. */
const remembered = 4

export const createPace = (): Pace => {
  let mean = Number.POSITIVE_INFINITY
  return {
    note(ms, beside) {
      const each = ms / Math.max(1, beside)
      mean = Number.isFinite(mean) ? mean + (each - mean) / remembered : each
    },
    isFast: () => mean < fastMs,
  }
}
