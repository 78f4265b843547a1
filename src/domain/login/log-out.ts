import { AppError } from '../../errors.ts'
import { digestOf, type LoginDeps } from './begin-login.ts'
import type { LoginFound } from './finish-login.ts'
import type { Login } from './types.ts'

/** Whether there is a session at ID-porten that this login may still stand for. */
export const mayLogOut = ({ state }: Pick<Login, 'state'>): boolean => state === 'proved' || state === 'used'

const end = async (deps: LoginDeps, logins: Login[]): Promise<void> => {
  const open = logins.filter(mayLogOut)
  if (open.length === 0) return
  await deps.store.write({}, async (tx) => {
    for (const { id, version } of open) await tx.moveLogin(id, version, { state: 'ended' })
    return null
  })
}

/**
 * Ends a login here and gives the address that ends it at ID-porten, for all its services (digdir.md 5.6). ID-porten
 * knows by its own cookie whose session it is; an id token as a hint would have to be kept, and it holds the national
 * identity number. Null when there is no session to end any more.
 */
export const logOut = async (deps: LoginDeps, { login }: LoginFound): Promise<string | null> => {
  if (deps.idporten === null) throw new AppError('login-off', 'ID-porten is not set up')
  if (!mayLogOut(login)) return null
  const url = await deps.idporten.logoutUrl({ state: login.id })
  await end(deps, [login])
  return url
}

/**
 * ID-porten says that a session is over (front-channel logout, digdir.md 5.6): what was proved in it and not used is
 * proved no longer. There is no cookie; the session's id is the key, and an unknown one changes nothing.
 */
export const endSession = async (deps: LoginDeps, told: { iss: string | null; sid: string | null }): Promise<void> => {
  if (deps.idporten === null || told.sid === null || told.iss !== deps.idporten.issuer) return
  await end(deps, await deps.store.loginsBySid(digestOf(told.sid)))
}
