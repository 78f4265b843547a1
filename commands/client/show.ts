import { showClient } from '../../src/domain/client/show-client.ts'
import { cleanId } from '../../src/domain/client/typed.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientBrowser } from '../../views/client/browser.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientCreated } from '../../views/client/created.ts'
import { clientHalfMade } from '../../views/client/half-made.ts'
import { clientKeys } from '../../views/client/keys.ts'
import { clientList } from '../../views/client/list.ts'
import { clientSecretShown } from '../../views/client/secret-shown.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { idInput } from '../inputs.ts'
import { present } from '../present.ts'

/** One client in full, from a command or from wherever it is named. */

/**
 * Where a client with a typed id is: the environment that knows it. Another organisation's id is `not-found`, as one
 * that does not exist.
 *
 * @throws {AppError} `bad-input` for no id at all, and why the bot may look in no environment
 */
export const locate = async (ask: Ask<unknown>, services: Services, typed: string): Promise<ClientRef> => {
  const client_id = cleanId(typed)
  if (client_id === '') throw new AppError('bad-input', 'no client id')
  const { number } = organisationOf(ask.viewer)
  for (const environment of environments) {
    if ((await services.store.registration(number, environment, client_id)) !== null) return { environment, client_id }
  }
  const barred: unknown[] = []
  for (const environment of environments) {
    try {
      await showClient(services, at(ask, environment), client_id)
      return { environment, client_id }
    } catch (error) {
      if (isAppError(error, 'environment-off', 'supplier-access-missing')) barred.push(error)
      else if (!isAppError(error, 'not-found')) throw error
    }
  }
  // where nobody could look, "not there" would be a guess
  if (barred.length === environments.length) throw barred[0]
  throw new AppError('not-found', 'no such client of this organisation')
}

/** The person's organisation in an environment, as `showClient` asks for it. */
export const at = (ask: Ask<unknown>, environment: Environment) => ({
  organisationNumber: organisationOf(ask.viewer).number,
  environment,
})

/** The card of a client, as Digdir has it now or as it was last seen. */
export const cardOf = async (ask: Ask<unknown>, services: Services, { environment, client_id }: ClientRef) =>
  clientCard.render(ask.t, {
    environment,
    client: await showClient(services, at(ask, environment), client_id),
    now: services.now(),
  })

const fromCommand = (ask: Ask<string>, services: Services): Promise<Reply> =>
  present(ask, async () => await cardOf(ask, services, await locate(ask, services, ask.input)))

const button = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'client.read',
    effect: 'read',
    input: clientValue.input,
    run: (ask, services) => present(ask, () => cardOf(ask, services, ask.input)),
  })

/** From the browser the card lies on top, so that closing it leads back to the list. */
const onTop = async (ask: Ask<ClientRef>, services: Services): Promise<Reply> => {
  const { now, later } = await present({ ...ask, door: 'home' }, () => cardOf(ask, services, ask.input))
  return later === undefined ? { now } : { now, later }
}

export const routes = [
  route({ kind: 'command', id: 'client show', may: 'client.read', effect: 'read', input: idInput, run: fromCommand }),
  button(clientList.actions.show),
  button(clientCreated.actions.show),
  button(clientHalfMade.actions.show),
  button(clientKeys.actions.show),
  button(clientSecretShown.actions.show),
  route({
    kind: 'action',
    id: clientBrowser.actions.show,
    may: 'client.read',
    effect: 'read',
    input: clientValue.input,
    run: onTop,
  }),
]
