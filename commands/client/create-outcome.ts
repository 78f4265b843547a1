import { type Change, environmentOf, type Surface } from '../../src/domain/change.ts'
import type { Outcome } from '../../src/domain/change-kind.ts'
import { adminAccessFor } from '../../src/domain/client/admin-access.ts'
import { createPayloadSchema } from '../../src/domain/client/create-payload.ts'
import { draftOf } from '../../src/domain/client/draft-of.ts'
import { offeredHere } from '../../src/domain/client/type-table.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { AppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { failureOf } from '../../views/client/failure-of.ts'
import { madeClient } from '../../views/client/made.ts'
import { clientNewDetails } from '../../views/client/new-details.ts'
import { problemsOf } from '../../views/client/problems.ts'
import { unfinishedClient } from '../../views/client/unfinished.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { drawnFor } from './acting.ts'
import { carryOn, outcomeContent } from './carry-out.ts'

/** Carries the change out, or on, and shows what came of it. */
export const goOn = async (ask: Ask<unknown>, services: Services, changeId: string, where: Surface): Promise<void> => {
  const outcome = await carryOn(ask, services, changeId)
  await ask.show(await contentOf(ask, services, outcome, where), where)
  await services.tell.card(outcome)
}

/** Nothing made: the form comes back as it was typed, with what has to be mended. A secret is shown here alone. */
export const contentOf = async (
  ask: Ask<unknown>,
  services: Services,
  outcome: Outcome,
  where: Surface,
): Promise<Shown> => {
  const { change, state, registration } = outcome
  if (state === 'done' && registration !== undefined) {
    const { maskinporten } = services.issuers
    const made = { ...outcome, environment: environmentOf(change), registration, maskinporten, now: services.now() }
    return madeClient.render(ask.t, made)
  }
  const failure = failureOf(outcome)
  const serviceDesk = services.serviceDeskMail
  const content = await outcomeContent(ask, services, outcome)
  if (where.kind !== 'view' || unfinishedClient.render(ask.t, { change, failure, serviceDesk }) !== null) return content
  const problems = problemsOf(ask.t, { ...failure, serviceDesk })
  return { view: await formAgain(ask, services, change, problems), message: content.message }
}

export const formAgain = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  problems: { field: string; message: string }[],
) => {
  const environment = environmentOf(change)
  const draft = draftOf(createPayloadSchema.parse(change.payload), environment)
  const integration_type = offeredHere.find((each) => each === draft.integration_type)
  if (integration_type === undefined) throw new AppError('stale-button', 'a type that is not made here')
  const access = await accessOrOwn(services, organisationOf(ask.viewer).number, environment)
  const place = { environment, integration_type, ...drawnFor(ask) }
  return clientNewDetails.render(ask.t, { ...place, access, draft, problems })
}

/** Whose access is named on the form; when that can't be learnt now, it is learnt at the next submission. */
const accessOrOwn = async (services: Services, organisationNumber: string, environment: Environment) => {
  try {
    return await adminAccessFor(services, organisationNumber, environment)
  } catch {
    return { mode: 'own' as const }
  }
}
