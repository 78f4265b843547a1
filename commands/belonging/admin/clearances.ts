import { beginChange } from '../../../src/domain/begin-change.ts'
import { askClearance, giveClearance, removeClearance } from '../../../src/domain/belonging/clearance-kinds.ts'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import { AppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminClearances, type ClearanceNotice } from '../../../views/belonging/admin/clearances.ts'
import { adminOrganisation } from '../../../views/belonging/admin/organisation.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { adminTold } from '../../../views/belonging/admin/told.ts'
import { organisationValue, type PersonRef, personValue } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { publishHome } from '../../home/publish-home.ts'
import { nothing } from '../../inputs.ts'
import { pageOfAll, shows } from '../../lists.ts'
import { loginOn, openClearance } from '../open-clearance.ts'
import { carryOut } from './carry-out.ts'
import { chosenUser, isOperator, organisationFor } from './reach.ts'
import { belongsTo } from './standing.ts'

/** Who is cleared for an organisation's production: taken away, named for (operators), asked for (admins). */

type Notice = { what: ClearanceNotice; user: SlackUser }

const content = async (
  ask: Ask<unknown>,
  services: Services,
  organisation: OrganisationDetails,
  at: { page: number; notice?: Notice },
): Promise<Shown> => {
  const { size } = adminClearances
  const all = await services.store.clearancesOf(organisation.number, services.vault.keyVersion)
  const found = pageOfAll(at.page, size, all)
  const rows = found.rows.map(({ user, expiresAt }) => ({ user, expiresAt }))
  const operator = isOperator(ask)
  return adminClearances.render(ask.t, {
    ...found,
    rows,
    organisation,
    operator,
    ...(at.notice && { notice: at.notice }),
  })
}

/** A change of an organisation's, asked for by the one who clicked. */
const asked = <P>(ask: Ask<unknown>, { number }: OrganisationDetails, payload: P) => ({
  organisationNumber: number,
  environment: null,
  requester: ask.viewer.user,
  payload,
  baseVersion: null,
  surface: { kind: 'direct' as const },
  language: ask.viewer.language,
})

const removed = async (ask: Ask<PersonRef>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { number, user } = ask.input
    const organisation = await organisationFor(ask, services, 'clearance.remove', number)
    const payload = { user, organisationNumber: number }
    const { change, fresh } = await beginChange(services, removeClearance, asked(ask, organisation, payload), ask.once)
    if (fresh) await carryOut(ask, services, change.id)
    await ask.show(await content(ask, services, organisation, { page: 0, notice: { what: 'removed', user } }))
    const by = ask.viewer.user
    if (!fresh) return
    await services.tell.person(user, (t) => adminTold.render(t, { what: 'cleared', by, organisation }))
    await publishHome(ask, services, user)
  },
})

/** Begins the clearance of somebody who was chosen, unless they can't have one. */
const begun = async (
  ask: Ask<unknown>,
  services: Services,
  organisation: OrganisationDetails,
  user: SlackUser,
): Promise<ClearanceNotice> => {
  const { number } = organisation
  if (!belongsTo(await services.belonging(user), number)) return 'notTheirs'
  const clearance = await services.store.clearance(number, user)
  // one of an earlier SECRET_KEY can't be compared any more, and is given anew
  if (clearance?.keyVersion === services.vault.keyVersion) return 'already'
  if ((await openClearance(services, user, number)) !== null) return 'waiting'
  const kind = isOperator(ask) ? giveClearance : askClearance
  const payload = { user, organisationNumber: number }
  const { change } = await beginChange(services, kind, asked(ask, organisation, payload), ask.once)
  await services.tell.proposal(change)
  return isOperator(ask) ? 'given' : 'asked'
}

const chosen = async (ask: Ask<unknown>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const ref = adminClearances.metadata.read(ask.view?.metadata ?? '')
    const userId = adminClearances.read(ask.view?.values ?? {})
    if (ref === null || userId === null) throw new AppError('stale-button', 'nobody was chosen')
    const organisation = await organisationFor(ask, services, 'membership.manage', ref.number)
    if (!loginOn(services)) throw new AppError('login-off', 'a clearance is proved by a login')
    const user = await chosenUser(services, userId)
    // two clicks are one clearance
    const what = await services.turns.inOrder(`clearance ${ref.number} ${user.teamId} ${user.userId}`, () =>
      begun(ask, services, organisation, user),
    )
    await ask.show(await content(ask, services, organisation, { page: ref.page, notice: { what, user } }))
  },
})

const pageOn = async (
  ask: Ask<unknown>,
  services: Services,
  { number, page }: { number: string; page: number },
): Promise<Shown> => content(ask, services, await organisationFor(ask, services, 'membership.manage', number), { page })

const first = (id: string) =>
  shows(id, { may: 'membership.manage', input: organisationValue.input }, (ask, services) =>
    pageOn(ask, services, { ...ask.input, page: 0 }),
  )
const turned = (id: string) =>
  shows(id, { may: 'membership.manage', input: adminClearances.metadata.input }, (ask, services) =>
    pageOn(ask, services, ask.input),
  )

export const routes = [
  first(adminOrganisation.actions.clearances),
  first(adminPeople.actions.clearances),
  turned(adminClearances.actions.previous),
  turned(adminClearances.actions.next),
  route({
    kind: 'action',
    id: adminClearances.actions.remove,
    may: 'clearance.remove',
    effect: 'change',
    input: personValue.input,
    run: removed,
  }),
  route({
    kind: 'action',
    id: adminClearances.actions.give,
    may: 'clearance.give',
    effect: 'change',
    input: nothing,
    run: chosen,
  }),
  route({
    kind: 'action',
    id: adminClearances.actions.ask,
    may: 'membership.manage',
    effect: 'change',
    input: nothing,
    run: chosen,
  }),
]
