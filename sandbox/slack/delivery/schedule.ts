import type { Clock } from '../../clock.ts'

/** Work for later by the simulator's clock. */
export type Schedule = {
  /** Runs at `due`, epoch milliseconds of the clock. */
  at(due: number, run: () => Promise<void>): void
  /** Runs all that is due by the clock now, for tests that moved it. */
  runDue(): Promise<void>
  close(): void
}

/** A timer stands for each piece of work, so that it also runs by itself where the clock is the real one. */
export const createSchedule = (clock: Clock): Schedule => {
  let waiting: { due: number; run: () => Promise<void>; timer: NodeJS.Timeout }[] = []
  const runDue = async () => {
    const due = waiting.filter((one) => one.due <= clock.now())
    waiting = waiting.filter((one) => !due.includes(one))
    for (const one of due) {
      clearTimeout(one.timer)
      await one.run()
    }
  }
  return {
    at(due, run) {
      const timer = setTimeout(() => void runDue(), Math.max(0, due - clock.now()))
      timer.unref()
      waiting.push({ due, run, timer })
    },
    runDue,
    close() {
      for (const one of waiting) clearTimeout(one.timer)
      waiting = []
    },
  }
}
