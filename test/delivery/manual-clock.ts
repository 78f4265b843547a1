import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../src/delivery/clock.ts'

/** A clock that moves when the test says so; what was put off until then runs. */
export const manualClock = (start = 1_800_000_000_000) => {
  let passed = 0
  let timers: { at: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => start + passed,
    monotonic: () => passed,
    after(ms, run) {
      const timer = { at: passed + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
  }
  return {
    ...clock,
    start,
    /** how long until each timer, shortest first */
    pending: () => timers.map(({ at }) => at - passed).sort((a, b) => a - b),
    pass(ms: number) {
      passed += ms
      const due = timers.filter(({ at }) => at <= passed).sort((a, b) => a.at - b.at)
      timers = timers.filter(({ at }) => at > passed)
      for (const { run } of due) run()
    },
  }
}

export type ManualClock = ReturnType<typeof manualClock>

/** Lets everything else run until it is so; the test's own time limit ends a wait in vain. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await setImmediate()
}

/** Lets everything that can run without time passing do so, a few rounds of it. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 50; i += 1) await setImmediate()
}
