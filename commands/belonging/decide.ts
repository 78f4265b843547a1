import { applyChange } from '../../src/domain/apply-change.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Outcome } from '../../src/domain/change-kind.ts'
import { decideChange } from '../../src/domain/decide-change.ts'
import { kinds } from '../../src/domain/kinds.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { alreadyDecided } from '../../views/belonging/already-decided.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { place } from '../present.ts'

/** Beside what was clicked; a direct message where no window can be opened any more. */
const beside = async (ask: Ask<unknown>, content: Shown): Promise<void> => {
  try {
    await place(ask, content)
  } catch (error) {
    ask.log.warn({ err: error }, 'an answer to a click could not be shown beside it')
    await ask.show(content, { kind: 'direct' })
  }
}

/** A proposal of a kind. Throws `not-found` for another kind's, as for one that does not exist. */
export const proposalOf = async (services: Services, kind: string, changeId: string): Promise<Change> => {
  const change = await services.store.change(changeId)
  if (change?.kind !== kind) throw new AppError('not-found', 'no such proposal')
  return change
}

/**
 * Says yes or no to what somebody else asked for. Whoever clicks second is told who was first, and the cards are brought
 * up to date for them: then it gives back null.
 *
 * @throws {AppError} as `decideChange`
 */
export const decide = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  yes: boolean,
): Promise<Change | null> => {
  const { user, belonging } = ask.viewer
  try {
    return await decideChange(services, kinds, change.id, { by: user, belonging, yes })
  } catch (error) {
    if (!isAppError(error, 'already-decided', 'stale-button')) throw error
    const latest = (await services.store.change(change.id)) ?? change
    await services.tell.proposal(latest)
    if (latest.state === 'proposed') throw error
    await beside(ask, alreadyDecided.render(ask.t, { change: latest }))
    return null
  }
}

/**
 * Carries out what was decided. The cards tell of it whatever happens.
 *
 * @throws {AppError} where it could not be begun, such as `slack-unavailable`
 */
export const carryOut = async (ask: Ask<unknown>, services: Services, change: Change): Promise<Outcome> => {
  try {
    const outcome = await applyChange(services, kinds, change.id, services.belonging)
    const { failure, state } = outcome
    ask.log[state === 'done' ? 'info' : 'warn'](
      { change: change.id, kind: change.kind, state, ...(failure && { code: failure.code, err: failure.error }) },
      'change carried out',
    )
    return outcome
  } finally {
    await services.tell.proposal(change)
  }
}

/** Throws what a decision came to, for whoever made it, where it could not be carried out. */
export const assertCarriedOut = ({ state, failure }: Outcome): void => {
  if (state === 'done') return
  throw new AppError(failure?.code ?? 'internal', 'what was decided was not carried out', failure?.details ?? {})
}

/**
 * The whole of it: decided, carried out after a yes, told on the cards and to whom it concerns. Gives back what came of
 * it; null when somebody else was first.
 */
export const settle = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  yes: boolean,
): Promise<Outcome | null> => {
  const decided = await decide(ask, services, change, yes)
  if (decided === null) return null
  if (!yes) {
    const outcome: Outcome = { state: decided.state, change: decided }
    await services.tell.proposal(decided)
    await services.tell.outcome(outcome)
    return outcome
  }
  const outcome = await carryOut(ask, services, decided)
  await services.tell.outcome(outcome)
  assertCarriedOut(outcome)
  return outcome
}
