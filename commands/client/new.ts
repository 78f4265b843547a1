import { adminAccessFor, assertTypeWithin } from '../../src/domain/client/admin-access.ts'
import type { AdminAccess, Environment } from '../../src/domain/client/types.ts'
import { may } from '../../src/domain/may.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError } from '../../src/errors.ts'
import type { CommandInput } from '../../src/slack/command-text.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientBrowser } from '../../views/client/browser.ts'
import { clientHelp } from '../../views/client/help.ts'
import { clientList } from '../../views/client/list.ts'
import { type ClientNewValues, clientNew } from '../../views/client/new.ts'
import { clientNewDetails, type DetailsChoice } from '../../views/client/new-details.ts'
import { home } from '../../views/home/home.ts'
import { loading } from '../../views/kit/loading.ts'
import { commandInput, environmentOf, nothing, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { drawnFor, refusedElsewhere } from './acting.ts'
import { loginOn, onTopOf, refusedIn } from './doors.ts'

/** The first question: which environment, which type. Everything that leads to a new client begins here. */

type Type = DetailsChoice['integration_type']

/** How long a form may hold back its details to learn whose access makes the client, ms: a trigger lives 3 s. */
const patience = 800

const typeWords: Record<string, Type> = { idporten: 'idporten', 'id-porten': 'idporten', maskinporten: 'maskinporten' }
const inputWords = ({ words }: CommandInput): { type: Type | null; environment: Environment } => {
  let type: Type | null = null
  let environment: Environment = 'test'
  for (const word of words.map((one) => one.toLowerCase())) {
    const asType = Object.hasOwn(typeWords, word) ? typeWords[word] : undefined
    const asEnvironment = environmentOf(word)
    if (asType !== undefined) type = asType
    else if (asEnvironment !== undefined) environment = asEnvironment
    else throw new AppError('bad-input', 'neither a type nor an environment')
  }
  return { type, environment }
}

/** The access that will make it. @throws {AppError} where none serves the organisation or the type */
const accessFor = async (ask: Ask<unknown>, services: Services, place: DetailsChoice): Promise<AdminAccess> => {
  const access = await adminAccessFor(services, organisationOf(ask.viewer).number, place.environment)
  assertTypeWithin(access, place.integration_type)
  return access
}

const fromCommand = async (ask: Ask<CommandInput>, services: Services): Promise<Reply> => {
  const { type, environment } = inputWords(ask.input)
  const refused = refusedIn(ask, services, environment)
  if (refused !== null) return { now: { kind: 'message', message: refused.message } }
  if (type === null) return begin(ask, services, environment)
  const place = { environment, integration_type: type }
  return openForm(ask, async () =>
    clientNewDetails.render(ask.t, { ...place, ...drawnFor(ask), access: await accessFor(ask, services, place) }),
  )
}

/** What is offered where, and what production asks of this person. */
const firstQuestion = (ask: Ask<unknown>, services: Services, values: Partial<ClientNewValues> = {}) => {
  const cleared = may(ask.viewer.belonging, 'client.change', { environment: 'prod' }).ok
  return clientNew.render(ask.t, {
    ...drawnFor(ask),
    values,
    on: services.environmentsOn,
    production: loginOn(services) ? (cleared ? 'login' : 'clearance') : 'off',
  })
}

const begin = (ask: Ask<unknown>, services: Services, environment?: Environment): Reply => ({
  now: empty,
  later: async () => void (await ask.open(firstQuestion(ask, services, environment ? { environment } : {}))),
})

/** The first question answered: the details take its place in the same modal. */
const chosen = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { t } = ask
  const drawn = clientNew.metadata.read(ask.view?.metadata ?? '')
  if (drawn === null) throw new AppError('stale-view', 'the form is of another version')
  const { environment, integration_type } = clientNew.read(ask.view?.values ?? {})
  if (environment === null || integration_type === null) {
    const field = environment === null ? 'environment' : 'integration_type'
    return { now: { kind: 'errors', errors: clientNew.errors([{ field, message: t.faults.required({}) }]) } }
  }
  // on top, so that closing it leads back to the choice
  const refused = refusedElsewhere(ask, drawn) ?? refusedIn(ask, services, environment)
  if (refused !== null) return onTopOf(ask, refused)
  const place = { environment, integration_type }
  const details = (access: AdminAccess) => clientNewDetails.render(t, { ...place, ...drawnFor(ask), access })
  const work = accessFor(ask, services, place)
  const soon = await within(work, patience)
  if (soon.done) return { now: { kind: 'update', view: details(soon.value) } }
  const waiting = loading.render(t, { title: t.client.details.title, environment })
  return {
    now: { kind: 'update', view: waiting.view },
    later: async () => {
      await ask.show({ view: details(await work), message: waiting.message })
    },
  }
}

/** Back from the details to the first question, which remembers what was chosen. */
const back = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = clientNewDetails.metadata.read(ask.view?.metadata ?? '')
  const refused = place && refusedElsewhere(ask, place)
  if (refused) return { now: empty, later: async () => void (await ask.open(refused.view)) }
  const { environment, integration_type } = place ?? { environment: 'test', integration_type: null }
  const view = firstQuestion(ask, services, { environment, integration_type })
  return { now: empty, later: async () => void (await ask.show({ view, message: loading.render(ask.t).message })) }
}

const button = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'client.change',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => begin(ask, services),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'client new',
    may: 'client.change',
    effect: 'read',
    input: commandInput,
    run: fromCommand,
  }),
  button(clientList.actions.new),
  button(clientBrowser.actions.new),
  button(clientHelp.actions.new),
  button(home.actions.new),
  route({ kind: 'submit', id: clientNew.id, may: 'client.change', effect: 'read', input: viewValues, run: chosen }),
  route({
    kind: 'action',
    id: clientNewDetails.actions.back,
    may: 'client.change',
    effect: 'read',
    input: nothing,
    run: back,
  }),
]
