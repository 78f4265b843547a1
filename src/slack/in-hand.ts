/** Work that goes on after the answer was given, so that a stop can wait for it. */
export type InHand = {
  /** Takes work in; its failure is the caller's to handle and is passed on to `onError`. */
  take(work: Promise<void>): void
  count(): number
  /** Resolves true when all is done, false when `deadlineMs` came first. */
  finished(deadlineMs: number): Promise<boolean>
}

/** @param onError called with what work threw; nothing is ever an unhandled rejection */
export const createInHand = (onError: (error: unknown) => void): InHand => {
  const running = new Set<Promise<void>>()
  return {
    take(work) {
      const kept: Promise<void> = work.catch(onError).finally(() => running.delete(kept))
      running.add(kept)
    },
    count: () => running.size,
    async finished(deadlineMs) {
      let timer: NodeJS.Timeout | undefined
      const deadline = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), deadlineMs)
      })
      const all = async () => {
        // work may take in more work
        while (running.size > 0) await Promise.allSettled(running)
        return true
      }
      const done = await Promise.race([all(), deadline])
      clearTimeout(timer)
      return done
    },
  }
}
