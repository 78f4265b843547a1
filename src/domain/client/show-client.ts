import { AppError, type ErrorCode, isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { adminAccessFor } from './admin-access.ts'
import { findRegistration, looksLikeClientId } from './find-registration.ts'
import { shownRegistration } from './marker.ts'
import type { AdminAccess, Environment, RegisteredKey, Registration } from './types.ts'

/**
 * A client with its keys. `from: 'store'`: Digdir did not answer (`because`), and this is what was last seen, as of the
 * last fetch of the list (epoch ms, null when unknown); keys are null when they were never fetched.
 */
export type ShownClient =
  | { from: 'digdir'; registration: Registration; keys: RegisteredKey[] }
  | {
      from: 'store'
      registration: Registration
      keys: RegisteredKey[] | null
      asOf: number | null
      because: ErrorCode
    }

type Place = { organisationNumber: string; environment: Environment }

const outage = [
  'digdir-unavailable',
  'digdir-answer-unreadable',
  'maskinporten-unavailable',
  'token-refused',
  'digdir-unauthorised',
] as const

const keysOf = async (deps: Pick<Deps, 'digdir'>, access: AdminAccess, clientId: string): Promise<RegisteredKey[]> => {
  try {
    return await deps.digdir.keys(access, clientId)
  } catch (error) {
    // A client that never had a key may have no key set either.
    if (isAppError(error, 'not-found')) return []
    throw error
  }
}

const lastSeen = async (deps: Pick<Deps, 'store'>, at: Place, clientId: string) => {
  const [registration, keys, listing] = await Promise.all([
    deps.store.registration(at.organisationNumber, at.environment, clientId),
    deps.store.registrationKeys(at.organisationNumber, at.environment, clientId),
    deps.store.listing(at.organisationNumber, at.environment),
  ])
  return registration && { registration: shownRegistration(registration), keys, asOf: listing?.fetchedAt ?? null }
}

/**
 * One client of an organisation, from Digdir and then saved, else as it was last seen. Throws `not-found` for an id of
 * another organisation exactly as for an unknown one; when Digdir is down and nothing is stored, Digdir's error.
 */
export const showClient = async (
  deps: Pick<Deps, 'store' | 'digdir' | 'adminClients'>,
  at: Place,
  clientId: string,
): Promise<ShownClient> => {
  if (!looksLikeClientId(clientId)) throw new AppError('not-found', 'no such client', { environment: at.environment })
  try {
    const access = await adminAccessFor(deps, at.organisationNumber, at.environment)
    const registration = await findRegistration(deps, access, clientId)
    const keys = await keysOf(deps, access, clientId)
    await deps.store.write({}, async (tx) => {
      await tx.saveRegistration(at.organisationNumber, at.environment, registration)
      await tx.saveKeys(at.organisationNumber, at.environment, clientId, keys)
      return null
    })
    return { from: 'digdir', registration: shownRegistration(registration), keys }
  } catch (error) {
    if (!isAppError(error, ...outage)) throw error
    const seen = await lastSeen(deps, at, clientId)
    if (!seen) throw error
    return { from: 'store', ...seen, because: error.code }
  }
}
