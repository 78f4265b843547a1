import { may } from '../../../src/domain/may.ts'
import { AppError } from '../../../src/errors.ts'
import type { Ask, Services } from '../../../src/slack/route.ts'
import { personAssign } from '../../../views/belonging/admin/assign.ts'
import { adminClearances } from '../../../views/belonging/admin/clearances.ts'
import { adminOrganisation } from '../../../views/belonging/admin/organisation.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { adminPerson } from '../../../views/belonging/admin/person.ts'
import type { PeopleRef } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { pageOf, searches, shows } from '../../lists.ts'
import { isOperator, organisationFor } from './reach.ts'
import { rowOf } from './standing.ts'

/** The people of an organisation, for its admins and for operators: searched and paged in place. */

export const peopleContent = async (ask: Ask<unknown>, services: Services, ref: PeopleRef): Promise<Shown> => {
  const { number, text, page } = ref
  const organisation = await organisationFor(ask, services, 'membership.manage', number)
  const { size } = adminPeople
  const found = await pageOf(page, size, (at) =>
    services.store.peopleOf({
      organisationNumber: number,
      keyVersion: services.vault.keyVersion,
      page: at,
      size,
      ...(text !== null && { text }),
    }),
  )
  const rows = await Promise.all(found.rows.map((entry) => rowOf(services, number, entry)))
  const ownClient = may(ask.viewer.belonging, 'credential.manage', { organisationNumber: number }).ok
  return adminPeople.render(ask.t, { ...ref, ...found, rows, organisation, operator: isOperator(ask), ownClient })
}

/** What was searched for, in the organisation that the list is of. */
const sought = (ask: Ask<unknown>): PeopleRef => {
  const before = adminPeople.metadata.read(ask.view?.metadata ?? '')
  if (before === null) throw new AppError('stale-view', 'the list is of another version')
  return adminPeople.read(ask.view?.values ?? {}, before)
}

const page = (id: string) =>
  shows(id, { may: 'membership.manage', input: adminPeople.metadata.input }, (ask, services) =>
    peopleContent(ask, services, ask.input),
  )

export const routes = [
  page(adminOrganisation.actions.people),
  page(adminPeople.actions.previous),
  page(adminPeople.actions.next),
  page(adminPerson.actions.people),
  page(personAssign.actions.back),
  page(adminClearances.actions.people),
  ...searches(adminPeople, 'membership.manage', (ask, services) => peopleContent(ask, services, sought(ask))),
]
