import { mirrorContacts } from '../../src/domain/contact/mirror-contacts.ts'
import { portalLine } from '../../src/domain/contact/portal-lines.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactPortal } from '../../views/contact/portal.ts'
import { contactSaved } from '../../views/contact/saved.ts'
import { contactValue } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { nothing } from '../inputs.ts'
import { present } from '../present.ts'
import { findContact } from './find.ts'
import { cardOf } from './show.ts'

/** Digdir's own list lives in its portal: what to paste there, and that it was done, by whom and when. */

const waitingOf = (contacts: readonly Contact[]) => contacts.filter(({ mirrored }) => !mirrored?.current)

const portalContent = async (ask: Ask<unknown>, { store, places }: Services, notice?: string): Promise<Shown> => {
  const contacts = await store.contactsOf(organisationOf(ask.viewer).number)
  return contactPortal.render(ask.t, {
    lines: contacts.map(portalLine),
    waiting: waitingOf(contacts).length,
    url: places.contact,
    ...(notice !== undefined && { notice }),
  })
}

/** Notes that contacts stand in the portal as they are now. */
const mirrored = async (ask: Ask<unknown>, services: Services, contacts: readonly Contact[]): Promise<string> => {
  const organisationNumber = organisationOf(ask.viewer).number
  const ids = contacts.map(({ id }) => id)
  const done =
    ids.length === 0 ? [] : await mirrorContacts(services, ask.viewer.user, { organisationNumber, ids, once: ask.once })
  return ask.t.contact.browse.notices.mirrored({ count: done.length })
}

const one = (ask: Ask<{ contact: string }>, services: Services): Reply => ({
  now: empty,
  later: async () => {
    const contact = await findContact(ask, services, ask.input.contact)
    const notice = await mirrored(ask, services, [contact])
    await ask.show(await cardOf(ask, services, await findContact(ask, services, contact.id), notice))
  },
})

const rest = (ask: Ask<unknown>, services: Services): Reply => ({
  now: empty,
  later: async () => {
    const contacts = await services.store.contactsOf(organisationOf(ask.viewer).number)
    await ask.show(await portalContent(ask, services, await mirrored(ask, services, waitingOf(contacts))))
  },
})

export const routes = [
  // on top of the browser, so that closing it leads back to the list
  route({
    kind: 'action',
    id: contactBrowser.actions.portal,
    may: 'contact.read',
    effect: 'read',
    input: nothing,
    run: (ask, services) => present({ ...ask, door: 'home' }, () => portalContent(ask, services)),
  }),
  ...[contactCard.actions.mirrored, contactSaved.actions.mirrored].map((id) =>
    route({
      kind: 'action',
      id,
      may: 'contact.change',
      effect: 'change',
      input: contactValue.input,
      run: async (ask, services) => one(ask, services),
    }),
  ),
  route({
    kind: 'action',
    id: contactPortal.actions.mirrored,
    may: 'contact.change',
    effect: 'change',
    input: nothing,
    run: async (ask, services) => rest(ask, services),
  }),
  // the browser opens the link by itself; Slack tells of the click all the same (slack.md 1.4)
  route({
    kind: 'action',
    id: contactPortal.actions.open,
    may: 'help',
    effect: 'known',
    input: nothing,
    run: async () => ({ now: empty }),
  }),
]
