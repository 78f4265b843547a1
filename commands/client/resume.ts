import { type Change, environmentOf } from '../../src/domain/change.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { createPayloadSchema } from '../../src/domain/client/create-payload.ts'
import { mayResume } from '../../src/domain/resume-rule.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clientHalfMade } from '../../views/client/half-made.ts'
import { clientUnknown } from '../../views/client/unknown-outcome.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import { clientWorking } from '../../views/client/working.ts'
import { home } from '../../views/home/home.ts'
import { homeFor } from '../home/home.ts'
import { place, placeIfPossible } from '../present.ts'
import { outcomeContent, ownChange } from './carry-out.ts'
import { goOn } from './create-outcome.ts'
import { askForLogin } from './step-up.ts'

/** Going on with a half-made client, or looking for one whose answer was lost. */

/** In production the login that approved it counts for half an hour: after that, what can be done instead. */
const tooLate = (change: Change, ask: Ask<unknown>, services: Services): Reply => ({
  now: empty,
  later: async () =>
    void (await place(ask, await outcomeContent(ask, services, { state: change.state, change }, true))),
})

const resume = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => {
  const change = await ownChange(ask, services, ask.input.change)
  if (change.kind !== createClient.name) throw new AppError('not-found', 'it made no client')
  const { fresh } = await services.store.write({ once: ask.once }, async () => true)
  if (!fresh) return { now: empty }
  // nobody has logged in yet: the link once more
  if (change.state === 'proposed' && services.now() < change.expiresAt)
    return { now: empty, later: () => askForLogin(ask, services, change) }
  if (change.state !== 'done' && !mayResume(change, services.now())) return tooLate(change, ask, services)
  const { client_name } = createPayloadSchema.parse(change.payload).metadata
  const working = clientWorking.render(ask.t, { environment: environmentOf(change), client_name })
  return {
    now: empty,
    // the working view takes the button's place at once, so that a second click finds none
    later: async () => {
      const where = await placeIfPossible(ask, working)
      await goOn(ask, services, change.id, where).catch((error) => ask.fail(error, where))
      // what Home says of the change is old now
      if (ask.door === 'home') await services.slack.publishHome(ask.viewer.user, await homeFor(ask, services))
    },
  }
}

const goOnButton = (id: string) =>
  route({ kind: 'action', id, may: 'client.change', effect: 'change', input: changeValue.input, run: resume })

export const resumeRoutes = [
  goOnButton(clientHalfMade.actions.resume),
  goOnButton(clientUnknown.actions.lookAgain),
  goOnButton(home.actions.resume),
  goOnButton(home.actions.look),
]
