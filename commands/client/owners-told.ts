import { isSamePerson } from '../../src/domain/belonging/types.ts'
import { type Change, environmentOf } from '../../src/domain/change.ts'
import { isAdminOf } from '../../src/domain/client/owned.ts'
import { ownersBack, ownersMoved, setOwners } from '../../src/domain/client/set-owners.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Text } from '../../src/text/index.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientOwnersTold } from '../../views/client/owners-told.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import { begin, carryOn, tellWhole } from './carry-out.ts'
import { refusedIn } from './doors.ts'

/** Giving and taking owners is told to those concerned, and an admin can undo it (design section 2). */

const factsOf = async (services: Services, change: Change) => {
  const payload = setOwners.payload.parse(change.payload)
  const environment = environmentOf(change)
  const { clientId: client_id } = payload
  const registration = await services.store.registration(change.organisationNumber, environment, client_id)
  const client_name = registration?.client_name ?? client_id
  return {
    told: { environment, client_id, client_name, by: change.requester },
    payload,
    moved: ownersMoved(payload),
  }
}

const adminCard = (
  t: Text,
  change: Change,
  { told, payload, moved }: Awaited<ReturnType<typeof factsOf>>,
  undoneBy: Change['requester'] | null = null,
) => clientOwnersTold.renderAdmin(t, { ...told, ...moved, change: change.id, owners: payload.owners, undoneBy })

/** Tells everybody but the one who did it; an admin hears it as an admin. */
export const tellOfOwners = async (services: Services, change: Change): Promise<void> => {
  const facts = await factsOf(services, change)
  const { told, moved } = facts
  const admins = await services.store.adminsOf(change.organisationNumber)
  const others = (one: Change['requester']) => !isSamePerson(one, change.requester)
  const plain = (one: Change['requester']) => others(one) && !admins.some((admin) => isSamePerson(admin, one))
  await Promise.all([
    ...(['given', 'taken'] as const).flatMap((became) =>
      moved[became]
        .filter(plain)
        .map((user) => services.tell.person(user, (t) => clientOwnersTold.render(t, { ...told, became }))),
    ),
    ...admins.filter(others).map((admin) => services.tell.person(admin, (t) => adminCard(t, change, facts))),
  ])
}

const undo = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => {
  const change = await services.store.change(ask.input.change)
  const { number } = organisationOf(ask.viewer)
  const ours = change !== null && change.kind === setOwners.name && change.organisationNumber === number
  if (!ours || !(await isAdminOf(services, ask.viewer.user, number)))
    throw new AppError('not-found', 'no such change of an organisation that this person is admin of')
  const environment = environmentOf(change)
  const refused = refusedIn(ask, services, environment, 'client.owners')
  if (refused !== null) return { now: empty, later: async () => void (await ask.open(refused.view)) }
  const facts = await factsOf(services, change)
  const back = await begin(ask, services, setOwners, { environment, payload: ownersBack(facts.payload) })
  if (!back.fresh) return { now: empty }
  return {
    now: empty,
    later: async () => {
      const outcome = await carryOn(ask, services, back.change.id)
      await tellWhole(ask, services, outcome, ask.surface, () => adminCard(ask.t, change, facts, ask.viewer.user))
      await tellOfOwners(services, outcome.change)
    },
  }
}

export const undoOwners = route({
  kind: 'action',
  id: clientOwnersTold.actions.undo,
  may: 'client.owners',
  effect: 'change',
  input: changeValue.input,
  run: undo,
})
