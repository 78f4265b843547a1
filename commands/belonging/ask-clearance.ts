import { beginChange } from '../../src/domain/begin-change.ts'
import { askClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { withdrawChange } from '../../src/domain/decide-change.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { altinn } from '../../views/belonging/altinn.ts'
import { clearanceAnswer } from '../../views/belonging/clearance-answer.ts'
import { clearanceAsked } from '../../views/belonging/clearance-asked.ts'
import { clearanceLogin } from '../../views/belonging/clearance-login.ts'
import { whoami } from '../../views/belonging/whoami.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import { nothing } from '../inputs.ts'
import { place, present } from '../present.ts'
import { proposalOf } from './decide.ts'
import { clearanceCard, loginOn, openClearance } from './open-clearance.ts'
import { showAgain } from './show-again.ts'

/** Somebody who is not cleared asks the service desk to be, and learns of the other way. */

const asked = async (ask: Ask<unknown>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { user, belonging, language } = ask.viewer
    const { number: organisationNumber } = organisationOf(ask.viewer)
    if (belonging.as === 'member' && belonging.cleared) throw new AppError('already-done', 'is cleared')
    if (!loginOn(services)) throw new AppError('login-off', 'a clearance is proved by a login')
    // two clicks are one question
    await services.turns.inOrder(`clearance ${organisationNumber} ${user.teamId} ${user.userId}`, async () => {
      const open = await openClearance(services, user, organisationNumber)
      if (open !== null) {
        await place(ask, await clearanceCard(ask, services, open))
        return
      }
      const { change } = await beginChange(
        services,
        askClearance,
        {
          organisationNumber,
          environment: null,
          requester: user,
          payload: { user: { teamId: user.teamId, userId: user.userId }, organisationNumber },
          baseVersion: null,
          surface: { kind: 'direct' },
          language,
        },
        ask.once,
      )
      await place(ask, await clearanceCard(ask, services, change))
      await services.tell.proposal(change)
    })
  },
})

const withdrawn = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { id } = await proposalOf(services, askClearance.name, ask.input.change)
    await services.tell.proposal(await withdrawChange(services, id, ask.viewer.user))
    await showAgain(ask, services, ask.viewer.belonging)
  },
})

const door = (id: string) =>
  route({ kind: 'action', id, may: 'clearance.ask', effect: 'change', input: nothing, run: asked })

export const routes = [
  door(whoami.actions.clearance),
  door(clearanceAnswer.actions.ask),
  route({
    kind: 'action',
    id: clearanceAsked.actions.withdraw,
    may: 'clearance.ask',
    effect: 'change',
    input: changeValue.input,
    run: withdrawn,
  }),
  route({
    kind: 'action',
    id: altinn.actions.show,
    may: 'help',
    effect: 'read',
    input: nothing,
    run: (ask, { places }) => present(ask, async () => altinn.render(ask.t, { portal: places.contact })),
  }),
  // a link, of which Slack tells all the same
  route({
    kind: 'action',
    id: clearanceLogin.actions.open,
    may: 'help',
    effect: 'known',
    input: nothing,
    run: async () => ({ now: empty }),
  }),
]
