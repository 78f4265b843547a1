/** Requests that are being run, and work that goes on after the answer was given: what a stop must wait for. */
export type InHand = {
  /** Takes work in; its failure is the caller's to handle and is passed on to `onError`. */
  take(work: Promise<void>): void
  /** Counts a request as in hand while it is run. Settles as it does: its failure is for whoever waits. */
  request(running: Promise<void>): Promise<void>
  count(): number
  /** Resolves true when no request is being run, false when `deadlineMs` came first. */
  answered(deadlineMs: number): Promise<boolean>
  /** Resolves true when all is done, false when `deadlineMs` came first. */
  finished(deadlineMs: number): Promise<boolean>
}

/** False when `deadlineMs` came before the end of `work`; what is done already is done, whatever the deadline. */
const inTime = async (work: Promise<void>, deadlineMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs)
  })
  const done = await Promise.race([work.then(() => true), late])
  clearTimeout(timer)
  return done
}

/** @param onError called with what work threw; nothing is ever an unhandled rejection */
export const createInHand = (onError: (error: unknown) => void): InHand => {
  const running = new Set<Promise<void>>()
  // requests are counted and not kept: they are many, and a stop comes once
  let requests = 0
  let waiting: (() => void)[] = []

  const quiet = async (): Promise<void> => {
    while (requests > 0) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const all = async (): Promise<void> => {
    // a request leaves work behind, and work may take in more work
    while (requests + running.size > 0) {
      await quiet()
      await Promise.allSettled(running)
    }
  }

  return {
    take(work) {
      const kept: Promise<void> = work.catch(onError).finally(() => running.delete(kept))
      running.add(kept)
    },
    async request(one) {
      requests += 1
      try {
        await one
      } finally {
        requests -= 1
        if (requests === 0 && waiting.length > 0) {
          for (const resolve of waiting) resolve()
          waiting = []
        }
      }
    },
    count: () => requests + running.size,
    answered: (deadlineMs) => inTime(quiet(), deadlineMs),
    finished: (deadlineMs) => inTime(all(), deadlineMs),
  }
}
