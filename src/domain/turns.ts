/** Work under a key within this process: the one place for single flights and for queues. */
export type Turns = {
  /** Joins the work that already runs under `key`; else starts `body`. All who joined get its outcome. */
  shared<T>(key: string, body: () => Promise<T>): Promise<T>
  /** Runs `body` when everything that came earlier under `key` has ended, well or badly. */
  inOrder<T>(key: string, body: () => Promise<T>): Promise<T>
}

/** Fresh `Turns`; keys are forgotten as soon as nothing runs under them. Another process has its own. */
export const createTurns = (): Turns => {
  const flights = new Map<string, Promise<unknown>>()
  const queues = new Map<string, Promise<unknown>>()

  return {
    shared<T>(key: string, body: () => Promise<T>) {
      const running = flights.get(key)
      if (running) return running as Promise<T>
      const flight = body().finally(() => flights.delete(key))
      flights.set(key, flight)
      return flight
    },
    async inOrder(key, body) {
      const earlier = queues.get(key)
      const mine = (async () => {
        await earlier?.catch(() => undefined)
        return body()
      })()
      queues.set(key, mine)
      try {
        return await mine
      } finally {
        if (queues.get(key) === mine) queues.delete(key)
      }
    },
  }
}
