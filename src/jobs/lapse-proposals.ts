import type { AuditEntry } from '../domain/audit/types.ts'
import type { Change } from '../domain/change.ts'
import { auditOf } from '../domain/change-audit.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import type { Tell } from '../slack/tell/types.ts'
import { startRounds } from './rounds.ts'

/** How often it looks, ms; what lapses did so by its own time, whenever somebody looks. */
const every = 60_000

/** How long whoever can't be told keeps their proposal from being ended, ms. */
const patience = 24 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'> & { tell: Pick<Tell, 'proposal' | 'reach'> }

/** Null when somebody decided at the last moment, or another instance was first. */
const move = async (
  { store }: Needs,
  change: Change,
  patch: { state?: 'expired' },
  audit: AuditEntry[],
): Promise<Change | null> => {
  let moved: Change | null = null as Change | null
  await store.write({ audit: () => (moved ? audit : []) }, async (tx) => {
    moved = await tx.moveChange(change.id, change.version, patch)
    return null
  })
  return moved
}

/** Another instance took it up since it lapsed, and is telling of it now. */
const isTaken = ({ expiresAt, updatedAt }: Change, now: number): boolean =>
  updatedAt > expiresAt && now - updatedAt < every / 2

/**
 * One proposal: taken up, told, ended. To take it up saves nothing but version and time. It stays a proposal until
 * whoever asked is told, so that a later round tells them where this one could not: they may be told twice, and never
 * not at all.
 */
const lapse = async (services: Needs, change: Change): Promise<Change | null> => {
  const now = services.now()
  if (isTaken(change, now)) return null
  const taken = await move(services, change, {}, [])
  if (taken === null) return null
  const told = await services.tell.reach({ state: 'expired', change: { ...taken, state: 'expired' } })
  if (!told && now - change.expiresAt < patience) return null
  const effect = { action: change.kind, subject: change.subject, correlationId: null }
  return await move(services, taken, { state: 'expired' }, [auditOf(change, 'failed', effect, 'expired')])
}

/**
 * Ends the proposals that nobody decided in time: whoever asked is told, they become `expired`, and their cards say so.
 * One round. Gives back how many lapsed. Throws what the store throws.
 */
export const lapseProposals = async (services: Needs): Promise<number> => {
  let count = 0
  for (const change of await services.store.lapsedChanges(services.now())) {
    const lapsed = await lapse(services, change)
    if (lapsed === null) continue
    count += 1
    await services.tell.proposal(lapsed)
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
