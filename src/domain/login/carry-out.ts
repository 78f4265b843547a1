import { AppError } from '../../errors.ts'
import { applyChange } from '../apply-change.ts'
import type { Belonging, SlackUser } from '../belonging/types.ts'
import type { Change } from '../change.ts'
import { auditOf } from '../change-audit.ts'
import type { AnyKind, ChangeDeps, Outcome } from '../change-kind.ts'
import { payloadHash } from '../payload-hash.ts'
import type { LoginFound } from './finish-login.ts'
import { assertWaiting } from './login-change.ts'

/**
 * Whoever acts for another of their organisations by now need only switch back: the login is kept for that. All else
 * that they may no longer is for `applyChange` to say.
 */
const assertActsFor = (belonging: Belonging, { organisationNumber, environment }: Change): void => {
  if (belonging.as !== 'member' || !belonging.others.some(({ number }) => number === organisationNumber)) return
  const details = environment === null ? {} : { environment }
  throw new AppError('other-organisation', 'acts for another organisation now', details)
}

/** Throws as `carryOutByLogin` where the login can't approve its change now. */
export const assertProved = ({ now }: Pick<ChangeDeps, 'now'>, found: LoginFound): void => {
  const { login, change, purpose } = found
  if (purpose !== 'step-up' || login.state !== 'proved') throw new AppError('link-used', `the login is ${login.state}`)
  assertWaiting(found, now())
  if (now() >= login.expiresAt) throw new AppError('login-old', 'the login is past its time')
  if (payloadHash(change.payload) !== change.payloadHash) {
    throw new AppError('internal', 'the payload of a change is not what was proposed')
  }
}

/**
 * The one click after the login: approves the change by that login and carries it out (design section 2). Of two clicks,
 * tabs or instances one gets to, and the login is used up by it. Role, hash and drift are asked again by `applyChange`.
 *
 * Throws `link-used`, `link-expired`, `login-old` (the login is past its time), `other-organisation`, and what `belonging` and `applyChange` throw.
 *
 * @param given as `applyChange` has it
 */
export const carryOutByLogin = async (
  deps: ChangeDeps,
  kinds: readonly AnyKind[],
  found: LoginFound,
  belonging: (user: SlackUser) => Promise<Belonging>,
  given?: unknown,
): Promise<Outcome> => {
  const { login, change, who } = found
  assertProved(deps, found)
  // before the login is used up: where Slack does not answer now, the same click serves a little later
  assertActsFor(await belonging(who), change)
  const approved = auditOf(change, 'approved', { action: change.kind, subject: change.subject, correlationId: null })
  await deps.store.write({ audit: [approved] }, async (tx) => {
    const used = await tx.moveLogin(login.id, login.version, { state: 'used' })
    const moved = await tx.moveChange(change.id, change.version, {
      state: 'approved',
      loginId: login.id,
      decision: { by: { teamId: who.teamId, userId: who.userId }, at: deps.now() },
    })
    if (!used || !moved) throw new AppError('link-used', 'somebody was first')
    return null
  })
  return await applyChange(deps, kinds, change.id, belonging, given)
}
