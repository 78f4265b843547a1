import { baseVersionOf } from '../../src/domain/client/client-subject.ts'
import { confirmsName, deactivateClient } from '../../src/domain/client/deactivate-client.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientDeactivate } from '../../views/client/deactivate.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { drawnFor, refusedElsewhere } from './acting.ts'
import { carryOutWhole } from './carry-out.ts'
import { onTopOf, refusedFor } from './doors.ts'
import { at, locate } from './locate.ts'
import { submitChange } from './submit-change.ts'

/** Deactivation: for good, so the client's name is typed first (digdir.md 2.9). */

const openIt = (ask: Ask<unknown>, services: Services, find: () => Promise<ClientRef>): Reply =>
  openForm(ask, async () => {
    const ref = await find()
    const refused = await refusedFor(ask, services, ref)
    if (refused !== null) return refused.view
    const { registration } = await showClient(services, at(ask, ref.environment), ref.client_id)
    if (!registration.active)
      throw new AppError('client-inactive', 'deactivated already', { environment: ref.environment })
    const { client_name } = registration
    const { organisation } = drawnFor(ask)
    return clientDeactivate.render(ask.t, { ...ref, organisation, client_name, base: baseVersionOf(registration) })
  })

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = clientDeactivate.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { environment, client_id, base } = ref
  const refused = refusedElsewhere(ask, ref) ?? (await refusedFor(ask, services, ref))
  if (refused !== null) return onTopOf(ask, refused)
  const stored = await services.store.registration(at(ask, environment).organisationNumber, environment, client_id)
  if (stored === null) throw new AppError('not-found', 'no such client of this organisation', { environment })
  const { confirm_name } = clientDeactivate.read(ask.view?.values ?? {})
  if (!confirmsName(confirm_name, stored.client_name))
    return { now: { kind: 'errors', errors: clientDeactivate.wrongName(ask.t) } }
  const payload = { clientId: client_id, clientName: stored.client_name }
  return await submitChange(ask, services, deactivateClient, { environment, payload, base }, (change) => ({
    waiting: loading.render(ask.t, { environment }),
    carryOut: () => carryOutWhole(ask, services, change.id),
  }))
}

export const routes = [
  route({
    kind: 'command',
    id: 'client deactivate',
    may: 'client.change',
    effect: 'read',
    input: idInput,
    run: async (ask, services) => openIt(ask, services, () => locate(ask, services, ask.input)),
  }),
  route({
    kind: 'action',
    id: clientCard.actions.deactivate,
    may: 'client.change',
    effect: 'read',
    input: clientValue.input,
    run: async (ask, services) => openIt(ask, services, async () => ask.input),
  }),
  route({
    kind: 'submit',
    id: clientDeactivate.id,
    may: 'client.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
