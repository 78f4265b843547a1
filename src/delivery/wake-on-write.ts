import type { Effects, Kept, Store, Writes, Written } from '../domain/deps.ts'

/** The same store, which wakes the worker when a write left something to be sent. */
export const wakeOnWrite = (store: Store, wake: () => void): Store => ({
  ...store,
  async write<T extends Kept>(effects: Effects<T>, body: (tx: Writes) => Promise<T>): Promise<Written<T>> {
    const written = await store.write(effects, body)
    if (written.fresh && effects.deliveries !== undefined) wake()
    return written
  },
})
