import type { Change } from '../../src/domain/change.ts'
import { credentialKinds } from '../../src/domain/client/credential-kinds.ts'
import { withdrawChange } from '../../src/domain/decide-change.ts'
import { changeToken } from '../../src/domain/login/tokens.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { adminOwnClientOutcome } from '../../views/belonging/admin/own-client-outcome.ts'
import { clientNotDone } from '../../views/client/not-done.ts'
import { clientIdOf } from '../../views/client/outcome.ts'
import { clientStepUp } from '../../views/client/step-up.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { nothing } from '../inputs.ts'
import { place } from '../present.ts'
import { ownChange } from './carry-out.ts'

/** A change in production waits for the person's own login, on a page of ours (design section 2). */

/** What the person is to log in for, and the link. @throws {AppError} `login-off` */
export const stepUpContent = async (ask: Ask<unknown>, services: Services, change: Change): Promise<Shown> => {
  const { publicUrl, idporten, vault, store } = services
  const { organisationNumber, environment } = change
  if (publicUrl === null || idporten === null)
    throw new AppError('login-off', 'nobody can log in for a change in production', { environment: 'prod' })
  const client_id = clientIdOf(change)
  const stored =
    client_id === null || environment === null
      ? null
      : await store.registration(organisationNumber, environment, client_id)
  return clientStepUp.render(ask.t, {
    change,
    names: { client: stored?.client_name },
    url: `${publicUrl}/login/${changeToken(vault, change, change.requester)}`,
  })
}

/** The same in place of what was clicked; where that turns out to be is where the answer will go. */
export const askForLogin = async (ask: Ask<unknown>, services: Services, change: Change): Promise<void> => {
  const where = await place(ask, await stepUpContent(ask, services, change))
  // minutes from now, whatever the view looks like by then
  const surface = where.kind === 'view' ? { ...where, hash: null } : where
  await services.store.write({}, async (tx) => {
    // null: somebody has logged in, or taken it back, in the meantime, and knows where the answer is
    await tx.moveChange(change.id, change.version, { surface })
    return null
  })
}

/** That nothing was done, and where to begin again. */
const withdrawnContent = async (ask: Ask<unknown>, services: Services, change: Change): Promise<Shown> => {
  if (!credentialKinds.some(({ name }) => name === change.kind))
    return clientNotDone.render(ask.t, { change, why: 'withdrawn', client_id: clientIdOf(change) })
  const { store, serviceDeskMail: serviceDesk } = services
  const { organisationNumber: number } = change
  const organisation = (await store.organisation(number)) ?? { number, name: number }
  return adminOwnClientOutcome.render(ask.t, { outcome: { state: change.state, change }, organisation, serviceDesk })
}

const cancel = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => {
  const own = await ownChange(ask, services, ask.input.change)
  if (own.policy !== 'step-up') throw new AppError('not-found', 'no login is waited for')
  const change = await withdrawChange(services, own.id, ask.viewer.user)
  return { now: empty, later: async () => void (await ask.show(await withdrawnContent(ask, services, change))) }
}

export const stepUpRoutes = [
  // the browser opens the link by itself; Slack tells of the click all the same (slack.md 1.4)
  route({
    kind: 'action',
    id: clientStepUp.actions.open,
    may: 'help',
    effect: 'known',
    input: nothing,
    run: async () => ({ now: empty }),
  }),
  route({
    kind: 'action',
    id: clientStepUp.actions.cancel,
    may: 'client.change',
    effect: 'change',
    input: changeValue.input,
    run: cancel,
  }),
]
