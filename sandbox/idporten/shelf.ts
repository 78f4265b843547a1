import type { Clock } from '../clock.ts'

/** What is kept for a while, by the simulator's clock. */
export type Shelf<T> = {
  put(key: string, value: T, seconds: number): void
  /** nothing when its time is up; `seconds` is what it has left, more than 0 */
  get(key: string): { value: T; seconds: number } | undefined
  drop(key: string): void
  /** everything whose time is not up */
  all(): [string, T][]
}

const SWEEP_AT = 1000

/** An empty shelf. What has expired is thrown out now and then. */
export const createShelf = <T>(clock: Clock): Shelf<T> => {
  const kept = new Map<string, { value: T; until: number }>()
  let sweepAt = SWEEP_AT

  const all = () => {
    const now = clock.now()
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key)
    return [...kept].map(([key, { value }]): [string, T] => [key, value])
  }

  return {
    put(key, value, seconds) {
      kept.set(key, { value, until: clock.now() + seconds * 1000 })
      if (kept.size >= sweepAt) sweepAt = all().length + SWEEP_AT
    },
    get(key) {
      const found = kept.get(key)
      const left = found ? found.until - clock.now() : 0
      return found && left > 0 ? { value: found.value, seconds: Math.ceil(left / 1000) } : undefined
    },
    drop(key) {
      kept.delete(key)
    },
    all,
  }
}
