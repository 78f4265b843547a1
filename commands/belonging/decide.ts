import { applyChange } from '../../src/domain/apply-change.ts'
import { giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Outcome } from '../../src/domain/change-kind.ts'
import { decideChange } from '../../src/domain/decide-change.ts'
import { kinds } from '../../src/domain/kinds.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { alreadyDecided } from '../../views/belonging/already-decided.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { publishHome } from '../home/publish-home.ts'
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

/** Said yes to by somebody else, and left there by a crash or a hiccup before it was carried out. */
const isLeftApproved = ({ state, decision }: Change): boolean => state === 'approved' && decision !== null

/** Brings the cards up to date; those of what was left approved keep the button that carries it out. */
const tellCards = async (services: Services, latest: Change): Promise<void> => {
  if (!isLeftApproved(latest)) await services.tell.proposal(latest)
}

/**
 * Says yes or no to what somebody else asked for. Whoever clicks second is told who was first, and the cards are brought
 * up to date for them: then it gives back null. A second yes to what was approved and never carried out is as good as the
 * first one: it gives the change, to be carried out now.
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
    if (yes && isAppError(error, 'already-decided') && isLeftApproved(latest)) return latest
    await tellCards(services, latest)
    if (latest.state === 'proposed') throw error
    await beside(ask, alreadyDecided.render(ask.t, { change: latest }))
    return null
  }
}

/**
 * Carries out what was decided. The cards tell of it whatever happens, but for what stays approved.
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
    await tellCards(services, (await services.store.change(change.id)) ?? change)
  }
}

/** Throws what a decision came to, for whoever made it, where it could not be carried out. */
export const assertCarriedOut = ({ state, failure }: Outcome): void => {
  if (state === 'done') return
  throw new AppError(failure?.code ?? 'internal', 'what was decided was not carried out', failure?.details ?? {})
}

/**
 * The whole of it: decided, carried out after a yes, told on the cards and to whom it concerns. Gives back what came of
 * it; null when somebody else was first. Of two at once the second waits for what the first one's click comes to.
 *
 * @throws {AppError} as `decideChange`; `slack-unavailable` before anything is decided; why it was not carried out
 */
export const settle = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  yes: boolean,
): Promise<Outcome | null> => {
  const outcome = await services.turns.inOrder(`decide ${change.id}`, () => settleNow(ask, services, change, yes))
  // whoever clicked second has their answer before that
  if (outcome !== null) await showAtHome(ask, services, change)
  return outcome
}

/** Whose Home shows what was decided; a question for a clearance is seen there only once it is given. */
const showAtHome = async (ask: Ask<unknown>, services: Services, change: Change): Promise<void> => {
  const { kind, payload, requester } = change
  if (kind === requestMembership.name) await publishHome(ask, services, requester)
  if (kind === giveClearance.name) await publishHome(ask, services, giveClearance.payload.parse(payload).user)
}

const settleNow = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  yes: boolean,
): Promise<Outcome | null> => {
  // carrying it out asks Slack who the requester is: where it does not answer now, the same click serves a little later
  if (yes) await services.belonging(change.requester)
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
