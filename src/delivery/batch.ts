import type { Claimed } from '../domain/delivery/store.ts'
import type { Store, Writes } from '../domain/deps.ts'
import type { Proof } from './proof.ts'

/** What one claim took: `rows` are those that nobody has begun. */
export type Batch = { token: string; proof: Proof; rows: Claimed[] }

/** One effect on deliveries, in a transaction of its own. Throws what the store throws. */
export const effect = async <T>(store: Pick<Store, 'write'>, body: (tx: Writes) => Promise<T>): Promise<T> => {
  let value: T | undefined
  await store.write({}, async (tx) => {
    value = await body(tx)
    return null
  })
  return value as T
}
