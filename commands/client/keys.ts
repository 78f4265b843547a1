import type { Outcome } from '../../src/domain/change-kind.ts'
import { addKey } from '../../src/domain/client/add-key.ts'
import { baseVersionOf } from '../../src/domain/client/client-subject.ts'
import { readPublicKey } from '../../src/domain/client/public-key.ts'
import { removeKey } from '../../src/domain/client/remove-key.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { AppError, type ErrorCode } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientCreated } from '../../views/client/created.ts'
import { failureOf } from '../../views/client/failure-of.ts'
import { keyAdd } from '../../views/client/key-add.ts'
import { clientKeys } from '../../views/client/keys.ts'
import { problemsOf } from '../../views/client/problems.ts'
import { clientUnknown } from '../../views/client/unknown-outcome.ts'
import { type ClientRef, clientValue, type KeyRef, keyValue, type SeenRef } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm, placeIfPossible, present } from '../present.ts'
import { drawnFor, refusedElsewhere } from './acting.ts'
import { begin, carryOn, carryOutWhole, outcomeContent, tellWhole } from './carry-out.ts'
import { onTopOf, refusedFor } from './doors.ts'
import { at, locate } from './locate.ts'
import { askForLogin } from './step-up.ts'
import { submitChange } from './submit-change.ts'

/** A client's keys: seen, added, removed. */

const keysOf = async (ask: Ask<unknown>, services: Services, { environment, client_id }: ClientRef): Promise<Shown> => {
  const client = await showClient(services, at(ask, environment), client_id)
  return clientKeys.render(ask.t, {
    environment,
    client_id,
    client_name: client.registration.client_name,
    organisation: drawnFor(ask).organisation,
    keys: client.keys,
    base: baseVersionOf(client.registration),
    now: services.now(),
    ...(client.from === 'store' && { lastSeen: { at: client.asOf } }),
  })
}

const openAdd = (ask: Ask<ClientRef>, services: Services): Reply =>
  openForm(ask, async () => {
    const { environment, client_id } = ask.input
    const refused = await refusedFor(ask, services, ask.input)
    if (refused !== null) return refused.view
    const { registration } = await showClient(services, at(ask, environment), client_id)
    if (!registration.active) throw new AppError('client-inactive', 'deactivated', { environment })
    const { client_name } = registration
    const { organisation } = drawnFor(ask)
    return keyAdd.render(ask.t, {
      environment,
      client_id,
      organisation,
      client_name,
      base: baseVersionOf(registration),
    })
  })

/** The key is checked before anything leaves: a private one is refused at the field, and kept nowhere. */
const added = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = keyAdd.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { public_key } = keyAdd.read(ask.view?.values ?? {})
  if (public_key === '') return { now: { kind: 'errors', errors: keyAdd.errors(ask.t, 'required') } }
  const read = readPublicKey(public_key, { newKid: services.newId })
  if (!read.ok) return { now: { kind: 'errors', errors: keyAdd.errors(ask.t, read.reason) } }
  const refused = refusedElsewhere(ask, ref) ?? (await refusedFor(ask, services, ref))
  if (refused !== null) return onTopOf(ask, refused)
  const { environment, client_id, base } = ref
  const wanted = { environment, payload: { clientId: client_id, key: read.key }, base }
  const mend = (outcome: Outcome) => formAgain(ask, services, ref, public_key, outcome)
  return await submitChange(ask, services, addKey, wanted, (change) => ({
    waiting: loading.render(ask.t, { environment }),
    again: (was) => (isMendable(was) ? mend(was) : outcomeContent(ask, services, was)),
    carryOut: async () => {
      const outcome = await carryOn(ask, services, change.id)
      if (isMendable(outcome)) await ask.show(await mend(outcome))
      else await tellWhole(ask, services, outcome)
    },
  }))
}

/** What another key, or the same one a little later, may get past: the form is worth having back. */
const mendable: readonly ErrorCode[] = [
  'bad-input',
  'kid-taken',
  'digdir-refused',
  'digdir-conflict',
  'digdir-unauthorised',
  'digdir-forbidden',
  'digdir-terms-not-signed',
  'digdir-unavailable',
  'maskinporten-unavailable',
  'token-refused',
]

const isMendable = (outcome: Outcome): boolean =>
  outcome.state === 'failed' && mendable.includes(failureOf(outcome).code)

/** A key that was not added: the form as it was typed, with what has to be mended. */
const formAgain = async (
  ask: Ask<unknown>,
  services: Services,
  ref: SeenRef,
  public_key: string,
  outcome: Outcome,
): Promise<Shown> => {
  const { organisationNumber } = at(ask, ref.environment)
  const stored = await services.store.registration(organisationNumber, ref.environment, ref.client_id)
  const problems = problemsOf(ask.t, { ...failureOf(outcome), serviceDesk: services.serviceDeskMail })
  const client_name = stored?.client_name ?? ref.client_id
  const { message } = await outcomeContent(ask, services, outcome)
  return { view: keyAdd.render(ask.t, { ...ref, client_name, public_key, problems }), message }
}

const removed = async (ask: Ask<KeyRef>, services: Services): Promise<Reply> => {
  const { kid, base, ...ref } = ask.input
  const refused = refusedElsewhere(ask, ref) ?? (await refusedFor(ask, services, ref))
  if (refused !== null) return { now: empty, later: async () => void (await ask.open(refused.view)) }
  const { environment, client_id } = ref
  const { change, fresh } = await begin(ask, services, removeKey, {
    environment,
    payload: { clientId: client_id, kid },
    base,
  })
  if (!fresh) return { now: empty }
  if (change.state === 'proposed') return { now: empty, later: () => askForLogin(ask, services, change) }
  return {
    now: empty,
    later: async () => {
      // the button goes at once, so that a second click finds none
      const where = await placeIfPossible(ask, loading.render(ask.t, { environment }))
      await carryOutWhole(ask, services, change.id, where).catch((error) => ask.fail(error, where))
    },
  }
}

const keysButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'client.read',
    effect: 'read',
    input: clientValue.input,
    run: (ask, services) => present(ask, () => keysOf(ask, services, ask.input)),
  })

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
  keysButton(clientCard.actions.keys),
  keysButton(clientUnknown.actions.keys),
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
