import { assertMayChange } from '../../src/domain/client/owned.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { type Action, may } from '../../src/domain/may.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import type { Ask, Reply, Services } from '../../src/slack/route.ts'
import { assertMay, organisationOf } from '../../src/viewer.ts'
import { clientNotCleared } from '../../views/client/not-cleared.ts'
import { clientNotOwner } from '../../views/client/not-owner.ts'
import type { ClientRef } from '../../views/client/values.ts'
import type { Shown } from '../../views/kit/shown.ts'

/** What is asked before anything is typed, and once more when it is sent: may this person change this client, here? */

type Changes = Extract<Action, 'client.change' | 'client.owners'>

/** Whether changes in production can be approved at all: by a login, on a page of ours. */
export const loginOn = ({ idporten, publicUrl }: Services): boolean => idporten !== null && publicUrl !== null

/**
 * Why a member may change nothing in an environment, as a card with the way on; null where they may.
 *
 * @throws {AppError} `login-off`, and whatever else the table says
 */
export const refusedIn = (
  ask: Ask<unknown>,
  services: Services,
  environment: Environment,
  action: Changes = 'client.change',
): Shown | null => {
  // owners are ours alone: no login is needed for them
  if (environment === 'prod' && action === 'client.change' && !loginOn(services))
    throw new AppError('login-off', 'nobody can log in for a change in production', { environment })
  const verdict = may(ask.viewer.belonging, action, { environment })
  if (!verdict.ok && verdict.code === 'not-cleared') return clientNotCleared.render(ask.t)
  assertMay(ask.viewer, action, environment)
  return null
}

/**
 * The same for one client, which others may own.
 *
 * @throws {AppError} as `refusedIn`
 */
export const refusedFor = async (
  ask: Ask<unknown>,
  services: Services,
  { environment, client_id }: ClientRef,
  action: Changes = 'client.change',
): Promise<Shown | null> => {
  const refused = refusedIn(ask, services, environment, action)
  if (refused !== null) return refused
  const organisationNumber = organisationOf(ask.viewer).number
  try {
    await assertMayChange(
      services,
      { organisationNumber, environment, requester: ask.viewer.user },
      { clientId: client_id },
    )
    return null
  } catch (error) {
    if (!isAppError(error, 'not-owner')) throw error
    const [owners, registration] = await Promise.all([
      services.store.owners(organisationNumber, environment, client_id),
      services.store.registration(organisationNumber, environment, client_id),
    ])
    const client_name = registration?.client_name ?? client_id
    return clientNotOwner.render(ask.t, { environment, client_id, client_name, owners })
  }
}

/** Slack stacks three views and no more. */
const deepest = 3

/** Answers a submission with something on top of the form, which keeps what was typed. */
export const onTopOf = (ask: Ask<unknown>, { view }: Pick<Shown, 'view'>): Reply => ({
  now: { kind: (ask.view?.depth ?? 1) >= deepest ? 'update' : 'push', view },
})
