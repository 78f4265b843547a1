import { cleanText } from '../../src/domain/client/typed.ts'
import type { CommandInput } from '../../src/slack/command-text.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactHelp } from '../../views/contact/help.ts'
import { contactList } from '../../views/contact/list.ts'
import { contactsOfClient } from '../../views/contact/of-client.ts'
import { contactPortal } from '../../views/contact/portal.ts'
import { contactRemoved } from '../../views/contact/removed.ts'
import type { ContactListData } from '../../views/contact/rows.ts'
import { contactSaved } from '../../views/contact/saved.ts'
import { type ContactsRef, contactsValue } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { commandInput } from '../inputs.ts'
import { leadsTo, pageOf } from '../lists.ts'
import { present } from '../present.ts'
import { reachHere } from './reach-here.ts'

/** The organisation's contacts as a private message: searched, paged, with the state of each. */

const readInput = ({ rest }: CommandInput): ContactsRef => ({ text: cleanText(rest) || null, page: 0 })

/** A page of the contacts, the last one where there are fewer by now; and how well they can be reached. */
export const contactsPage = async (
  ask: Ask<unknown>,
  services: Services,
  { text, page }: ContactsRef,
): Promise<ContactListData> => {
  const organisationNumber = organisationOf(ask.viewer).number
  const { size } = contactList
  const [found, reach] = await Promise.all([
    pageOf(page, size, (at) =>
      services.store.contacts({ organisationNumber, page: at, size, ...(text !== null && { text }) }),
    ),
    reachHere(services, organisationNumber),
  ])
  return { ...found, text, reach }
}

const shown = async (ask: Ask<unknown>, services: Services, ref: ContactsRef): Promise<Shown> =>
  contactList.render(ask.t, await contactsPage(ask, services, ref))

export const routes = [
  route({
    kind: 'command',
    id: 'contacts list',
    may: 'contact.read',
    effect: 'read',
    input: commandInput,
    run: (ask, services) => present(ask, () => shown(ask, services, readInput(ask.input))),
  }),
  ...leadsTo(
    [
      contactList.actions.previous,
      contactList.actions.next,
      contactCard.actions.list,
      contactSaved.actions.list,
      contactRemoved.actions.list,
      contactPortal.actions.list,
      contactsOfClient.actions.list,
      contactHelp.actions.list,
    ],
    { may: 'contact.read', input: contactsValue.input },
    (ask, services) => shown(ask, services, ask.input),
  ),
]
