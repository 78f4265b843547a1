import type { Deps } from '../domain/deps.ts'

/**
 * Whether this instance does the rounds of some work for all of them: takes the lease, or keeps it. A lease longer than
 * the time between two rounds stays with one instance for as long as it lives.
 *
 * @param holder this process's name at the lease
 * @param leaseMs after so long without a round another instance takes over
 */
export const isMine = async (
  { store }: Pick<Deps, 'store'>,
  name: string,
  holder: string,
  leaseMs: number,
): Promise<boolean> => (await store.write({}, (tx) => tx.takeLease(name, holder, leaseMs))).value
