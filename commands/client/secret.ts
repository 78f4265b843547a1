import type { Outcome } from '../../src/domain/change-kind.ts'
import { baseVersionOf } from '../../src/domain/client/client-subject.ts'
import { newSecret, usesSecret } from '../../src/domain/client/new-secret.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientSecret } from '../../views/client/secret.ts'
import { clientSecretLost, clientSecretShown } from '../../views/client/secret-shown.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { drawnFor, refusedElsewhere } from './acting.ts'
import { carryOutWhole } from './carry-out.ts'
import { onTopOf, refusedFor } from './doors.ts'
import { at, locate } from './locate.ts'
import { submitChange } from './submit-change.ts'

/**
 * A new client secret: asked for first, since the old one stops working; shown once: in test in the modal alone, in
 * production on the page after the login alone.
 */

const openIt = (ask: Ask<unknown>, services: Services, find: () => Promise<ClientRef>): Reply =>
  openForm(ask, async () => {
    const ref = await find()
    const refused = await refusedFor(ask, services, ref)
    if (refused !== null) return refused.view
    const { registration } = await showClient(services, at(ask, ref.environment), ref.client_id)
    if (!registration.active) throw new AppError('client-inactive', 'deactivated', { environment: ref.environment })
    if (!usesSecret(registration.token_endpoint_auth_method))
      throw new AppError('secret-not-used', 'the client has no secret', { environment: ref.environment })
    const { client_name } = registration
    const { organisation } = drawnFor(ask)
    return clientSecret.render(ask.t, { ...ref, organisation, client_name, base: baseVersionOf(registration) })
  })

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = clientSecret.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { environment, client_id, base } = ref
  const refused = refusedElsewhere(ask, ref) ?? (await refusedFor(ask, services, ref))
  if (refused !== null) return onTopOf(ask, refused)
  const wanted = { environment, payload: { clientId: client_id }, base }
  return await submitChange(ask, services, newSecret, wanted, (change) => ({
    waiting: loading.render(ask.t, { environment }),
    carryOut: () => carryOutWhole(ask, services, change.id, ask.surface, (outcome) => madeContent(ask, ref, outcome)),
  }))
}

/** The secret stands in the modal alone; whoever comes too late for it hears how to get a new one. */
const madeContent = (ask: Ask<unknown>, ref: ClientRef, { registration, secret }: Outcome): Shown => {
  const { environment, client_id } = ref
  const named = { environment, client_id, client_name: registration?.client_name ?? client_id }
  const lost = clientSecretLost.render(ask.t, named)
  return secret === undefined
    ? lost
    : { view: clientSecretShown.render(ask.t, { ...named, secret }).view, message: lost.message }
}

const openButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'client.change',
    effect: 'read',
    input: clientValue.input,
    run: async (ask, services) => openIt(ask, services, async () => ask.input),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'client secret',
    may: 'client.change',
    effect: 'read',
    input: idInput,
    run: async (ask, services) => openIt(ask, services, () => locate(ask, services, ask.input)),
  }),
  openButton(clientCard.actions.secret),
  openButton(clientSecretLost.actions.again),
  route({
    kind: 'submit',
    id: clientSecret.id,
    may: 'client.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
