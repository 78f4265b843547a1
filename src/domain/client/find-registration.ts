import { AppError, isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { AdminAccess, Registration } from './types.ts'

const clientIdForm = /^[A-Za-z0-9_][A-Za-z0-9._~-]{0,254}$/

/** Whether a text could be a client id at all; anything else must not reach a path (digdir.md 7, trap 21). */
export const looksLikeClientId = (text: string): boolean => clientIdForm.test(text)

/**
 * Whether a registration is the organisation's. The admin client sees more than one organisation's clients in
 * supplier mode (digdir.md 7, trap 30); an owner left out is the admin client's own organisation.
 */
export const belongsTo = (access: AdminAccess, registration: Registration): boolean =>
  registration.client_orgno ? registration.client_orgno === access.organisationNumber : access.mode === 'own'

/** The organisation's registrations at Digdir, inactive ones too; nobody else's. */
export const listOwn = async (deps: Pick<Deps, 'digdir'>, access: AdminAccess): Promise<Registration[]> =>
  (await deps.digdir.list(access, { inactive: true })).filter((each) => belongsTo(access, each))

/**
 * One registration of the organisation from Digdir. It looks into the list where Digdir does not give it by its id:
 * whether it does so after a deactivation is not known (digdir.md 7.2). Throws `not-found` for an unknown id and for
 * another organisation's alike, and `digdir-*`.
 */
export const findRegistration = async (
  deps: Pick<Deps, 'digdir'>,
  access: AdminAccess,
  clientId: string,
): Promise<Registration> => {
  const missing = () => new AppError('not-found', 'no such client', { environment: access.environment })
  if (!looksLikeClientId(clientId)) throw missing()
  try {
    const registration = await deps.digdir.get(access, clientId)
    if (belongsTo(access, registration)) return registration
  } catch (error) {
    if (!isAppError(error, 'not-found', 'digdir-forbidden')) throw error
    const listed = (await listOwn(deps, access)).find((each) => each.client_id === clientId)
    if (listed) return listed
  }
  throw missing()
}
