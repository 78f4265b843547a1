import type { Ask, Services } from '../../src/slack/route.ts'
import { type ToldRef, toldDoors } from '../../views/contact/told-doors.ts'
import { allContacts } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { organisationContent } from '../belonging/admin/organisation.ts'
import { organisationFor } from '../belonging/admin/reach.ts'
import { refusedElsewhere } from '../client/acting.ts'
import { leadsTo } from '../lists.ts'
import { browserContent } from './browse.ts'
import { confirmList } from './confirm.ts'
import { findContact } from './find.ts'
import { invoicesContent } from './invoice.ts'
import { cardOf } from './show.ts'

/** From what contacts, admins, a channel or the service desk were told to what can be done about it. */

/** What somebody is shown who acts for the organisation that was told; everybody else is told why not. */
const ofTheirs =
  <I extends ToldRef>(content: (ask: Ask<I>, services: Services) => Promise<Shown>) =>
  async (ask: Ask<I>, services: Services): Promise<Shown> =>
    refusedElsewhere(ask, ask.input) ?? (await content(ask, services))

const { actions, value, contactValue } = toldDoors
const read = { may: 'contact.read', input: value.input } as const

export const routes = [
  ...leadsTo(
    [actions.contact],
    { may: 'contact.read', input: contactValue.input },
    ofTheirs(async (ask, services) => cardOf(ask, services, await findContact(ask, services, ask.input.contact))),
  ),
  ...leadsTo(
    [actions.contacts],
    read,
    ofTheirs((ask, services) => browserContent(ask, services, allContacts)),
  ),
  ...leadsTo(
    [actions.confirm],
    read,
    ofTheirs((ask, services) => confirmList(ask, services, 0)),
  ),
  ...leadsTo(
    [actions.invoice],
    read,
    ofTheirs((ask, services) => invoicesContent(ask, services)),
  ),
  ...leadsTo([actions.organisation], { may: 'organisation.manage', input: value.input }, async (ask, services) =>
    organisationContent(
      ask,
      services,
      await organisationFor(ask, services, 'organisation.manage', ask.input.organisation),
    ),
  ),
]
