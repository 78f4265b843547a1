import { showClient } from '../../src/domain/client/show-client.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { clientCard } from '../../views/client/card.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { contactsOfClient } from '../../views/contact/of-client.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { at } from '../client/locate.ts'
import { present } from '../present.ts'

/** From a client's card: who is told when something happens to it. */
const content = async (
  ask: Ask<unknown>,
  services: Services,
  { environment, client_id }: ClientRef,
): Promise<Shown> => {
  const where = at(ask, environment)
  // what the bot has not seen in a list yet may be Digdir's all the same; another organisation's is not found
  const { client_name } =
    (await services.store.registration(where.organisationNumber, environment, client_id)) ??
    (await showClient(services, where, client_id)).registration
  const rows = await services.store.contactsFor({ ...where, clientId: client_id })
  return contactsOfClient.render(ask.t, { environment, client_id, client_name, rows })
}

export const routes = [
  route({
    kind: 'action',
    id: clientCard.actions.contacts,
    may: 'contact.read',
    effect: 'read',
    input: clientValue.input,
    run: (ask, services) => present(ask, () => content(ask, services, ask.input)),
  }),
]
