import { AppError } from '../../errors.ts'
import { type Change, environmentOf } from '../change.ts'
import type { ChangeDeps } from '../change-kind.ts'
import { adminAccessFor } from './admin-access.ts'
import { findRegistration } from './find-registration.ts'
import type { AdminAccess, RegisteredKey, Registration } from './types.ts'

/** How long a change of a client may wait before it is begun: ms. */
export const CHANGE_LIFE_MS = 10 * 60_000

/** What the audit calls a client. */
export const clientSubject = (clientId: string): string => `client:${clientId}`

/** By what one tells that a registration was changed: Digdir's own instant, and whether it is active. */
export const baseVersionOf = ({ last_updated, active }: Registration): string => `${last_updated ?? 0}:${active}`

/** What the audit keeps of keys: their names and ends. */
export const keyNames = (keys: RegisteredKey[]) => keys.map(({ kid, exp }) => ({ kid, exp }))

/**
 * The client that a change is about, read from Digdir now, with the access that acts. Throws `not-found` when it is
 * not the organisation's, `changed-meanwhile` when it is not the one that the change was made for.
 */
export const readSubject = async (
  deps: ChangeDeps,
  change: Change,
  clientId: string,
): Promise<{ access: AdminAccess; registration: Registration }> => {
  const access = await adminAccessFor(deps, change.organisationNumber, environmentOf(change))
  const registration = await findRegistration(deps, access, clientId)
  // one that was half done before has moved it itself
  if (change.step === null && change.baseVersion !== null && change.baseVersion !== baseVersionOf(registration)) {
    throw new AppError('changed-meanwhile', 'the client is not as it was when the change was asked for', {
      environment: access.environment,
    })
  }
  return { access, registration }
}

/** As `readSubject`; throws `client-inactive` besides. */
export const readActiveSubject = async (deps: ChangeDeps, change: Change, clientId: string) => {
  const subject = await readSubject(deps, change, clientId)
  if (!subject.registration.active) throw new AppError('client-inactive', 'the client is deactivated')
  return subject
}
