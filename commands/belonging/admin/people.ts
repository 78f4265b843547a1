import { AppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { personAssign } from '../../../views/belonging/admin/assign.ts'
import { adminClearances } from '../../../views/belonging/admin/clearances.ts'
import { adminOrganisation } from '../../../views/belonging/admin/organisation.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { adminPerson } from '../../../views/belonging/admin/person.ts'
import type { PeopleRef } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { nothing, viewValues } from '../../inputs.ts'
import { isOperator, organisationFor, pageOf } from './reach.ts'
import { rowOf } from './standing.ts'

/** The people of an organisation, for its admins and for operators: searched and paged in place. */

export const peopleContent = async (ask: Ask<unknown>, services: Services, ref: PeopleRef): Promise<Shown> => {
  const { number, text, page } = ref
  const organisation = await organisationFor(ask, services, 'membership.manage', number)
  const { size } = adminPeople
  const found = await pageOf(page, size, (at) =>
    services.store.peopleOf({ organisationNumber: number, page: at, size, ...(text !== null && { text }) }),
  )
  const rows = await Promise.all(found.rows.map((entry) => rowOf(services, number, entry)))
  return adminPeople.render(ask.t, { ...ref, ...found, rows, organisation, operator: isOperator(ask) })
}

const turn = (ask: Ask<unknown>, services: Services, ref: PeopleRef): Reply => ({
  now: empty,
  later: async () => void (await ask.show(await peopleContent(ask, services, ref))),
})

/** What was searched for, in the organisation that the list is of. */
const sought = (ask: Ask<unknown>): PeopleRef => {
  const before = adminPeople.metadata.read(ask.view?.metadata ?? '')
  if (before === null) throw new AppError('stale-view', 'the list is of another version')
  return adminPeople.read(ask.view?.values ?? {}, before)
}

const door = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'membership.manage',
    effect: 'read',
    input: adminPeople.metadata.input,
    run: async (ask, services) => turn(ask, services, ask.input),
  })

export const routes = [
  door(adminOrganisation.actions.people),
  door(adminPeople.actions.previous),
  door(adminPeople.actions.next),
  door(adminPerson.actions.people),
  door(personAssign.actions.back),
  door(adminClearances.actions.people),
  route({
    kind: 'action',
    id: adminPeople.actions.search,
    may: 'membership.manage',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => turn(ask, services, sought(ask)),
  }),
  route({
    kind: 'submit',
    id: adminPeople.id,
    may: 'membership.manage',
    effect: 'read',
    input: viewValues,
    run: async (ask, services) => ({
      now: { kind: 'update', view: (await peopleContent(ask, services, sought(ask))).view },
    }),
  }),
]
