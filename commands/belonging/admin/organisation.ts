import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import { type Ask, empty, route, type Services } from '../../../src/slack/route.ts'
import { adminOrganisation, type OrganisationData } from '../../../views/belonging/admin/organisation.ts'
import { organisationEdit } from '../../../views/belonging/admin/organisation-edit.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { organisationValue } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { shows } from '../../lists.ts'
import { organisationFor } from './reach.ts'

/** One organisation, for operators: what is known of it, and the way to all that can be changed. */

/** More domains than these are counted. */
const mostDomains = 40

export const organisationContent = async (
  ask: Ask<unknown>,
  { store, vault }: Services,
  organisation: OrganisationDetails,
  notice?: OrganisationData['notice'],
): Promise<Shown> => {
  const { number, domains } = organisation
  const othersWith = async (domain: string) => ({
    domain,
    sharedWith: (await store.organisationsOwning(domain)).filter((one) => one.number !== number).map((one) => one.name),
  })
  const [shared, met, admins, cleared] = await Promise.all([
    Promise.all(domains.slice(0, mostDomains).map(othersWith)),
    store.peopleOf({ organisationNumber: number, page: 0, size: 1 }),
    store.adminsOf(number),
    store.clearancesOf(number, vault.keyVersion),
  ])
  return adminOrganisation.render(ask.t, {
    organisation,
    domains: shared,
    more: Math.max(0, domains.length - mostDomains),
    met: met.total,
    admins,
    cleared: cleared.length,
    editable: organisationEdit.holds(domains),
    ...(notice !== undefined && { notice }),
  })
}

const shown = async (ask: Ask<{ number: string }>, services: Services): Promise<Shown> =>
  organisationContent(ask, services, await organisationFor(ask, services, 'organisation.manage', ask.input.number))

const row = { may: 'organisation.manage', input: organisationValue.input } as const

export const routes = [
  route({
    kind: 'action',
    id: adminOrganisations.actions.show,
    ...row,
    effect: 'read',
    // the list stays beneath, so that closing leads back to it
    run: async (ask, services) => ({
      now: empty,
      later: async () => void (await ask.open((await shown(ask, services)).view)),
    }),
  }),
  shows(adminPeople.actions.back, row, shown),
  shows(organisationEdit.actions.back, row, shown),
]
