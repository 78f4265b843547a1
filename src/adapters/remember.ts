/** What a fetch gives back: the value, and the time (epoch ms) from which it must be fetched anew. */
export type Fetched<T> = { value: T; until: number }

export type Remembered<T> = {
  /** The value of `key`, from memory while it is fresh; whoever asks during a fetch waits for that one. */
  get(key: string, fetch: () => Promise<Fetched<T>>): Promise<T>
  /** Drops the key's value if `is` holds for it, so that the next `get` fetches. */
  drop(key: string, is: (value: T) => boolean): void
}

/**
 * The adapters' one memory: values by key, each with its own end, single flight, failures never kept.
 *
 * @param options.staleMs how long past its end a value may stand in when fetching fails (none by default);
 *   the next attempt then waits `restMs`, so that an outside system that is down does not slow every answer
 */
export const createRemembered = <T>(options: { now(): number; staleMs?: number; restMs?: number }): Remembered<T> => {
  const { now, staleMs = 0, restMs = 30_000 } = options
  const kept = new Map<string, Fetched<T> & { goodUntil: number }>()
  const underWay = new Map<string, Promise<T>>()

  const fetchAnew = async (key: string, fetch: () => Promise<Fetched<T>>): Promise<T> => {
    try {
      const { value, until } = await fetch()
      for (const [name, one] of kept) if (one.goodUntil <= now()) kept.delete(name)
      kept.set(key, { value, until, goodUntil: until + staleMs })
      return value
    } catch (error) {
      const old = kept.get(key)
      if (!old || old.goodUntil <= now()) throw error
      kept.set(key, { ...old, until: Math.min(now() + restMs, old.goodUntil) })
      return old.value
    }
  }

  return {
    async get(key, fetch) {
      const known = kept.get(key)
      if (known && now() < known.until) return known.value
      const started = underWay.get(key)
      if (started) return started
      const fetching = fetchAnew(key, fetch).finally(() => underWay.delete(key))
      underWay.set(key, fetching)
      return fetching
    },
    drop(key, is) {
      const known = kept.get(key)
      if (known && is(known.value)) kept.delete(key)
    },
  }
}
