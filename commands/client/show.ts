import { showClient } from '../../src/domain/client/show-client.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clientBrowser } from '../../views/client/browser.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientCreated } from '../../views/client/created.ts'
import { clientHalfMade } from '../../views/client/half-made.ts'
import { clientKeys } from '../../views/client/keys.ts'
import { clientList } from '../../views/client/list.ts'
import { clientSecretShown } from '../../views/client/secret-shown.ts'
import { clientUnknown } from '../../views/client/unknown-outcome.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { idInput } from '../inputs.ts'
import { present } from '../present.ts'
import { at, locate } from './locate.ts'
import { ownersRoutes } from './owners.ts'

/** One client in full, from a command or from wherever it is named. */

/** The card of a client, as Digdir has it now or as it was last seen. */
export const cardOf = async (ask: Ask<unknown>, services: Services, { environment, client_id }: ClientRef) => {
  const where = at(ask, environment)
  const client = await showClient(services, where, client_id)
  const owners = await services.store.owners(where.organisationNumber, environment, client_id)
  return clientCard.render(ask.t, { environment, client, owners, now: services.now() })
}

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
  ...ownersRoutes,
  route({ kind: 'command', id: 'client show', may: 'client.read', effect: 'read', input: idInput, run: fromCommand }),
  button(clientList.actions.show),
  button(clientCreated.actions.show),
  button(clientHalfMade.actions.show),
  button(clientKeys.actions.show),
  button(clientSecretShown.actions.show),
  button(clientUnknown.actions.show),
  route({
    kind: 'action',
    id: clientBrowser.actions.show,
    may: 'client.read',
    effect: 'read',
    input: clientValue.input,
    run: onTop,
  }),
]
