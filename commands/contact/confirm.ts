import { confirmContacts } from '../../src/domain/contact/confirm-contact.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactConfirm } from '../../views/contact/confirm.ts'
import type { Notice } from '../../views/contact/rows.ts'
import { allSeenValue, seenValue } from '../../views/contact/seen.ts'
import { allContacts, pageValue } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { idInput } from '../inputs.ts'
import { pageOf, shows } from '../lists.ts'
import { present } from '../present.ts'
import { beneathHere } from './beneath.ts'
import { browserContent } from './browse.ts'
import { findContact } from './find.ts'
import { refreshBeneath } from './refresh-beneath.ts'
import { inPlace, marked, seenAll, seenOne } from './seen.ts'
import { cardOf } from './show.ts'

/** "Still right": one click for one contact, or for all. */

export const confirmList = async (
  ask: Ask<unknown>,
  { store }: Services,
  page: number,
  notice?: Notice,
): Promise<Shown> => {
  const organisationNumber = organisationOf(ask.viewer).number
  const { size } = contactConfirm
  // before the rows: what is changed in between is then asked about once more, and never confirmed unseen
  const all = await store.contactsOf(organisationNumber)
  const found = await pageOf(page, size, (at) => store.contacts({ organisationNumber, page: at, size }))
  return contactConfirm.render(ask.t, {
    ...found,
    organisation: organisationNumber,
    all,
    ...(notice !== undefined && { notice }),
  })
}

/** Confirms some of the organisation's, and says of how many. */
const confirmed = (ask: Ask<unknown>, services: Services, contacts: readonly Contact[] | null): Promise<Notice> =>
  marked(ask, contacts, {
    mark: (chosen) => confirmContacts(services, ask.viewer.user, chosen),
    words: ask.t.contact.browse.notices.confirmed,
  })

const cardAfter = async (
  ask: Ask<unknown>,
  services: Services,
  id: string,
  contacts: readonly Contact[] | null,
): Promise<Shown> => {
  const notice = await confirmed(ask, services, contacts)
  return await cardOf(ask, services, await findContact(ask, services, id), { notice })
}

/** By its id alone: whoever types that looks at nothing. */
const typed = async (ask: Ask<unknown>, services: Services, id: string): Promise<Shown> => {
  const contact = await findContact(ask, services, id)
  return await cardAfter(ask, services, contact.id, [contact])
}

export const routes = [
  route({
    kind: 'command',
    id: 'contacts confirm',
    may: 'contact.change',
    effect: 'change',
    input: idInput,
    run: (ask, services) =>
      present(ask, () => (ask.input === '' ? confirmList(ask, services, 0) : typed(ask, services, ask.input))),
  }),
  route({
    kind: 'action',
    id: contactCard.actions.confirm,
    may: 'contact.change',
    effect: 'change',
    input: seenValue.input,
    run: async (ask, services) =>
      inPlace(
        ask,
        async () => cardAfter(ask, services, ask.input.contact, await seenOne(ask, services, ask.input)),
        () => refreshBeneath(ask, services, beneathHere(ask)),
      ),
  }),
  route({
    kind: 'action',
    id: contactConfirm.actions.one,
    may: 'contact.change',
    effect: 'change',
    input: seenValue.input,
    run: async (ask, services) =>
      inPlace(ask, async () => {
        const notice = await confirmed(ask, services, await seenOne(ask, services, ask.input))
        return await confirmList(ask, services, 0, notice)
      }),
  }),
  route({
    kind: 'action',
    id: contactConfirm.actions.all,
    may: 'contact.change',
    effect: 'change',
    input: allSeenValue.input,
    run: async (ask, services) =>
      seenAll(ask, services, async (contacts) =>
        confirmList(ask, services, 0, await confirmed(ask, services, contacts)),
      ),
  }),
  route({
    kind: 'action',
    id: contactBrowser.actions.confirm,
    may: 'contact.change',
    effect: 'change',
    input: allSeenValue.input,
    run: async (ask, services) =>
      seenAll(ask, services, async (contacts) =>
        browserContent(ask, services, allContacts, await confirmed(ask, services, contacts)),
      ),
  }),
  ...[contactConfirm.actions.previous, contactConfirm.actions.next].map((id) =>
    shows(id, { may: 'contact.read', input: pageValue.input }, (ask, services) =>
      confirmList(ask, services, ask.input.page),
    ),
  ),
]
