import type { Clock } from './clock.ts'

/** Something that was said, and stays said until it is cleared. */
export type Signal = {
  set(): void
  clear(): void
  isSet(): boolean
  /** Until it is set, or `ms` have gone; at once when it is set already. */
  wait(ms?: number): Promise<void>
}

export const createSignal = ({ after }: Pick<Clock, 'after'>): Signal => {
  const waiting = new Set<() => void>()
  let said = false
  return {
    isSet: () => said,
    clear() {
      said = false
    },
    set() {
      said = true
      for (const resolve of waiting) resolve()
    },
    async wait(ms) {
      if (said) return
      await new Promise<void>((resolve) => {
        const done = () => {
          cancel()
          waiting.delete(done)
          resolve()
        }
        const cancel = ms === undefined ? () => undefined : after(ms, done)
        waiting.add(done)
      })
    },
  }
}
