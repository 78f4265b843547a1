import { type MembershipPayload, standingOf } from '../../../src/domain/belonging/change-membership.ts'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import { type Belonging, isSamePerson, type SlackPerson } from '../../../src/domain/belonging/types.ts'
import { norwegianDays } from '../../../src/domain/norwegian-days.ts'
import { payloadHash } from '../../../src/domain/payload-hash.ts'
import { AppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { type AssignConsequence, type AssignFault, personAssign } from '../../../views/belonging/admin/assign.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { adminPerson } from '../../../views/belonging/admin/person.ts'
import { organisationValue, personValue } from '../../../views/belonging/admin/values.ts'
import { viewValues } from '../../inputs.ts'
import { changeStanding } from './change-standing.ts'
import { personContent } from './person.ts'
import { chosenUser, isOperator, organisationFor, putForm } from './reach.ts'
import { belongsTo } from './standing.ts'

/** Somebody is assigned to an organisation by name: chosen, shown what it leads to, and done. */

const empties = { user: null, until: null }

/** The day of an end: the last moment of a day in Norway is in the same day of UTC. */
const dayOf = (until: number | null): string | null =>
  until === null ? null : new Date(until).toISOString().slice(0, 10)

const open = async (
  ask: Ask<unknown>,
  services: Services,
  number: string,
  values: { user: string | null; until: string | null },
): Promise<void> => {
  const organisation = await organisationFor(ask, services, 'membership.manage', number)
  await putForm(ask, personAssign.render(ask.t, { organisation, values, shown: null }))
}

const consequenceFor = (
  person: SlackPerson | undefined,
  belonging: Belonging,
  { before, after, organisationNumber: number }: MembershipPayload,
  operator: boolean,
): AssignConsequence => {
  const places = belonging.as === 'member' ? [belonging.organisation, ...belonging.others] : []
  // which other organisation somebody belongs to is that organisation's to tell, and the operators' to know
  const others = places.filter((one) => one.number !== number).map((one) => (operator ? one.name : null))
  const byDomain = belonging.as === 'member' && belonging.rule.by === 'domain'
  return {
    name: person?.name ?? null,
    until: after?.until ?? null,
    today: before?.state === 'removed' ? 'removed' : belongsTo(belonging, number) ? 'here' : 'outside',
    loses: byDomain ? others.slice(0, 1) : [],
    also: byDomain ? [] : others,
  }
}

type Read = { fault: AssignFault } | { fault: null; payload: MembershipPayload; consequence: AssignConsequence }

/** What was chosen, as a change; asks Slack who it is. */
const readChoice = async (
  ask: Ask<unknown>,
  services: Services,
  { number }: OrganisationDetails,
  chosen: { user: string | null; until: string | null },
): Promise<Read> => {
  if (chosen.user === null) return { fault: 'choose' }
  const until = chosen.until === null ? null : (norwegianDays(null, chosen.until).to ?? 0) - 1
  if (until !== null && until <= services.now()) return { fault: 'past' }
  const user = await chosenUser(services, chosen.user)
  if (isSamePerson(user, ask.viewer.user)) return { fault: 'self' }
  const belonging = await services.belonging(user)
  const [met, membership] = await Promise.all([services.store.person(user), services.store.membership(user, number)])
  const kind = met?.person.kind
  if (kind !== 'member' && kind !== 'guest') return { fault: 'notThem' }
  if (kind === 'guest' && until === null) return { fault: 'guest' }
  const before = standingOf(membership)
  if (before?.admin && !isOperator(ask)) return { fault: 'admin' }
  if (before?.state === 'assigned' && before.until === until) return { fault: 'same' }
  const after = { state: 'assigned' as const, admin: before?.admin ?? false, until }
  const payload = { user, organisationNumber: number, before, after }
  return { fault: null, payload, consequence: consequenceFor(met?.person, belonging, payload, isOperator(ask)) }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = personAssign.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const organisation = await organisationFor(ask, services, 'membership.manage', ref.number)
  const values = personAssign.read(ask.view?.values ?? {})
  const read = await readChoice(ask, services, organisation, values)
  if (read.fault !== null) return { now: { kind: 'errors', errors: personAssign.errors(ask.t, read.fault) } }
  const { payload, consequence } = read
  const shown = payloadHash({ payload, consequence })
  if (ref.shown !== shown) {
    const view = personAssign.render(ask.t, { organisation, values, shown, consequence })
    return { now: { kind: 'update', view } }
  }
  const { done, tell } = await changeStanding(ask, services, organisation, payload)
  const { view } = await personContent(ask, services, { number: ref.number, user: payload.user }, { done })
  return { now: { kind: 'update', view }, later: tell }
}

export const routes = [
  route({
    kind: 'action',
    id: adminPeople.actions.assign,
    may: 'membership.manage',
    effect: 'read',
    input: organisationValue.input,
    run: async (ask, services) => ({
      now: empty,
      later: () => open(ask, services, ask.input.number, empties),
    }),
  }),
  route({
    kind: 'action',
    id: adminPerson.actions.assign,
    may: 'membership.manage',
    effect: 'read',
    input: personValue.input,
    run: async (ask, services) => ({
      now: empty,
      later: async () => {
        const { number, user } = ask.input
        const membership = await services.store.membership(user, number)
        await open(ask, services, number, { user: user.userId, until: dayOf(membership?.until ?? null) })
      },
    }),
  }),
  route({
    kind: 'submit',
    id: personAssign.id,
    may: 'membership.manage',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
