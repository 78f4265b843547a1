import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { startRounds } from './rounds.ts'

const every = 10_000
/** One instance seals for all; when it is gone, another one takes over after so long, ms. */
const lease = 30_000
/** Lines in one transaction: all other writes wait for it on SQLite. */
const batch = 200
/** Of a round, so that a stop need not wait for a long backlog. */
const batches = 50

type Needs = Pick<Deps, 'store'>

/**
 * Gives the lines that wait their places in the chain. One round; writes nothing when none waits or another instance
 * has the lease. Gives back how many it sealed. Throws what the store throws.
 *
 * @param holder this process's name at the lease
 */
export const sealAudit = async ({ store }: Needs, holder: string): Promise<number> => {
  let sealed = 0
  for (let round = 0; round < batches && (await store.auditWaits()); round += 1) {
    const { value } = await store.write({}, async (tx) =>
      (await tx.takeLease('seal-audit', holder, lease)) ? await tx.sealAudit(batch) : null,
    )
    if (value === null) break
    sealed += value
  }
  return sealed
}

/**
 * Seals now and every ten seconds, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchAudit = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const holder = services.newId()
  const failed = 'the audit could not be sealed'
  return startRounds({ everyMs: every, failed, round: () => sealAudit(services, holder) }, log, take)
}
