import type { Ask, Services } from '../../../src/slack/route.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import type { OrganisationsRef } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { pageOf, searches, shows } from '../../lists.ts'

/** The list of all organisations, for operators: searched and paged in place. */

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

const page = (id: string) =>
  shows(id, { may: 'organisation.manage', input: adminOrganisations.metadata.input }, (ask, services) =>
    organisationsContent(ask, services, ask.input),
  )

export const routes = [
  page(adminOrganisations.actions.previous),
  page(adminOrganisations.actions.next),
  ...searches(adminOrganisations, 'organisation.manage', (ask, services) =>
    organisationsContent(ask, services, adminOrganisations.read(ask.view?.values ?? {})),
  ),
]
