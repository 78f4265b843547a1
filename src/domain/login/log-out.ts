import { AppError } from '../../errors.ts'
import { digestOf, type LoginDeps, tokenPlace } from './begin-login.ts'
import type { LoginFound } from './finish-login.ts'
import type { Login } from './types.ts'

const end = async (deps: LoginDeps, logins: Login[]): Promise<void> => {
  if (logins.length === 0) return
  await deps.store.write({}, async (tx) => {
    for (const { id, version, state } of logins) {
      // one that carried its change out stays as it was, but its token has served
      await tx.moveLogin(id, version, { ...(state === 'proved' && { state: 'ended' as const }), sealedToken: null })
    }
    return null
  })
}

/**
 * Ends a login here and gives the address that ends it at ID-porten, for all its services (digdir.md 5.6). Null when
 * there is no session to end any more.
 */
export const logOut = async (deps: LoginDeps, { login }: LoginFound): Promise<string | null> => {
  if (deps.idporten === null) throw new AppError('login-off', 'ID-porten is not set up')
  if (login.sealedToken === null) return null
  const idToken = deps.vault.open(login.sealedToken, tokenPlace(login.id))
  const url = await deps.idporten.logoutUrl({ idToken, state: login.id })
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
