import { z } from 'zod'
import type { Change, Surface } from '../../src/domain/change.ts'
import type { Outcome } from '../../src/domain/change-kind.ts'
import { adminAccessFor } from '../../src/domain/client/admin-access.ts'
import { checkDraft } from '../../src/domain/client/check-draft.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { createPayload, createPayloadSchema } from '../../src/domain/client/create-payload.ts'
import type { ClientDraft } from '../../src/domain/client/draft.ts'
import { draftOf } from '../../src/domain/client/draft-of.ts'
import { type OfferedScopes, offeredScopes } from '../../src/domain/client/offered-scopes.ts'
import { readPublicKey } from '../../src/domain/client/public-key.ts'
import { offeredHere } from '../../src/domain/client/type-table.ts'
import type { AdminAccess, Environment } from '../../src/domain/client/types.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientHalfMade } from '../../views/client/half-made.ts'
import { clientNewDetails, type DetailsPlace } from '../../views/client/new-details.ts'
import { clientNotMade } from '../../views/client/not-made.ts'
import { scopeOptions } from '../../views/client/scope-options.ts'
import { unfinishedClient } from '../../views/client/unfinished.ts'
import { clientUnknown } from '../../views/client/unknown-outcome.ts'
import { changeValue } from '../../views/client/values.ts'
import { clientWorking } from '../../views/client/working.ts'
import { home } from '../../views/home/home.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { homeFor } from '../home/home.ts'
import { viewValues } from '../inputs.ts'
import { openForm, placeIfPossible } from '../present.ts'
import { keepCard } from './card-in-messages.ts'
import { begin, carryOn, ownChange } from './carry-out.ts'
import { createdContent } from './created-content.ts'

/** The details of a new client: its scopes as they are typed, the submission, Digdir's answer, and going on. */

/** Slack waits 3 s for a submission's answer; who asks and which scopes there are share it. */
const patience = 1_200

const placeOf = (ask: Ask<unknown>): DetailsPlace => {
  const place = clientNewDetails.metadata.read(ask.view?.metadata ?? '')
  if (place === null) throw new AppError('stale-view', 'the form is of another version')
  return place
}

type Offer = { access: AdminAccess; offered: OfferedScopes }

const offerFor = async (
  ask: Ask<unknown>,
  services: Services,
  { environment, integration_type }: DetailsPlace,
): Promise<Offer> => {
  const access = await adminAccessFor(services, organisationOf(ask.viewer).number, environment)
  return { access, offered: await offeredScopes(services, access, integration_type) }
}

const suggest = async (ask: Ask<string>, services: Services): Promise<Reply> => {
  const waited = await within(offerFor(ask, services, placeOf(ask)), patience)
  if (!waited.done) return { now: { kind: 'options', options: [] } }
  return { now: { kind: 'groups', groups: scopeOptions(ask.t, waited.value.offered, ask.input) } }
}

/** What Digdir offers, or null when it can't be asked in time: then Digdir itself says no, and the form comes back. */
const offeredNow = async (
  ask: Ask<unknown>,
  services: Services,
  place: DetailsPlace,
): Promise<OfferedScopes | null> => {
  try {
    const waited = await within(offerFor(ask, services, place), patience)
    return waited.done ? waited.value.offered : null
  } catch {
    return null
  }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const at = placeOf(ask)
  const draft = clientNewDetails.read(ask.view?.values ?? {}, at)
  const faults = checkDraft(draft, { offered: await offeredNow(ask, services, at) })
  if (faults.length > 0) return { now: { kind: 'errors', errors: clientNewDetails.errors(ask.t, faults, at) } }
  const { change, fresh } = await begin(
    ask,
    services,
    createClient,
    at.environment,
    createPayload(draft, keyOf(draft, services)),
  )
  const working = clientWorking.render(ask.t, { environment: at.environment, client_name: draft.client_name })
  const now = { kind: 'update', view: working.view } as const
  return fresh ? { now, later: () => goOn(ask, services, change.id, ask.surface) } : { now }
}

const keyOf = (draft: ClientDraft, services: Services) => {
  if (draft.public_key === null) return null
  const read = readPublicKey(draft.public_key, { newKid: services.newId })
  // checkDraft has said so already
  if (!read.ok) throw new AppError('bad-input', `the key was refused: ${read.reason}`)
  return read.key
}

/** Carries the change out, or on, and shows what came of it. */
const goOn = async (ask: Ask<unknown>, services: Services, changeId: string, where: Surface): Promise<void> => {
  const outcome = await carryOn(ask, services, changeId)
  await ask.show(await contentOf(ask, services, outcome, where), where)
  if (outcome.state !== 'done' || outcome.registration === undefined) return
  const { environment } = outcome.change
  await keepCard(
    ask,
    services,
    { environment, registration: outcome.registration, keys: outcome.keys },
    ask.t.history.created({ by: `<@${ask.viewer.user.userId}>` }),
    true,
  )
}

const failureOf = ({ failure, change }: Outcome) => ({
  code: failure?.code ?? change.failure?.code ?? ('internal' as const),
  details: {
    ...(change.failure?.correlationId ? { correlationId: change.failure.correlationId } : {}),
    ...failure?.details,
  },
})

const contentOf = async (ask: Ask<unknown>, services: Services, outcome: Outcome, where: Surface): Promise<Shown> => {
  const { change, state, registration } = outcome
  const { environment } = change
  if (state === 'done' && registration !== undefined)
    return createdContent(ask.t, services, environment, { ...outcome, registration })
  const failure = failureOf(outcome)
  const unfinished = unfinishedClient.render(ask.t, { change, failure, serviceDesk: services.serviceDeskMail })
  if (unfinished !== null) return unfinished
  return notMade(ask, services, change, failure, where)
}

/** Nothing was made: the form comes back as it was typed, with what has to be mended. */
const notMade = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  failure: ReturnType<typeof failureOf>,
  where: Surface,
): Promise<Shown> => {
  const { environment } = change
  const card = clientNotMade.render(ask.t, {
    environment,
    change: change.id,
    ...failure,
    serviceDesk: services.serviceDeskMail,
  })
  if (where.kind !== 'view') return card
  return {
    view: await formAgain(
      ask,
      services,
      change,
      clientNotMade.problems(ask.t, { ...failure, serviceDesk: services.serviceDeskMail }),
    ),
    message: card.message,
  }
}

const formAgain = async (
  ask: Ask<unknown>,
  services: Services,
  change: Change,
  problems: { field: string; message: string }[],
) => {
  const { environment } = change
  const draft = draftOf(createPayloadSchema.parse(change.payload), environment)
  const integration_type = offeredHere.find((each) => each === draft.integration_type)
  if (integration_type === undefined) throw new AppError('stale-button', 'a type that is not made here')
  const access = await accessOrOwn(services, organisationOf(ask.viewer).number, environment)
  return clientNewDetails.render(ask.t, { environment, integration_type, access, draft, problems })
}

/** Whose access is named on the form; when that can't be learnt now, it is learnt at the next submission. */
const accessOrOwn = async (services: Services, organisationNumber: string, environment: Environment) => {
  try {
    return await adminAccessFor(services, organisationNumber, environment)
  } catch {
    return { mode: 'own' as const }
  }
}

/** Goes on with a half-made client, or looks for one whose answer was lost. */
const resume = async (ask: Ask<{ change: string }>, services: Services): Promise<Reply> => {
  const change = await ownChange(ask, services, ask.input.change)
  const { fresh } = await services.store.write({ once: ask.once }, async () => true)
  if (!fresh) return { now: empty }
  const { client_name } = createPayloadSchema.parse(change.payload).metadata
  const working = clientWorking.render(ask.t, { environment: change.environment, client_name })
  return {
    now: empty,
    // the working view takes the button's place at once, so that a second click finds none
    later: async () => {
      const where = await placeIfPossible(ask, working)
      await goOn(ask, services, change.id, where).catch((error) => ask.fail(error, where))
      // what Home says of the change is old now
      if (ask.door === 'home') await services.slack.publishHome(ask.viewer.user, await homeFor(ask, services))
    },
  }
}

/** The form once more, from a message about a client that was not made. */
const again = async (ask: Ask<{ change: string }>, services: Services): Promise<Reply> => {
  const change = await ownChange(ask, services, ask.input.change)
  return openForm(ask, () => formAgain(ask, services, change, []))
}

const goOnButton = (id: string) =>
  route({ kind: 'action', id, may: 'client.change', effect: 'change', input: changeValue.input, run: resume })

export const routes = [
  route({
    kind: 'options',
    id: clientNewDetails.actions.scopes,
    may: 'client.change',
    effect: 'read',
    input: z.string(),
    run: suggest,
  }),
  route({
    kind: 'submit',
    id: clientNewDetails.id,
    may: 'client.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
  goOnButton(clientHalfMade.actions.resume),
  goOnButton(clientUnknown.actions.lookAgain),
  goOnButton(home.actions.resume),
  goOnButton(home.actions.look),
  route({
    kind: 'action',
    id: clientNotMade.actions.again,
    may: 'client.change',
    effect: 'read',
    input: changeValue.input,
    run: again,
  }),
]
