import { AppError } from '../errors.ts'
import type { Change, NewChange, Policy } from './change.ts'
import { auditOf } from './change-audit.ts'
import type { ChangeDeps, ChangeKind, PolicyOf } from './change-kind.ts'
import type { Environment } from './client/types.ts'
import { payloadHash } from './payload-hash.ts'

/** What the caller says of a new change; the rest is the kind's. */
export type Asked<P> = Omit<NewChange<P>, 'kind' | 'policy' | 'subject'>

/** Who must say yes to a change of a kind in an environment. Without one, what production asks for. */
export const policyIn = (policy: PolicyOf, environment: Environment | null): Policy =>
  typeof policy === 'string' ? policy : policy[environment ?? 'prod']

const storedChange = async ({ store }: Pick<ChangeDeps, 'store'>, id: string): Promise<Change> => {
  const stored = await store.change(id)
  if (!stored) throw new AppError('internal', 'a change that was written is not there')
  return stored
}

/**
 * Writes down that somebody asked for something, before anything is done. `once` makes a doubled request (a second
 * submit, a retried event) the same change: then `fresh` is false, and nobody should apply it a second time.
 * A change of policy `self` is approved by being asked for, all others wait for a decision. Throws `bad-input` when the
 * payload is not of the kind, and what the kind's `fits` and `begin` throw.
 */
export const beginChange = async <P, R>(
  deps: ChangeDeps,
  kind: ChangeKind<P, R>,
  asked: Asked<P>,
  once: string,
): Promise<{ change: Change; fresh: boolean }> => {
  const parsed = kind.payload.safeParse(asked.payload)
  if (!parsed.success) throw new AppError('bad-input', `payload is no ${kind.name}`)
  const payload = parsed.data
  // what came of the first one may have moved what this one was made for
  const earlier = await deps.store.keptOutcome(once)
  if (typeof earlier === 'string') return { change: await storedChange(deps, earlier), fresh: false }
  await kind.fits?.(deps, asked, payload)
  const id = deps.newId()
  const policy = policyIn(kind.policy, asked.environment)
  const description = kind.describe(payload)
  const change = {
    ...asked,
    id,
    kind: kind.name,
    policy,
    subject: description.subject,
    payload,
    payloadHash: payloadHash(payload),
    state: policy === 'self' ? ('approved' as const) : ('proposed' as const),
    expiresAt: deps.now() + kind.life,
  }
  const begun = auditOf(change, 'begun', { action: kind.name, correlationId: null, ...description })
  const written = await deps.store.write({ once, audit: [begun] }, async (tx) => {
    await kind.begin?.(deps, tx, asked)
    await tx.addChange(change)
    return id
  })
  return { change: await storedChange(deps, written.value), fresh: written.fresh }
}
