import { beginChange } from '../../src/domain/begin-change.ts'
import { domainOf } from '../../src/domain/belonging/belonging-of.ts'
import { assertMayAsk, requestMembership } from '../../src/domain/belonging/request-membership.ts'
import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import { withdrawChange } from '../../src/domain/decide-change.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services, type ViewValues } from '../../src/slack/route.ts'
import { membershipAnswer } from '../../views/belonging/membership-answer.ts'
import { membershipWaiting } from '../../views/belonging/membership-waiting.ts'
import { pickOrganisation } from '../../views/belonging/pick-organisation.ts'
import { strangerCard } from '../../views/belonging/stranger-card.ts'
import { nothing, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'

/** A shared domain: the person says which of its organisations is theirs, and somebody there confirms it. */

/** How long the register is waited for, ms; then the choices are shown without its words. */
const registerPatience = 2_000

type Shared = { domain: string; organisations: Organisation[] }

/** Those that share the person's domain now, without any that the person was taken out of. */
const sharedBy = async (ask: Ask<unknown>, { store }: Services): Promise<Shared> => {
  const { person, user } = ask.viewer
  const domain = domainOf(person.email)
  const owners = domain === null ? [] : await store.organisationsByDomain(domain)
  if (domain === null || owners.length < 2) throw new AppError('stale-button', 'the domain is not a shared one')
  const { memberships } = await store.standing(user)
  const out = new Set(
    memberships.filter(({ state }) => state === 'removed').map(({ organisation }) => organisation.number),
  )
  return { domain, organisations: owners.filter(({ number }) => !out.has(number)) }
}

const open = (ask: Ask<unknown>, services: Services): Reply =>
  openForm(ask, async () => {
    const { domain, organisations } = await sharedBy(ask, services)
    const choices = organisations.map(async (organisation) => {
      const looked = await within(services.enhetsregisteret.byNumber(organisation.number), registerPatience)
      return {
        organisation,
        found: looked.done ? looked.value : { found: 'unknown' as const, number: organisation.number },
      }
    })
    return pickOrganisation.render(ask.t, { domain, choices: await Promise.all(choices) })
  })

/** What the person has asked for and nobody has decided. */
const waitingOf = async ({ viewer }: Ask<unknown>, { store }: Services): Promise<Change[]> =>
  (await store.openChanges(viewer.user)).filter(
    ({ kind, state }) => kind === requestMembership.name && state === 'proposed',
  )

/** What came of it: a request and those withdrawn for it, or when (epoch ms) the organisation may be asked again. */
type Requested = { change: Change; withdrawn: Change[] } | { again: number }

/** The request for the organisation, one that is open already too; those for others are withdrawn. */
const request = async (
  ask: Ask<unknown>,
  services: Services,
  { number: organisationNumber }: Organisation,
): Promise<Requested> => {
  const { user, language } = ask.viewer
  const earlier = await waitingOf(ask, services)
  const same = earlier.find((change) => change.organisationNumber === organisationNumber)
  // before anything is withdrawn: whoever may ask for nothing more keeps what they have
  const { again } = same ? { again: null } : await assertMayAsk(services, user, organisationNumber)
  if (again !== null) return { again }
  const withdrawn: Change[] = []
  for (const change of earlier) if (change !== same) withdrawn.push(await withdrawChange(services, change.id, user))
  if (same) return { change: same, withdrawn }
  const { change } = await beginChange(
    services,
    requestMembership,
    {
      organisationNumber,
      environment: null,
      requester: user,
      payload: { organisationNumber },
      baseVersion: null,
      surface: { kind: 'direct' },
      language,
    },
    ask.once,
  )
  return { change, withdrawn }
}

const submitted = async (ask: Ask<ViewValues>, services: Services): Promise<Reply> => {
  const { organisations } = await sharedBy(ask, services)
  const picked = pickOrganisation.read(
    ask.input,
    organisations.map(({ number }) => number),
  )
  const organisation = 'number' in picked ? organisations.find(({ number }) => number === picked.number) : undefined
  if ('fault' in picked || organisation === undefined)
    return {
      now: { kind: 'errors', errors: pickOrganisation.errors(ask.t, 'fault' in picked ? picked.fault : 'gone') },
    }
  const { teamId, userId } = ask.viewer.user
  // of two clicks at once the second withdraws what the first one asked for
  const requested = await services.turns.inOrder(`membership ${teamId} ${userId}`, () =>
    request(ask, services, organisation),
  )
  if ('again' in requested) return { now: { kind: 'errors', errors: pickOrganisation.refused(ask.t, requested.again) } }
  const { change, withdrawn } = requested
  const admins = await services.store.adminsOf(organisation.number)
  return {
    now: { kind: 'update', view: membershipWaiting.render(ask.t, { change, organisation, admins }).view },
    later: async () => {
      for (const one of [...withdrawn, change]) await services.tell.proposal(one)
    },
  }
}

const door = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'membership.request',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => open(ask, services),
  })

export const routes = [
  door(strangerCard.actions.pick),
  door(membershipWaiting.actions.another),
  door(membershipAnswer.actions.pick),
  route({
    kind: 'submit',
    id: pickOrganisation.id,
    may: 'membership.request',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
