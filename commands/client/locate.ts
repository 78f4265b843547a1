import { showClient } from '../../src/domain/client/show-client.ts'
import { cleanId } from '../../src/domain/client/typed.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { ClientRef } from '../../views/client/values.ts'

/**
 * Where a client with a typed id is: the environment that knows it. Another organisation's id is `not-found`, as one
 * that does not exist.
 *
 * @throws {AppError} `bad-input` for no id at all, and why the bot may look in no environment
 */
export const locate = async (ask: Ask<unknown>, services: Services, typed: string): Promise<ClientRef> => {
  const client_id = cleanId(typed)
  if (client_id === '') throw new AppError('bad-input', 'no client id')
  const { number } = organisationOf(ask.viewer)
  for (const environment of environments) {
    if ((await services.store.registration(number, environment, client_id)) !== null) return { environment, client_id }
  }
  const barred: unknown[] = []
  for (const environment of environments) {
    try {
      await showClient(services, at(ask, environment), client_id)
      return { environment, client_id }
    } catch (error) {
      if (isAppError(error, 'environment-off', 'supplier-access-missing')) barred.push(error)
      else if (!isAppError(error, 'not-found')) throw error
    }
  }
  // where nobody could look, "not there" would be a guess
  if (barred.length === environments.length) throw barred[0]
  throw new AppError('not-found', 'no such client of this organisation')
}

/** The person's organisation in an environment, as `showClient` asks for it. */
export const at = (ask: Ask<unknown>, environment: Environment) => ({
  organisationNumber: organisationOf(ask.viewer).number,
  environment,
})
