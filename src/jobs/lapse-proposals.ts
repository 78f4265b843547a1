import type { Change } from '../domain/change.ts'
import { auditOf } from '../domain/change-audit.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import type { Tell } from '../slack/tell/types.ts'
import { startRounds } from './rounds.ts'

/** How often it looks, ms; what lapses did so by its own time, whenever somebody looks. */
const every = 60_000

type Needs = Pick<Deps, 'store' | 'now'> & { tell: Pick<Tell, 'proposal' | 'outcome'> }

/** Null when somebody decided at the last moment, or another instance was first. */
const lapse = async ({ store }: Needs, change: Change): Promise<Change | null> => {
  const line = auditOf(
    change,
    'failed',
    { action: change.kind, subject: change.subject, correlationId: null },
    'stale-button',
  )
  let moved: Change | null = null as Change | null
  await store.write({ audit: () => (moved ? [line] : []) }, async (tx) => {
    moved = await tx.moveChange(change.id, change.version, { state: 'expired' })
    return null
  })
  return moved
}

/**
 * Ends the proposals that nobody decided in time: they become `expired`, their cards say so, and whoever asked is told.
 * One round. Gives back how many lapsed. Throws what the store throws.
 */
export const lapseProposals = async (services: Needs): Promise<number> => {
  let count = 0
  for (const change of await services.store.lapsedChanges(services.now())) {
    const lapsed = await lapse(services, change)
    if (lapsed === null) continue
    count += 1
    await services.tell.proposal(lapsed)
    await services.tell.outcome({ state: lapsed.state, change: lapsed })
  }
  return count
}

/**
 * Looks now and every minute, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchLapsed = (services: Needs, log: Logger, take: (round: Promise<void>) => void): { stop(): void } => {
  const round = async () => {
    const count = await lapseProposals(services)
    if (count > 0) log.info({ count }, 'proposals lapsed')
  }
  return startRounds({ everyMs: every, failed: 'lapsed proposals could not be ended', round }, log, take)
}
