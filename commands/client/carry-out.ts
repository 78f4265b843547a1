import { applyChange } from '../../src/domain/apply-change.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import type { Change } from '../../src/domain/change.ts'
import type { ChangeKind, Outcome } from '../../src/domain/change-kind.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { kinds } from '../../src/domain/kinds.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { assertMay, organisationOf } from '../../src/viewer.ts'

/**
 * Writes down what somebody asked for, before anything is done (design 1.4). The same request again is the same
 * change: `fresh` is false, and the first one's answer is on its way.
 *
 * @throws {AppError} when the person may not, by the table
 */
export const begin = async <P, R>(
  ask: Ask<unknown>,
  services: Services,
  kind: ChangeKind<P, R>,
  environment: Environment,
  payload: P,
): Promise<{ change: Change; fresh: boolean }> => {
  assertMay(ask.viewer, kind.action, environment)
  return await beginChange(
    services,
    kind,
    {
      organisationNumber: organisationOf(ask.viewer).number,
      environment,
      requester: ask.viewer.user,
      payload,
      baseVersion: null,
      surface: ask.surface,
      language: ask.viewer.language,
    },
    ask.once,
  )
}

/**
 * Carries a change out or on. A `failed` or `unknown` outcome comes back as such, so that the caller can offer to go
 * on; whatever is unexpected in it is logged here.
 */
export const carryOn = async (ask: Ask<unknown>, services: Services, changeId: string): Promise<Outcome> => {
  const outcome = await applyChange(services, kinds, changeId, services.belonging)
  const { failure, state, change } = outcome
  const level = state === 'done' ? 'info' : 'warn'
  ask.log[level](
    {
      change: change.id,
      kind: change.kind,
      state,
      step: change.step,
      ...(failure && { code: failure.code, correlationId: failure.correlationId, err: failure.error }),
    },
    'change carried out',
  )
  return outcome
}

/** The outcome of a change that leaves nothing half-done behind: done, or its failure as an error for the one handler. */
export const carryOutWhole = async (ask: Ask<unknown>, services: Services, changeId: string): Promise<Outcome> => {
  const outcome = await carryOn(ask, services, changeId)
  if (outcome.state === 'done') return outcome
  const { failure } = outcome
  if (isAppError(failure?.error)) throw failure.error
  throw new AppError(
    failure?.code ?? 'internal',
    'the change was not carried out',
    failure?.details ?? {},
    failure?.error,
  )
}

/**
 * Reads a change for somebody who wants to go on with it.
 *
 * @throws {AppError} `not-found` for another person's, exactly as for one that does not exist
 */
export const ownChange = async (ask: Ask<unknown>, services: Services, changeId: string): Promise<Change> => {
  const change = await services.store.change(changeId)
  const { user } = ask.viewer
  const own = change !== null && change.requester.userId === user.userId && change.requester.teamId === user.teamId
  if (!own || change.organisationNumber !== organisationOf(ask.viewer).number)
    throw new AppError('not-found', 'no such change of this person')
  return change
}
