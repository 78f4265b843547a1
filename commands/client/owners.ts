import { isSamePerson, type SlackUser } from '../../src/domain/belonging/types.ts'
import { mostOwners, setOwners } from '../../src/domain/client/set-owners.ts'
import { showClient } from '../../src/domain/client/show-client.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientOwners, type OwnersPlace } from '../../views/client/owners.ts'
import { clientOwnersLast } from '../../views/client/owners-last.ts'
import { type ClientRef, clientValue } from '../../views/client/values.ts'
import { loading } from '../../views/kit/loading.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { drawnFor, refusedElsewhere } from './acting.ts'
import { carryOn, tellWhole } from './carry-out.ts'
import { onTopOf, refusedFor } from './doors.ts'
import { at } from './locate.ts'
import { tellOfOwners, undoOwners } from './owners-told.ts'
import { submitChange } from './submit-change.ts'

/** Who owns a client (design section 2): ours alone, so that production needs no login: a clearance, or an admin. */

/** Slack waits 3 s for a submission's answer, and Slack itself may have to be asked about each of the people; ms. */
const patience = 1_000

const openIt = (ask: Ask<ClientRef>, services: Services): Reply =>
  openForm(ask, async () => {
    const { environment, client_id } = ask.input
    const refused = await refusedFor(ask, services, ask.input, 'client.owners')
    if (refused !== null) return refused.view
    const where = at(ask, environment)
    const { registration } = await showClient(services, where, client_id)
    const before = await services.store.owners(where.organisationNumber, environment, client_id)
    const { organisation } = drawnFor(ask)
    const { client_name } = registration
    return clientOwners.render(ask.t, { environment, client_id, organisation, client_name, before })
  })

/** Those who don't belong to the organisation, by the name that Slack shows. Throws `slack-unavailable`. */
const outsidersAmong = async (ask: Ask<unknown>, services: Services, people: SlackUser[]): Promise<string[]> => {
  const { number } = organisationOf(ask.viewer)
  const names = await Promise.all(
    people.map(async (user) => {
      const belonging = await services.belonging(user)
      const ours =
        belonging.as === 'member' && [belonging.organisation, ...belonging.others].some((one) => one.number === number)
      if (ours) return null
      return (await services.store.person(user))?.person.name ?? user.userId
    }),
  )
  return names.filter((name) => name !== null)
}

const nameOf = async (ask: Ask<unknown>, services: Services, { environment, client_id }: ClientRef): Promise<string> =>
  (await services.store.registration(at(ask, environment).organisationNumber, environment, client_id))?.client_name ??
  client_id

const placeOf = (ask: Ask<unknown>): OwnersPlace => {
  const place = clientOwners.metadata.read(ask.view?.metadata ?? '')
  if (place === null) throw new AppError('stale-view', 'the form is of another version')
  return place
}

const save = (ask: Ask<unknown>, services: Services, place: OwnersPlace, owners: SlackUser[]): Promise<Reply> => {
  const { environment, client_id, before } = place
  const payload = { clientId: client_id, owners, before }
  return submitChange(ask, services, setOwners, { environment, payload }, (change) => ({
    waiting: loading.render(ask.t, { environment }),
    carryOut: async () => {
      const outcome = await carryOn(ask, services, change.id)
      await tellWhole(ask, services, outcome)
      if (outcome.state === 'done') await tellOfOwners(services, outcome.change)
    },
  }))
}

/** What is done with a choice that is in order: saved, or asked about once more. */
const decided = async (
  ask: Ask<unknown>,
  services: Services,
  place: OwnersPlace,
  owners: SlackUser[],
): Promise<Reply> => {
  const leaving = owners.length === 0 && place.before.some((one) => isSamePerson(one, ask.viewer.user))
  if (!leaving) return await save(ask, services, place, owners)
  const client_name = await nameOf(ask, services, place)
  return { now: { kind: 'update', view: clientOwnersLast.render(ask.t, { ...place, client_name }) } }
}

/** People whom it took too long to ask about: the form comes back, or its answer comes, after the acknowledgement. */
const decidedLater = (
  ask: Ask<unknown>,
  services: Services,
  place: OwnersPlace,
  owners: SlackUser[],
  asked: Promise<string[]>,
): Reply => {
  const waiting = loading.render(ask.t, { environment: place.environment })
  return {
    now: { kind: 'update', view: waiting.view },
    later: async () => {
      const names = await asked
      if (names.length > 0) {
        const client_name = await nameOf(ask, services, place)
        const chosen = owners.map(({ userId }) => userId)
        const problem = ask.t.client.owners.outsiders({ names })
        const view = clientOwners.render(ask.t, { ...place, client_name, chosen, problem })
        await ask.show({ view, message: waiting.message })
        return
      }
      const { now, later } = await decided(ask, services, place, owners)
      if (now.kind === 'update') await ask.show({ view: now.view, message: waiting.message })
      await later?.()
    },
  }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = placeOf(ask)
  const refused = refusedElsewhere(ask, place) ?? (await refusedFor(ask, services, place, 'client.owners'))
  if (refused !== null) return onTopOf(ask, refused)
  const wrong = (message: string): Reply => ({ now: { kind: 'errors', errors: clientOwners.error(message) } })
  const words = ask.t.client.owners
  const { teamId } = ask.viewer.user
  // Slack names people by id alone; whoever owns it already keeps the team they were known by
  const owners = clientOwners
    .read(ask.view?.values ?? {})
    .map((userId) => place.before.find((one) => one.userId === userId) ?? { teamId, userId })
  if (owners.length > mostOwners) return wrong(words.tooMany)
  const same =
    owners.length === place.before.length && owners.every((one) => place.before.some((old) => isSamePerson(old, one)))
  if (same) return wrong(words.unchanged)
  const asked = outsidersAmong(ask, services, owners)
  const soon = await within(asked, patience)
  if (!soon.done) return decidedLater(ask, services, place, owners, asked)
  return soon.value.length > 0
    ? wrong(words.outsiders({ names: soon.value }))
    : await decided(ask, services, place, owners)
}

const confirmed = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = placeOf(ask)
  const refused = refusedElsewhere(ask, place) ?? (await refusedFor(ask, services, place, 'client.owners'))
  return refused === null ? await save(ask, services, place, []) : onTopOf(ask, refused)
}

const submit = (id: string, run: typeof submitted) =>
  route({ kind: 'submit', id, may: 'client.owners', effect: 'change', input: viewValues, run })

export const ownersRoutes = [
  route({
    kind: 'action',
    id: clientCard.actions.owners,
    may: 'client.owners',
    effect: 'read',
    input: clientValue.input,
    run: async (ask, services) => openIt(ask, services),
  }),
  submit(clientOwners.id, submitted),
  submit(clientOwnersLast.id, confirmed),
  undoOwners,
]
