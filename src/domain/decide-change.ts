import { AppError } from '../errors.ts'
import { type Belonging, isSamePerson, type SlackUser } from './belonging/types.ts'
import type { Change } from './change.ts'
import { auditOf } from './change-audit.ts'
import type { AnyKind, ChangeDeps } from './change-kind.ts'
import { may } from './may.ts'
import { payloadHash } from './payload-hash.ts'

/** Throws where a proposal is not open any more, and says by whose decision. */
const assertOpen = (change: Change, now: number): void => {
  if (change.decision !== null && change.policy !== 'self') {
    throw new AppError('already-decided', 'somebody decided it before')
  }
  if (change.state !== 'proposed' || now >= change.expiresAt) throw new AppError('stale-button', 'it is not open')
  if (payloadHash(change.payload) !== change.payloadHash) {
    throw new AppError('internal', 'the payload of a change is not what was proposed')
  }
}

/**
 * Says yes or no to what somebody else asked for (design 1.4). The decider's right is asked of the change's
 * organisation; nobody decides on what they asked for themselves, nor on what the kind keeps from them. Of two who click
 * at once one decides. The decision is for `applyChange` to carry out.
 *
 * Throws `not-found` (no such change, or another organisation's), `not-allowed`, `needs-another` (one's own),
 * `not-proved`, `already-decided`, `stale-button` (expired, or not of a kind that others decide).
 */
export const decideChange = async (
  deps: Pick<ChangeDeps, 'store' | 'now'>,
  kinds: readonly AnyKind[],
  changeId: string,
  decision: { by: SlackUser; belonging: Belonging; yes: boolean },
): Promise<Change> => {
  const change = await deps.store.change(changeId)
  const kind = kinds.find((each) => each.name === change?.kind)
  if (!change || !kind?.decided) throw new AppError('not-found', 'no such proposal')
  const allowed = may(decision.belonging, kind.decided.action, { organisationNumber: change.organisationNumber })
  if (!allowed.ok) throw new AppError(allowed.code, 'may not decide on it')
  assertOpen(change, deps.now())
  if (decision.yes && kind.decided.proved && change.loginId === null) {
    throw new AppError('not-proved', 'the person has not logged in yet')
  }
  const kept = [change.requester, ...(kind.decided.notBy?.(kind.payload.parse(change.payload)) ?? [])]
  if (kept.some((one) => isSamePerson(one, decision.by)))
    throw new AppError('needs-another', 'nobody decides on their own')

  let moved: Change | null = null as Change | null
  const line = auditOf({ ...change, requester: decision.by }, decision.yes ? 'approved' : 'declined', {
    action: change.kind,
    subject: change.subject,
    correlationId: null,
  })
  await deps.store.write({ audit: [line] }, async (tx) => {
    moved = await tx.moveChange(change.id, change.version, {
      state: decision.yes ? 'approved' : 'declined',
      decision: { by: { teamId: decision.by.teamId, userId: decision.by.userId }, at: deps.now() },
    })
    if (!moved) throw new AppError('already-decided', 'somebody else was first')
    return null
  })
  if (!moved) throw new AppError('internal', 'a decision that was written is not there')
  return moved
}

/**
 * Takes back what one asked for oneself, while nobody has decided on it.
 * Throws `not-found` for another person's, `stale-button` when it is not open any more.
 */
export const withdrawChange = async (
  deps: Pick<ChangeDeps, 'store' | 'now'>,
  changeId: string,
  by: SlackUser,
): Promise<Change> => {
  const change = await deps.store.change(changeId)
  if (!change || !isSamePerson(change.requester, by)) throw new AppError('not-found', 'no such proposal of this person')
  assertOpen(change, deps.now())
  let moved: Change | null = null as Change | null
  const line = auditOf(change, 'withdrawn', { action: change.kind, subject: change.subject, correlationId: null })
  await deps.store.write({ audit: [line] }, async (tx) => {
    moved = await tx.moveChange(change.id, change.version, {
      state: 'declined',
      decision: { by: { teamId: by.teamId, userId: by.userId }, at: deps.now() },
    })
    if (!moved) throw new AppError('already-decided', 'somebody decided it meanwhile')
    return null
  })
  if (!moved) throw new AppError('internal', 'a decision that was written is not there')
  return moved
}
