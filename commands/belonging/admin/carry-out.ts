import { applyChange } from '../../../src/domain/apply-change.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import type { Ask, Services } from '../../../src/slack/route.ts'
import { assertCarriedOut } from '../decide.ts'

/**
 * Carries out a change that its own asking approved: role and drift are asked again now.
 *
 * @throws {AppError} why it was not carried out
 */
export const carryOut = async (ask: Ask<unknown>, services: Services, changeId: string): Promise<void> => {
  const outcome = await applyChange(services, kinds, changeId, services.belonging)
  const { change, failure, state } = outcome
  ask.log[state === 'done' ? 'info' : 'warn'](
    { change: change.id, kind: change.kind, state, ...(failure && { code: failure.code, err: failure.error }) },
    'change carried out',
  )
  assertCarriedOut(outcome)
}
