import { confirmsName, deactivateClient } from '../../src/domain/client/deactivate-client.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { assertMay } from '../../src/viewer.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientDeactivate } from '../../views/client/deactivate.ts'
import { clientDeactivated } from '../../views/client/deactivated.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { keepCard } from './card-in-messages.ts'
import { begin, carryOutWhole } from './carry-out.ts'
import { at, locate } from './show.ts'

/** Deactivation: for good, so the client's name is typed first (digdir.md 2.9). */

const openIt = (ask: Ask<unknown>, services: Services, find: () => Promise<ClientRef>): Reply =>
  openForm(ask, async () => {
    const ref = await find()
    assertMay(ask.viewer, 'client.change', ref.environment)
    const { registration } = await showClient(services, at(ask, ref.environment), ref.client_id)
    if (!registration.active)
      throw new AppError('client-inactive', 'deactivated already', { environment: ref.environment })
    return clientDeactivate.render(ask.t, { ...ref, client_name: registration.client_name })
  })

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = clientDeactivate.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { environment, client_id } = ref
  const stored = await services.store.registration(at(ask, environment).organisationNumber, environment, client_id)
  if (stored === null) throw new AppError('not-found', 'no such client of this organisation', { environment })
  const { confirm_name } = clientDeactivate.read(ask.view?.values ?? {})
  if (!confirmsName(confirm_name, stored.client_name))
    return { now: { kind: 'errors', errors: clientDeactivate.wrongName(ask.t) } }
  const { change, fresh } = await begin(ask, services, deactivateClient, environment, {
    clientId: client_id,
    clientName: stored.client_name,
  })
  const now = { kind: 'update', view: loading.render(ask.t, { environment }).view } as const
  if (!fresh) return { now }
  return {
    now,
    later: async () => {
      const { registration } = await carryOutWhole(ask, services, change.id)
      await ask.show(clientDeactivated.render(ask.t, { ...ref, client_name: stored.client_name }))
      const event = ask.t.history.deactivated({ by: `<@${ask.viewer.user.userId}>` })
      if (registration !== undefined) await keepCard(ask, services, { environment, registration }, event, false)
    },
  }
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
