import { applyChange } from '../../src/domain/apply-change.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import { type Change, type ChangeState, environmentOf, type Surface } from '../../src/domain/change.ts'
import type { ChangeKind, Outcome } from '../../src/domain/change-kind.ts'
import { shownRegistration } from '../../src/domain/client/marker.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { kinds } from '../../src/domain/kinds.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import type { Ask, Reply, Services } from '../../src/slack/route.ts'
import { assertMay, organisationOf } from '../../src/viewer.ts'
import { clientIdOf, clientOutcome } from '../../views/client/outcome.ts'
import type { Shown } from '../../views/kit/shown.ts'

/** What is asked for: `base` is the version (`baseVersionOf`) of what the person was shown, where there was one. */
export type Wanted<P> = { environment: Environment; payload: P; base?: string | undefined }

/**
 * Writes down what somebody asked for, before anything is done (design 1.4). The same request again is the same
 * change: `fresh` is false, and the first one's answer is on its way.
 *
 * @throws {AppError} when the person may not, by the table, and what the kind's `fits` throws
 */
export const begin = async <P, R>(
  ask: Ask<unknown>,
  services: Services,
  kind: ChangeKind<P, R>,
  { environment, payload, base }: Wanted<P>,
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
      baseVersion: base ?? null,
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

/** What a change came to, without a secret, as everybody tells it who did not begin it in this request. */
export const outcomeContent = async (
  ask: Ask<unknown>,
  services: Services,
  outcome: Outcome,
  late = false,
): Promise<Shown> => {
  const { change } = outcome
  const client_id = clientIdOf(change)
  const at = [change.organisationNumber, environmentOf(change), client_id ?? ''] as const
  const stored = client_id === null ? null : await services.store.registration(...at)
  const keys = stored && (await services.store.registrationKeys(...at))
  return clientOutcome.render(ask.t, {
    outcome,
    known: stored && { client_name: shownRegistration(stored).client_name, keys },
    late,
    serviceDesk: services.serviceDeskMail,
    maskinporten: services.issuers.maskinporten,
    now: services.now(),
  })
}

const ended: readonly ChangeState[] = ['done', 'failed', 'unknown', 'expired', 'declined']

/** What a change came to that somebody asks for a second time: read, and never carried out again. */
const earlierOutcome = async (services: Services, change: Change): Promise<Outcome> =>
  change.state === 'done'
    ? await applyChange(services, kinds, change.id, services.belonging)
    : { state: change.state, change }

/** Slack waits 3 s for a submission's answer, and who asks was looked up before; ms. */
const patience = 1_200

/**
 * Answers a submission that came before: while the first one is being carried out with `waiting`, for its answer is on
 * its way; later with the content of its outcome, without a secret. In the acknowledgement alone: a repeat that Slack
 * did not send must not take away what the person is looking at.
 */
export const answerAgain = async (
  services: Services,
  change: Change,
  waiting: Shown,
  content: (outcome: Outcome) => Promise<Shown>,
): Promise<Reply> => {
  const known = ended.includes(change.state)
    ? await within(earlierOutcome(services, change).then(content), patience)
    : { done: false as const }
  return { now: { kind: 'update', view: (known.done ? known.value : waiting).view } }
}

/** Where an outcome is shown (the request's own surface when left out), and as what (else `outcomeContent`) if done. */
type ShownHow = [where?: Surface, content?: (outcome: Outcome) => Shown]

/**
 * Carries out a change that leaves nothing half-done behind, and shows what came of it.
 *
 * @throws {AppError} why it failed, for the one handler; what is in doubt is shown as such
 */
export const carryOutWhole = async (
  ask: Ask<unknown>,
  services: Services,
  changeId: string,
  ...how: ShownHow
): Promise<void> => tellWhole(ask, services, await carryOn(ask, services, changeId), ...how)

/** The same of an outcome that is there. @throws {AppError} why it failed */
export const tellWhole = async (
  ask: Ask<unknown>,
  services: Services,
  outcome: Outcome,
  ...[where = ask.surface, content]: ShownHow
): Promise<void> => {
  if (outcome.state !== 'unknown') assertDone(outcome)
  const whole = outcome.state === 'done' && content ? content(outcome) : await outcomeContent(ask, services, outcome)
  await ask.show(whole, where)
  await services.tell.card(outcome)
}

const assertDone = ({ state, failure }: Outcome): void => {
  if (state === 'done') return
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
