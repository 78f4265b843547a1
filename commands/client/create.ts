import { z } from 'zod'
import { environmentOf } from '../../src/domain/change.ts'
import { adminAccessFor } from '../../src/domain/client/admin-access.ts'
import { checkDraft } from '../../src/domain/client/check-draft.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { type CreateClientPayload, createPayload } from '../../src/domain/client/create-payload.ts'
import type { ClientDraft } from '../../src/domain/client/draft.ts'
import { type OfferedScopes, offeredScopes } from '../../src/domain/client/offered-scopes.ts'
import { readPublicKey } from '../../src/domain/client/public-key.ts'
import type { AdminAccess } from '../../src/domain/client/types.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { failureOf } from '../../views/client/failure-of.ts'
import { clientNewDetails, type DetailsChoice, type DetailsPlace } from '../../views/client/new-details.ts'
import { clientNotMade } from '../../views/client/not-made.ts'
import { problemsOf } from '../../views/client/problems.ts'
import { scopeOptions } from '../../views/client/scope-options.ts'
import { changeValue } from '../../views/client/values.ts'
import { clientWorking } from '../../views/client/working.ts'
import { newContactForm } from '../contact/edit.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { refusedElsewhere } from './acting.ts'
import { outcomeContent, ownChange, type Wanted } from './carry-out.ts'
import { contentOf, formAgain, goOn } from './create-outcome.ts'
import { onTopOf, refusedIn } from './doors.ts'
import { resumeRoutes } from './resume.ts'
import { stepUpRoutes } from './step-up.ts'
import { submitChange } from './submit-change.ts'

/** The details of a new client: its scopes as they are typed, the submission, and Digdir's answer. */

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
  { environment, integration_type }: DetailsChoice,
): Promise<Offer> => {
  const access = await adminAccessFor(services, organisationOf(ask.viewer).number, environment)
  return { access, offered: await offeredScopes(services, access, integration_type) }
}

const suggest = async (ask: Ask<string>, services: Services): Promise<Reply> => {
  const place = placeOf(ask)
  if (refusedElsewhere(ask, place) !== null) return { now: { kind: 'options', options: [] } }
  const waited = await within(offerFor(ask, services, place), patience)
  if (!waited.done) return { now: { kind: 'options', options: [] } }
  return { now: { kind: 'groups', groups: scopeOptions(ask.t, waited.value.offered, ask.input) } }
}

/** What Digdir offers, or null when it can't be asked in time: then Digdir itself says no, and the form comes back. */
const offeredNow = async (
  ask: Ask<unknown>,
  services: Services,
  place: DetailsChoice,
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
  const { environment } = at
  const refused = refusedElsewhere(ask, at) ?? refusedIn(ask, services, environment)
  if (refused !== null) return onTopOf(ask, refused)
  const draft = clientNewDetails.read(ask.view?.values ?? {}, at)
  const faults = checkDraft(draft, { offered: await offeredNow(ask, services, at) })
  if (faults.length > 0) return { now: { kind: 'errors', errors: clientNewDetails.errors(ask.t, faults, at) } }
  const wanted = { environment, payload: createPayload(draft, keyOf(draft, services)) }
  try {
    return await begun(ask, services, wanted)
  } catch (error) {
    if (!isAppError(error, 'contact-needed')) throw error
    // on top, so that what was typed lies beneath and is sent once more
    return onTopOf(ask, { view: await newContactForm(ask, services, { needed: true }) })
  }
}

/** @throws {AppError} `contact-needed`, and what else `submitChange` throws */
const begun = (ask: Ask<unknown>, services: Services, wanted: Wanted<CreateClientPayload>): Promise<Reply> => {
  const { environment, payload } = wanted
  const { client_name } = payload.metadata
  return submitChange(ask, services, createClient, wanted, (change) => ({
    waiting: clientWorking.render(ask.t, { environment, client_name }),
    again: (was) =>
      was.state === 'done' ? outcomeContent(ask, services, was) : contentOf(ask, services, was, ask.surface),
    carryOut: () => goOn(ask, services, change.id, ask.surface),
  }))
}

const keyOf = (draft: ClientDraft, services: Services) => {
  if (draft.public_key === null) return null
  const read = readPublicKey(draft.public_key, { newKid: services.newId })
  // checkDraft has said so already
  if (!read.ok) throw new AppError('bad-input', `the key was refused: ${read.reason}`)
  return read.key
}

/** The form once more, from a message about a client that was not made. */
const again = async (ask: Ask<{ change: string }>, services: Services): Promise<Reply> => {
  const change = await ownChange(ask, services, ask.input.change)
  if (change.kind !== createClient.name) throw new AppError('not-found', 'it made no client')
  const failure = failureOf({ state: change.state, change })
  const problems =
    change.failure === null ? [] : problemsOf(ask.t, { ...failure, serviceDesk: services.serviceDeskMail })
  return openForm(
    ask,
    async () =>
      refusedIn(ask, services, environmentOf(change))?.view ?? (await formAgain(ask, services, change, problems)),
  )
}

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
  route({
    kind: 'action',
    id: clientNotMade.actions.again,
    may: 'client.change',
    effect: 'read',
    input: changeValue.input,
    run: again,
  }),
  ...resumeRoutes,
  ...stepUpRoutes,
]
