import type { MembershipPayload, MembershipStanding } from '../../../src/domain/belonging/change-membership.ts'
import { isSamePerson } from '../../../src/domain/belonging/types.ts'
import { isAppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import type { DoneData } from '../../../views/belonging/admin/done.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { adminPerson } from '../../../views/belonging/admin/person.ts'
import { type PersonRef, personValue, type StandingRef, standingValue } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { shows } from '../../lists.ts'
import { changeStanding } from './change-standing.ts'
import { isOperator, organisationFor } from './reach.ts'
import { anyRowOf, entryOf, otherwiseOf } from './standing.ts'

/** One of an organisation's people: taken out, let in, made admin and not; each after a yes that says what it leads to. */

export const personContent = async (
  ask: Ask<unknown>,
  services: Services,
  { number, user }: PersonRef,
  { done, meanwhile = false }: { done?: DoneData; meanwhile?: boolean } = {},
): Promise<Shown> => {
  const organisation = await organisationFor(ask, services, 'membership.manage', number)
  const entry = await entryOf(services, number, user)
  const operator = isOperator(ask)
  const [row, otherwise] = await Promise.all([
    anyRowOf(services, number, entry, operator),
    otherwiseOf(services, number, entry),
  ])
  return adminPerson.render(ask.t, {
    organisation,
    row,
    before: entry.membership,
    otherwise,
    operator,
    meanwhile,
    self: isSamePerson(user, ask.viewer.user),
    ...(done !== undefined && { done }),
  })
}

/** How somebody is to stand, from how they stood when the button was drawn. */
type Act = (before: MembershipStanding) => MembershipPayload['after']

const act = (id: string, after: Act) =>
  route({
    kind: 'action',
    id,
    may: 'membership.manage',
    effect: 'change',
    input: standingValue.input,
    run: async (ask: Ask<StandingRef>, services: Services): Promise<Reply> => ({
      now: empty,
      later: async () => {
        const { number, user, before } = ask.input
        const organisation = await organisationFor(ask, services, 'membership.manage', number)
        const payload = { user, organisationNumber: number, before, after: after(before) }
        const changed = await changeStanding(ask, services, organisation, payload).catch((error) => {
          if (isAppError(error, 'changed-meanwhile')) return null
          throw error
        })
        const at = { number, user }
        if (changed === null) {
          await ask.show(await personContent(ask, services, at, { meanwhile: true }))
          return
        }
        await ask.show(await personContent(ask, services, at, { done: changed.done }))
        await changed.tell()
      },
    }),
  })

export const routes = [
  shows(adminPeople.actions.show, { may: 'membership.manage', input: personValue.input }, (ask, services) =>
    personContent(ask, services, ask.input),
  ),
  act(adminPerson.actions.remove, () => ({ state: 'removed', admin: false, until: null })),
  act(adminPerson.actions.forget, () => null),
  act(adminPerson.actions.name, (before) => ({ state: 'assigned', admin: true, until: before?.until ?? null })),
  act(adminPerson.actions.unname, (before) => ({ state: 'assigned', admin: false, until: before?.until ?? null })),
]
