import type { Outcome } from '../../src/domain/change-kind.ts'
import { addKey } from '../../src/domain/client/add-key.ts'
import { readPublicKey } from '../../src/domain/client/public-key.ts'
import { removeKey } from '../../src/domain/client/remove-key.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { escapeMrkdwn } from '../../src/text/format.ts'
import { assertMay } from '../../src/viewer.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientCreated } from '../../views/client/created.ts'
import { keyAdd } from '../../views/client/key-add.ts'
import { clientKeys } from '../../views/client/keys.ts'
import { type ClientRef, clientValue, type KeyRef, keyValue } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm, placeIfPossible, present } from '../present.ts'
import { keepCard } from './card-in-messages.ts'
import { begin, carryOutWhole } from './carry-out.ts'
import { at, locate } from './show.ts'

/** A client's keys: seen, added, removed. */

const keysOf = async (ask: Ask<unknown>, services: Services, { environment, client_id }: ClientRef): Promise<Shown> => {
  const client = await showClient(services, at(ask, environment), client_id)
  return clientKeys.render(ask.t, {
    environment,
    client_id,
    client_name: client.registration.client_name,
    keys: client.keys,
    now: services.now(),
    ...(client.from === 'store' && { lastSeen: { at: client.asOf } }),
  })
}

const openAdd = (ask: Ask<ClientRef>, services: Services): Reply =>
  openForm(ask, async () => {
    const { environment, client_id } = ask.input
    assertMay(ask.viewer, 'client.change', environment)
    const { registration } = await showClient(services, at(ask, environment), client_id)
    if (!registration.active) throw new AppError('client-inactive', 'deactivated', { environment })
    return keyAdd.render(ask.t, { ...ask.input, client_name: registration.client_name })
  })

/** The key is checked before anything leaves: a private one is refused at the field, and kept nowhere. */
const added = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = keyAdd.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { public_key } = keyAdd.read(ask.view?.values ?? {})
  if (public_key === '') return { now: { kind: 'errors', errors: keyAdd.errors(ask.t, 'required') } }
  const read = readPublicKey(public_key, { newKid: services.newId })
  if (!read.ok) return { now: { kind: 'errors', errors: keyAdd.errors(ask.t, read.reason) } }
  const { change, fresh } = await begin(ask, services, addKey, ref.environment, {
    clientId: ref.client_id,
    key: read.key,
  })
  const now = { kind: 'update', view: loading.render(ask.t, { environment: ref.environment }).view } as const
  if (!fresh) return { now }
  return {
    now,
    later: async () => {
      const outcome = await carryOutWhole(ask, services, change.id)
      await ask.show(await after(ask, services, ref, outcome))
      const result = addKey.result.parse(outcome.change.result)
      const event = { by: `<@${ask.viewer.user.userId}>`, kid: escapeMrkdwn(result.kid) }
      await told(
        ask,
        services,
        ref,
        outcome,
        result.renewed ? ask.t.history.keyRenewed(event) : ask.t.history.keyAdded(event),
      )
    },
  }
}

const removed = async (ask: Ask<KeyRef>, services: Services): Promise<Reply> => {
  const { kid, ...ref } = ask.input
  const { change, fresh } = await begin(ask, services, removeKey, ref.environment, { clientId: ref.client_id, kid })
  if (!fresh) return { now: empty }
  return {
    now: empty,
    later: async () => {
      // the button goes at once, so that a second click finds none
      const where = await placeIfPossible(ask, loading.render(ask.t, { environment: ref.environment }))
      const outcome = await carryOutWhole(ask, services, change.id).catch((error) => ask.fail(error, where))
      if (outcome === undefined) return
      await ask.show(await after(ask, services, ref, outcome), where)
      await told(
        ask,
        services,
        ref,
        outcome,
        ask.t.history.keyRemoved({ by: `<@${ask.viewer.user.userId}>`, kid: escapeMrkdwn(kid) }),
      )
    },
  }
}

const after = async (
  ask: Ask<unknown>,
  services: Services,
  ref: ClientRef,
  { registration, keys }: Outcome,
): Promise<Shown> =>
  registration === undefined || keys === undefined
    ? await keysOf(ask, services, ref)
    : clientKeys.render(ask.t, { ...ref, client_name: registration.client_name, keys, now: services.now() })

const told = async (
  ask: Ask<unknown>,
  services: Services,
  { environment }: ClientRef,
  { registration, keys }: Outcome,
  event: string,
) => {
  if (registration !== undefined) await keepCard(ask, services, { environment, registration, keys }, event, false)
}

const addButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'client.change',
    effect: 'read',
    input: clientValue.input,
    run: async (ask, services) => openAdd(ask, services),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'client keys',
    may: 'client.read',
    effect: 'read',
    input: idInput,
    run: (ask, services) =>
      present(ask, async () => await keysOf(ask, services, await locate(ask, services, ask.input))),
  }),
  route({
    kind: 'action',
    id: clientCard.actions.keys,
    may: 'client.read',
    effect: 'read',
    input: clientValue.input,
    run: (ask, services) => present(ask, () => keysOf(ask, services, ask.input)),
  }),
  addButton(clientKeys.actions.add),
  addButton(clientCreated.actions.addKey),
  route({ kind: 'submit', id: keyAdd.id, may: 'client.change', effect: 'change', input: viewValues, run: added }),
  route({
    kind: 'action',
    id: clientKeys.actions.remove,
    may: 'client.change',
    effect: 'change',
    input: keyValue.input,
    run: removed,
  }),
]
