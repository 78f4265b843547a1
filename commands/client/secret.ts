import { newSecret, usesSecret } from '../../src/domain/client/new-secret.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { assertMay } from '../../src/viewer.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientSecret } from '../../views/client/secret.ts'
import { clientSecretLost, clientSecretShown } from '../../views/client/secret-shown.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { keepCard } from './card-in-messages.ts'
import { begin, carryOutWhole } from './carry-out.ts'
import { at, locate } from './show.ts'

/** A new client secret: asked for first, since the old one stops working; shown once, in the modal alone. */

const openIt = (ask: Ask<unknown>, services: Services, find: () => Promise<ClientRef>): Reply =>
  openForm(ask, async () => {
    const ref = await find()
    assertMay(ask.viewer, 'client.change', ref.environment)
    const { registration } = await showClient(services, at(ask, ref.environment), ref.client_id)
    if (!registration.active) throw new AppError('client-inactive', 'deactivated', { environment: ref.environment })
    if (!usesSecret(registration.token_endpoint_auth_method))
      throw new AppError('secret-not-used', 'the client has no secret', { environment: ref.environment })
    return clientSecret.render(ask.t, { ...ref, client_name: registration.client_name })
  })

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = clientSecret.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { environment } = ref
  const { change, fresh } = await begin(ask, services, newSecret, environment, { clientId: ref.client_id })
  const now = { kind: 'update', view: loading.render(ask.t, { environment }).view } as const
  if (!fresh) return { now }
  return {
    now,
    later: async () => {
      const { registration, secret } = await carryOutWhole(ask, services, change.id)
      if (registration === undefined) return
      const named = { ...ref, client_name: registration.client_name }
      const lost = clientSecretLost.render(ask.t, named)
      await ask.show(
        secret === undefined
          ? lost
          : { view: clientSecretShown.render(ask.t, { ...named, secret }).view, message: lost.message },
      )
      await keepCard(
        ask,
        services,
        { environment, registration },
        ask.t.history.secretRenewed({ by: `<@${ask.viewer.user.userId}>` }),
        false,
      )
    },
  }
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
