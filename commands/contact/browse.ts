import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactHome } from '../../views/contact/home.ts'
import type { Notice } from '../../views/contact/rows.ts'
import { allContacts, type ContactsRef, contactsValue } from '../../views/contact/values.ts'
import { commandInput, nothing } from '../inputs.ts'
import { searches, shows } from '../lists.ts'
import { openForm } from '../present.ts'
import { contactsPage } from './list.ts'

/** `/contacts` alone, and Home: the contacts as a modal, with search, paging, and all that can be done. */

/** What the browser shows of a page, and what was just done. */
export const browserContent = async (ask: Ask<unknown>, services: Services, ref: ContactsRef, notice?: Notice) => {
  const organisation = organisationOf(ask.viewer).number
  // before the rows: what is changed in between is then never confirmed unseen
  const all = await services.store.contactsOf(organisation)
  const page = await contactsPage(ask, services, ref)
  return contactBrowser.render(ask.t, { ...page, organisation, all, ...(notice !== undefined && { notice }) })
}

const open = (ask: Ask<unknown>, services: Services): Reply =>
  openForm(ask, async () => (await browserContent(ask, services, allContacts)).view)

const sought = (ask: Ask<unknown>): ContactsRef => contactBrowser.read(ask.view?.values ?? {})

export const routes = [
  route({
    kind: 'command',
    id: 'contacts',
    may: 'contact.read',
    effect: 'read',
    input: commandInput,
    run: async (ask, services) => open(ask, services),
  }),
  route({
    kind: 'action',
    id: contactHome.actions.open,
    may: 'contact.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => open(ask, services),
  }),
  ...[contactBrowser.actions.previous, contactBrowser.actions.next].map((id) =>
    shows(id, { may: 'contact.read', input: contactsValue.input }, (ask, services) =>
      browserContent(ask, services, ask.input),
    ),
  ),
  // the submit button searches too: the modal stays, with what was found
  ...searches(contactBrowser, 'contact.read', (ask, services) => browserContent(ask, services, sought(ask))),
]
