import { AppError, type ErrorCode, isAppError } from '../errors.ts'
import type { AuditEntry } from './audit/types.ts'
import type { Belonging, SlackUser } from './belonging/types.ts'
import type { Change } from './change.ts'
import { auditOf } from './change-audit.ts'
import type { AnyKind, Applied, ChangeDeps, Effect, Made, Outcome } from './change-kind.ts'
import { holdChange, type Progress } from './change-progress.ts'
import { shownRegistration } from './client/marker.ts'
import type { RegisteredKey, Registration } from './client/types.ts'
import { INTERRUPTED_AFTER_MS } from './interrupted-changes.ts'
import { keptFailure } from './kept-failure.ts'
import { may } from './may.ts'
import { payloadHash } from './payload-hash.ts'
import { assertMayResume } from './resume-rule.ts'

type Latest = { registration?: Registration; keys?: RegisteredKey[] }

const subjectOf = (change: Change, described: string | null): string | null => {
  const result = change.result
  const made = typeof result === 'object' && result !== null && 'clientId' in result ? result.clientId : null
  return typeof made === 'string' ? `client:${made}` : described
}

const outcomeOf = (change: Change, latest: Latest, more: Pick<Outcome, 'secret' | 'failure'> = {}): Outcome => ({
  state: change.state,
  change,
  ...(latest.registration && { registration: shownRegistration(latest.registration) }),
  ...(latest.keys && { keys: latest.keys }),
  ...more,
})

/** What an earlier run came to; a secret is not among it, for it was given away then. */
const earlierOutcome = async (deps: ChangeDeps, change: Change): Promise<Outcome> => {
  const id = subjectOf(change, null)?.slice('client:'.length)
  if (!id) return outcomeOf(change, {})
  const { organisationNumber, environment } = change
  if (environment === null) return outcomeOf(change, {})
  const [registration, keys] = await Promise.all([
    deps.store.registration(organisationNumber, environment, id),
    deps.store.registrationKeys(organisationNumber, environment, id),
  ])
  return outcomeOf(change, { ...(registration && { registration }), ...(keys && { keys }) })
}

/** Whether it is one that they belong to and do not act for now. */
const isAmongOthers = (belonging: Belonging, organisationNumber: string): boolean =>
  belonging.as === 'member' && belonging.others.some(({ number }) => number === organisationNumber)

/** Throws where the change may not be begun or resumed now. */
const assertReady = async (progress: Progress, kind: AnyKind, now: number): Promise<void> => {
  const change = progress.change()
  if (change.state === 'applying' && now - change.updatedAt < INTERRUPTED_AFTER_MS) {
    throw new AppError('in-progress', 'the change is being carried out')
  }
  if (change.state === 'proposed') throw new AppError('not-allowed', 'nobody has approved the change')
  if (change.state === 'declined' || change.state === 'expired') {
    throw new AppError('stale-button', `the change is ${change.state}`)
  }
  // half-done ones are gone on with by the login that approved them, while it is young
  if (change.state === 'failed' || change.state === 'unknown') assertMayResume(change, now)
  if (change.state === 'approved' && now >= change.expiresAt) {
    const late: Effect = { action: kind.name, subject: null, correlationId: null }
    await progress.save({ state: 'expired' }, {}, [auditOf(change, 'failed', late, 'stale-button')])
    throw new AppError('stale-button', 'the change has expired')
  }
  if (payloadHash(change.payload) !== change.payloadHash) {
    throw new AppError('internal', 'the payload of a change is not what was approved')
  }
}

const fail = async (progress: Progress, kind: AnyKind, error: unknown, latest: Latest): Promise<Outcome> => {
  const { change } = progress
  const known = error instanceof AppError
  const code: ErrorCode = known ? error.code : 'internal'
  const details = known ? error.details : {}
  const correlationId = details.correlationId ?? null
  // Of our own faults nobody knows what they left behind once a step was taken.
  const { step } = change()
  const inDoubt = step !== null && (kind.doubtful?.includes(step) ?? false)
  const unsure = code === 'digdir-outcome-unknown' || inDoubt || (!known && step !== null)
  const state = unsure ? 'unknown' : 'failed'
  const effect: Effect = {
    action: kind.name,
    subject: subjectOf(change(), kind.describe(kind.payload.parse(change().payload)).subject),
    correlationId,
    after: { step: change().step },
  }
  await progress.save({ state, failure: keptFailure(code, details) }, {}, [auditOf(change(), state, effect, code)])
  return outcomeOf(change(), latest, { failure: { code, correlationId, details, error } })
}

const runKind = async (
  deps: ChangeDeps,
  progress: Progress,
  kind: AnyKind,
  latest: Latest,
  given: unknown,
): Promise<Applied<unknown>> => {
  const { change } = progress
  const payload = kind.payload.parse(change().payload)
  const lines: AuditEntry[] = []
  const keep = async (patch: Parameters<Progress['save']>[0], made: Made, audit: AuditEntry[]) => {
    await progress.save(patch, made, audit)
    lines.push(...audit)
    if (made.registration) latest.registration = made.registration
    if (made.keys) latest.keys = made.keys
  }
  const linesOf = (made: Made) => (made.effects ?? []).map((effect) => auditOf(change(), 'done', effect))

  const applied = await kind.apply(deps, {
    change: change(),
    payload,
    get step() {
      return change().step
    },
    get result() {
      return change().result === null ? null : kind.result.parse(change().result)
    },
    given,
    reach: (step, result, made = {}) => keep({ step, result }, made, linesOf(made)),
  })
  const { result } = applied
  const last = linesOf(applied)
  if (lines.length + last.length === 0) {
    // Nothing had to be done, as with a client that was inactive already: the audit still says how the change ended.
    const subject = kind.describe(payload).subject
    last.push(auditOf(change(), 'done', { action: kind.name, subject, correlationId: null }))
  }
  await keep({ state: 'done', step: 'done', result, failure: null }, applied, last)
  return applied
}

/**
 * Carries out a change, or resumes one that stopped half-way, and says what became of it. Role, hash and expiry are
 * asked again now (design 1.4), with `belonging` as fresh as a change needs. Whatever the kind throws becomes a
 * `failed` or `unknown` outcome; a change that is `done` gives its outcome again, without a secret.
 *
 * Throws `not-found` (no such change), `in-progress` (another runner has it), `stale-button` (expired or declined),
 * `not-allowed` (not approved), `login-old` (resumed too long after its login), and `store-busy` when how far it came could not be saved: it then stays `applying`
 * and can be resumed two minutes later.
 *
 * @param given what the click brings that is not stored (`Run.given`)
 */
export const applyChange = async (
  deps: ChangeDeps,
  kinds: readonly AnyKind[],
  changeId: string,
  belonging: (user: SlackUser) => Promise<Belonging>,
  given?: unknown,
): Promise<Outcome> => {
  const found = await deps.store.change(changeId)
  if (!found) throw new AppError('not-found', 'no such change')
  if (found.state === 'done') return earlierOutcome(deps, found)
  const kind = kinds.find((each) => each.name === found.kind)
  if (!kind) throw new AppError('internal', 'a change of a kind that is not known')

  const progress = holdChange(deps, found)
  await assertReady(progress, kind, deps.now())
  const { environment, organisationNumber } = found
  const on = { organisationNumber, ...(environment !== null && { environment }) }
  const requester = await belonging(found.requester)
  const allowed = may(requester, kind.action, on)
  const latest: Latest = {}
  if (!allowed.ok) {
    const details = environment === null ? {} : { environment }
    // whoever acts for another organisation by now has lost nothing: it is not for that one, and they may ask again
    const moved = isAmongOthers(requester, organisationNumber)
    const code = moved && allowed.code === 'not-found' ? 'changed-meanwhile' : allowed.code
    return fail(progress, kind, new AppError(code, 'no longer allowed', details), latest)
  }

  await progress.save({ state: 'applying', failure: null })
  try {
    // one that was half done before has moved what it was made for itself
    if (found.step === null) await kind.fits?.(deps, found, kind.payload.parse(found.payload))
    const { secret } = await runKind(deps, progress, kind, latest, given)
    return outcomeOf(progress.change(), latest, secret === undefined ? {} : { secret })
  } catch (error) {
    if (progress.lost() || isAppError(error, 'in-progress')) throw error
    return fail(progress, kind, error, latest)
  }
}
