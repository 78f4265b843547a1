/** Where the simulators get the time from: epoch milliseconds. Tests hand in a clock of their own and move it. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands until it is moved: `forward(ms)` moves it. */
export const steppedClock = (start = Date.now()): Clock & { forward(ms: number): void } => {
  let at = start
  return {
    now: () => at,
    forward(ms) {
      at += ms
    },
  }
}
