/** A clock that runs with the machine's, and can be moved forward: for `startHouse({ now })`. */
export const movableClock = () => {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    pass(ms: number) {
      ahead += ms
    },
  }
}

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
