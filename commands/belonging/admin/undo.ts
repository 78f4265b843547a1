import { changeMembership, membershipBack, nameAdmin } from '../../../src/domain/belonging/change-membership.ts'
import { isSamePerson } from '../../../src/domain/belonging/types.ts'
import { AppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminDone } from '../../../views/belonging/admin/done.ts'
import { adminPerson } from '../../../views/belonging/admin/person.ts'
import { undoValue } from '../../../views/belonging/admin/values.ts'
import { changeStanding } from './change-standing.ts'
import { personContent } from './person.ts'
import { organisationFor } from './reach.ts'

/** Undoing what one did with how somebody belongs, for a day, as long as nothing else was done with it since. */

const DAY_MS = 24 * 60 * 60_000

const undoable: readonly string[] = [changeMembership.name, nameAdmin.name]

const undo = async (ask: Ask<{ change: string }>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const change = await services.store.change(ask.input.change)
    if (!change || !undoable.includes(change.kind) || !isSamePerson(change.requester, ask.viewer.user))
      throw new AppError('not-found', 'no such change of this person')
    const { organisationNumber: number } = change
    const organisation = await organisationFor(ask, services, 'membership.manage', number)
    if (change.state !== 'done' || services.now() - change.updatedAt > DAY_MS)
      throw new AppError('stale-button', 'it can’t be undone any more')
    const back = membershipBack(changeMembership.payload.parse(change.payload))
    const { done, tell } = await changeStanding(ask, services, organisation, back, { undoing: true })
    const { user } = back
    await ask.show(
      ask.door === 'modal'
        ? await personContent(ask, services, { number, user }, { done })
        : adminDone.render(ask.t, done),
    )
    await tell()
  },
})

const door = (id: string) =>
  route({ kind: 'action', id, may: 'membership.manage', effect: 'change', input: undoValue.input, run: undo })

export const routes = [door(adminDone.actions.undo), door(adminPerson.actions.undo)]
