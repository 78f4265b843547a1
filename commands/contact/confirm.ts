import { confirmContacts } from '../../src/domain/contact/confirm-contact.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactConfirm } from '../../views/contact/confirm.ts'
import { allContacts, contactValue, pageValue } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { pageOf } from '../belonging/admin/reach.ts'
import { idInput, nothing } from '../inputs.ts'
import { present } from '../present.ts'
import { browserContent } from './browse.ts'
import { findContact } from './find.ts'
import { cardOf } from './show.ts'

/** "Still right": one click for one contact, or for all. */

const confirmList = async (ask: Ask<unknown>, { store }: Services, page: number, notice?: string): Promise<Shown> => {
  const organisationNumber = organisationOf(ask.viewer).number
  const { size } = contactConfirm
  const found = await pageOf(page, size, (at) => store.contacts({ organisationNumber, page: at, size }))
  return contactConfirm.render(ask.t, { ...found, ...(notice !== undefined && { notice }) })
}

/** Confirms some of the organisation's, and says of how many. */
const confirmed = async (ask: Ask<unknown>, services: Services, contacts: readonly Contact[]): Promise<string> => {
  const organisationNumber = organisationOf(ask.viewer).number
  const ids = contacts.map(({ id }) => id)
  const done =
    ids.length === 0
      ? []
      : await confirmContacts(services, ask.viewer.user, { organisationNumber, ids, once: ask.once })
  return ask.t.contact.browse.notices.confirmed({ count: done.length })
}

const all = (ask: Ask<unknown>, { store }: Services) => store.contactsOf(organisationOf(ask.viewer).number)

const one = async (ask: Ask<unknown>, services: Services, id: string): Promise<Shown> => {
  const contact = await findContact(ask, services, id)
  const notice = await confirmed(ask, services, [contact])
  return await cardOf(ask, services, await findContact(ask, services, contact.id), notice)
}

/** In place of what was clicked, wherever that is. */
const inPlace = (ask: Ask<unknown>, content: () => Promise<Shown>): Reply => ({
  now: empty,
  later: async () => void (await ask.show(await content())),
})

export const routes = [
  route({
    kind: 'command',
    id: 'contacts confirm',
    may: 'contact.change',
    effect: 'change',
    input: idInput,
    run: (ask, services) =>
      present(ask, () => (ask.input === '' ? confirmList(ask, services, 0) : one(ask, services, ask.input))),
  }),
  route({
    kind: 'action',
    id: contactCard.actions.confirm,
    may: 'contact.change',
    effect: 'change',
    input: contactValue.input,
    run: async (ask, services) => inPlace(ask, () => one(ask, services, ask.input.contact)),
  }),
  route({
    kind: 'action',
    id: contactConfirm.actions.one,
    may: 'contact.change',
    effect: 'change',
    input: contactValue.input,
    run: async (ask, services) =>
      inPlace(ask, async () => {
        const notice = await confirmed(ask, services, [await findContact(ask, services, ask.input.contact)])
        return await confirmList(ask, services, 0, notice)
      }),
  }),
  route({
    kind: 'action',
    id: contactConfirm.actions.all,
    may: 'contact.change',
    effect: 'change',
    input: nothing,
    run: async (ask, services) =>
      inPlace(ask, async () => confirmList(ask, services, 0, await confirmed(ask, services, await all(ask, services)))),
  }),
  route({
    kind: 'action',
    id: contactBrowser.actions.confirm,
    may: 'contact.change',
    effect: 'change',
    input: nothing,
    run: async (ask, services) =>
      inPlace(ask, async () =>
        browserContent(ask, services, allContacts, await confirmed(ask, services, await all(ask, services))),
      ),
  }),
  ...[contactConfirm.actions.previous, contactConfirm.actions.next].map((id) =>
    route({
      kind: 'action',
      id,
      may: 'contact.read',
      effect: 'read',
      input: pageValue.input,
      run: async (ask, services) => inPlace(ask, () => confirmList(ask, services, ask.input.page)),
    }),
  ),
]
