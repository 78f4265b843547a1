import { nameOperator } from '../../../src/domain/belonging/name-operator.ts'
import { isSamePerson, type SlackUser } from '../../../src/domain/belonging/types.ts'
import { AppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminOperators, type OperatorNotice, type OperatorsData } from '../../../views/belonging/admin/operators.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import { adminTold } from '../../../views/belonging/admin/told.ts'
import { organisationsValue, userValue } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { nothing } from '../../inputs.ts'
import { pageOfAll, shows } from '../../lists.ts'
import { chosenUser } from './reach.ts'

/** Who the operators are; one names another, and takes it back. */

type Notice = { what: OperatorNotice; user: SlackUser }

const namedBy = (subject: string): string | null => /^person:[^:]+:([A-Z0-9]+)$/.exec(subject)?.[1] ?? null

const everyOperator = async ({ store, operators, teamId }: Services): Promise<OperatorsData['rows']> => {
  const [team, named] = await Promise.all([teamId(), store.operatorsNamed()])
  return [
    ...operators.map((userId) => ({ user: { teamId: team, userId }, named: null })),
    ...named
      .filter(({ user }) => !operators.includes(user.userId))
      .map(({ user, givenBy, createdAt }) => ({ user, named: { by: namedBy(givenBy), at: createdAt } })),
  ]
}

const content = async (
  ask: Ask<unknown>,
  services: Services,
  { page, notice }: { page: number; notice?: Notice },
): Promise<Shown> => {
  const { size } = adminOperators
  const found = pageOfAll(page, size, await everyOperator(services))
  return adminOperators.render(ask.t, { ...found, self: ask.viewer.user, ...(notice && { notice }) })
}

/** Names somebody, unless they are it already or can't be. */
const named = async (ask: Ask<unknown>, services: Services, user: SlackUser): Promise<OperatorNotice> => {
  const { viewer, once } = ask
  if (isSamePerson(user, viewer.user)) return 'self'
  if (services.operators.includes(user.userId)) return 'fixedAlready'
  await services.belonging(user)
  if ((await services.store.person(user))?.person.kind !== 'member') return 'notThem'
  if ((await services.store.standing(user)).operator) return 'already'
  await nameOperator(services, { by: viewer.user, user, operator: true, once })
  return 'named'
}

const name = async (ask: Ask<unknown>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const userId = adminOperators.read(ask.view?.values ?? {})
    if (userId === null) throw new AppError('stale-button', 'nobody was chosen')
    const user = await chosenUser(services, userId)
    const by = ask.viewer.user
    const what = await named(ask, services, user)
    await ask.show(await content(ask, services, { page: 0, notice: { what, user } }))
    if (what === 'named') await services.tell.person(user, (t) => adminTold.render(t, { what: 'operator', by }))
  },
})

const remove = async (ask: Ask<{ user: SlackUser }>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { user } = ask.input
    const by = ask.viewer.user
    await nameOperator(services, { by, user, operator: false, once: ask.once })
    await ask.show(await content(ask, services, { page: 0, notice: { what: 'removed', user } }))
    await services.tell.person(user, (t) => adminTold.render(t, { what: 'not-operator', by }))
  },
})

const turned = (id: string) =>
  shows(id, { may: 'operator.name', input: organisationsValue.input }, (ask, services) =>
    content(ask, services, { page: ask.input.page }),
  )

export const routes = [
  route({
    kind: 'action',
    id: adminOrganisations.actions.operators,
    may: 'operator.name',
    effect: 'read',
    input: nothing,
    // on top: closing leads back to the list
    run: async (ask, services) => ({
      now: empty,
      later: async () => void (await ask.open((await content(ask, services, { page: 0 })).view)),
    }),
  }),
  turned(adminOperators.actions.previous),
  turned(adminOperators.actions.next),
  route({
    kind: 'action',
    id: adminOperators.actions.name,
    may: 'operator.name',
    effect: 'change',
    input: nothing,
    run: name,
  }),
  route({
    kind: 'action',
    id: adminOperators.actions.remove,
    may: 'operator.name',
    effect: 'change',
    input: userValue.input,
    run: remove,
  }),
]
