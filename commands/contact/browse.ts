import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactHome } from '../../views/contact/home.ts'
import type { Notice } from '../../views/contact/rows.ts'
import { allContacts, type ContactsRef, contactsValue } from '../../views/contact/values.ts'
import { commandInput, nothing, viewValues } from '../inputs.ts'
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

/** The store alone is asked, so the answer comes at once. */
const turn = (ask: Ask<unknown>, services: Services, ref: ContactsRef): Reply => ({
  now: empty,
  later: async () => void (await ask.show(await browserContent(ask, services, ref))),
})

const sought = (ask: Ask<unknown>): ContactsRef => contactBrowser.read(ask.view?.values ?? {})

const paged = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'contact.read',
    effect: 'read',
    input: contactsValue.input,
    run: async (ask, services) => turn(ask, services, ask.input),
  })

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
  paged(contactBrowser.actions.previous),
  paged(contactBrowser.actions.next),
  route({
    kind: 'action',
    id: contactBrowser.actions.search,
    may: 'contact.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => turn(ask, services, sought(ask)),
  }),
  // the submit button searches: the modal stays, with what was found
  route({
    kind: 'submit',
    id: contactBrowser.id,
    may: 'contact.read',
    effect: 'read',
    input: viewValues,
    run: async (ask, services) => ({
      now: { kind: 'update', view: (await browserContent(ask, services, sought(ask))).view },
    }),
  }),
]
