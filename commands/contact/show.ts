import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Beneath } from '../../views/contact/beneath.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactList } from '../../views/contact/list.ts'
import { contactsOfClient } from '../../views/contact/of-client.ts'
import type { Notice } from '../../views/contact/rows.ts'
import { contactSaved } from '../../views/contact/saved.ts'
import { type ContactRef, contactValue } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { idInput } from '../inputs.ts'
import { leadsTo } from '../lists.ts'
import { present } from '../present.ts'
import { beneathHere, beneathNext } from './beneath.ts'
import { findContact } from './find.ts'

/** One contact in full, from a command or from wherever it is named. */

/** The card of a contact that was read just now. */
export const cardOf = async (
  ask: Ask<unknown>,
  { store, mailOn }: Services,
  contact: Contact,
  { notice, beneath = beneathHere(ask) }: { notice?: Notice; beneath?: Beneath } = {},
): Promise<Shown> => {
  const clients = await Promise.all(
    contact.clients.map(async ({ environment, clientId }) => ({
      environment,
      name: (await store.registration(contact.organisationNumber, environment, clientId))?.client_name ?? clientId,
    })),
  )
  return contactCard.render(ask.t, {
    contact,
    clients,
    canVerify: mailOn,
    beneath,
    ...(notice !== undefined && { notice }),
  })
}

const found = async (ask: Ask<unknown>, services: Services, id: string, beneath = beneathHere(ask)) =>
  await cardOf(ask, services, await findContact(ask, services, id), { beneath })

/** From the browser the card lies on top, so that closing it leads back to the list. */
const onTop = (ask: Ask<ContactRef>, services: Services): Promise<Reply> =>
  present({ ...ask, door: 'home' }, () => found(ask, services, ask.input.contact, beneathNext(ask)))

export const routes = [
  route({
    kind: 'command',
    id: 'contacts show',
    may: 'contact.read',
    effect: 'read',
    input: idInput,
    run: (ask, services) => present(ask, () => found(ask, services, ask.input)),
  }),
  ...leadsTo(
    [contactList.actions.show, contactSaved.actions.show, contactsOfClient.actions.show],
    { may: 'contact.read', input: contactValue.input },
    (ask, services) => found(ask, services, ask.input.contact),
  ),
  route({
    kind: 'action',
    id: contactBrowser.actions.show,
    may: 'contact.read',
    effect: 'read',
    input: contactValue.input,
    run: onTop,
  }),
]
