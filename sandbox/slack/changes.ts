/** Who wants to know that something changed: tests that wait for it and the stream to the browser. */
export type Changes = {
  /** Something changed: every listener is called, and every waiting predicate asked again. */
  tell(): void
  /** Calls the listener at every change; the answer stops it. */
  on(listener: () => void): () => void
  /**
   * The predicate's first truthy answer, asked now and at every change.
   * @throws Error naming `what` when `timeoutMs` have passed
   */
  until<T>(predicate: () => T, timeoutMs?: number, what?: string): Promise<NonNullable<T>>
}

export const createChanges = (): Changes => {
  const listeners = new Set<() => void>()
  const on = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    tell() {
      for (const listener of [...listeners]) listener()
    },
    on,
    until(predicate, timeoutMs = 5000, what = 'what was waited for') {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`${what} did not happen within ${timeoutMs} ms`))
        }, timeoutMs)
        const ask = () => {
          try {
            const answer = predicate()
            if (!answer) return
            stop()
            resolve(answer)
          } catch (error) {
            stop()
            reject(error)
          }
        }
        const off = on(ask)
        const stop = () => {
          clearTimeout(timer)
          off()
        }
        ask()
      })
    },
  }
}
