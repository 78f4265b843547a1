/** What became of work that somebody waits for: done in time, or going on by itself. */
export type Waited<T> = { done: true; value: T } | { done: false }

/**
 * Waits at most `ms` for work that goes on either way; its failure is thrown if it comes in time, and is nobody's
 * unhandled rejection if it comes later.
 */
export const within = async <T>(work: Promise<T>, ms: number): Promise<Waited<T>> => {
  let timer: NodeJS.Timeout | undefined
  let soon: NodeJS.Immediate | undefined
  const late = new Promise<Waited<T>>((resolve) => {
    // most work is done within this turn of the event loop, and then no timer was ever needed
    soon = setImmediate(() => {
      timer = setTimeout(() => resolve({ done: false }), ms)
    })
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work.then((value) => ({ done: true as const, value })), late])
  } finally {
    clearImmediate(soon)
    clearTimeout(timer)
  }
}
