import { mirrorContacts } from '../../src/domain/contact/mirror-contacts.ts'
import { portalLine } from '../../src/domain/contact/portal-lines.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactPortal } from '../../views/contact/portal.ts'
import type { Notice } from '../../views/contact/rows.ts'
import { contactSaved } from '../../views/contact/saved.ts'
import { type AllSeenRef, allSeenValue, type SeenRef, seenValue } from '../../views/contact/seen.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { nothing } from '../inputs.ts'
import { present } from '../present.ts'
import { beneathHere } from './beneath.ts'
import { findContact } from './find.ts'
import { refreshBeneath } from './refresh-beneath.ts'
import { inPlace, marked, seenAll, seenOne } from './seen.ts'
import { cardOf } from './show.ts'

/** Digdir's own list lives in its portal: what to paste there, and that it was done, by whom and when. */

const waitingOf = (contacts: readonly Contact[]) => contacts.filter(({ mirrored }) => !mirrored?.current)

const portalContent = async (ask: Ask<unknown>, { store, places }: Services, notice?: Notice): Promise<Shown> => {
  const organisation = organisationOf(ask.viewer).number
  const contacts = await store.contactsOf(organisation)
  return contactPortal.render(ask.t, {
    organisation,
    all: contacts,
    lines: contacts.map(portalLine),
    waiting: waitingOf(contacts).length,
    url: places.contact,
    ...(notice !== undefined && { notice }),
  })
}

/** Notes that contacts stand in the portal as they are now. */
const mirrored = (ask: Ask<unknown>, services: Services, contacts: readonly Contact[] | null): Promise<Notice> =>
  marked(ask, contacts, {
    mark: (chosen) => mirrorContacts(services, ask.viewer.user, chosen),
    words: ask.t.contact.browse.notices.mirrored,
  })

const one = (ask: Ask<SeenRef>, services: Services): Reply =>
  inPlace(
    ask,
    async () => {
      const notice = await mirrored(ask, services, await seenOne(ask, services, ask.input))
      return await cardOf(ask, services, await findContact(ask, services, ask.input.contact), { notice })
    },
    () => refreshBeneath(ask, services, beneathHere(ask)),
  )

const rest = (ask: Ask<AllSeenRef>, services: Services): Reply =>
  seenAll(ask, services, async (contacts) => {
    const notice = await mirrored(ask, services, contacts && waitingOf(contacts))
    return await portalContent(ask, services, notice)
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
      input: seenValue.input,
      run: async (ask, services) => one(ask, services),
    }),
  ),
  route({
    kind: 'action',
    id: contactPortal.actions.mirrored,
    may: 'contact.change',
    effect: 'change',
    input: allSeenValue.input,
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
