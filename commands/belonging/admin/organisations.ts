import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import type { OrganisationsRef } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { nothing, viewValues } from '../../inputs.ts'
import { pageOf } from './reach.ts'

/** The list of all organisations, for operators: searched and paged in place. */

const first: OrganisationsRef = { text: null, page: 0 }

export const organisationsContent = async (
  ask: Ask<unknown>,
  { store }: Services,
  { text, page }: OrganisationsRef,
): Promise<Shown> => {
  const { size } = adminOrganisations
  const found = await pageOf(page, size, (at) =>
    store.organisations({ page: at, size, ...(text !== null && { text }) }),
  )
  return adminOrganisations.render(ask.t, { ...found, text })
}

const turn = (ask: Ask<unknown>, services: Services, ref: OrganisationsRef): Reply => ({
  now: empty,
  later: async () => void (await ask.show(await organisationsContent(ask, services, ref))),
})

const paged = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'organisation.manage',
    effect: 'read',
    input: adminOrganisations.metadata.input,
    run: async (ask, services) => turn(ask, services, ask.input),
  })

export const routes = [
  paged(adminOrganisations.actions.previous),
  paged(adminOrganisations.actions.next),
  route({
    kind: 'action',
    id: adminOrganisations.actions.search,
    may: 'organisation.manage',
    effect: 'read',
    input: nothing,
    run: async (ask, services) =>
      turn(ask, services, ask.view === null ? first : adminOrganisations.read(ask.view.values)),
  }),
  route({
    kind: 'submit',
    id: adminOrganisations.id,
    may: 'organisation.manage',
    effect: 'read',
    input: viewValues,
    run: async (ask, services) => {
      const { view } = await organisationsContent(ask, services, adminOrganisations.read(ask.input))
      return { now: { kind: 'update', view } }
    },
  }),
]
