import { createHash } from 'node:crypto'
import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { countTry } from './attempts.ts'
import { assertWaiting, type LoginChange } from './login-change.ts'
import { stateToken } from './tokens.ts'

export type LoginDeps = Pick<Deps, 'store' | 'vault' | 'idporten' | 'now' | 'newId'>

/** How long a login may take, ms; never longer than its change waits. */
const LOGIN_LIFE_MS = 10 * 60_000

/** Where the sealed verifier of a login belongs: it opens for that login alone. */
export const verifierPlace = (loginId: string): string => `logins.sealed_verifier ${loginId}`

/** What is stored of a value that only the browser, or ID-porten, may know. */
export const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex')

/**
 * Begins a login for a change that waits (design section 2): its own state, nonce and PKCE verifier, bound to this
 * browser by `browserSecret`, which goes into a cookie and is stored as a digest. Gives the address at ID-porten.
 * Throws `login-off`, `link-expired`, `link-used`, `too-many-attempts`, `idporten-unavailable`.
 */
export const beginLogin = async (
  deps: LoginDeps,
  wanted: LoginChange,
  language: 'nb' | 'en',
): Promise<{ url: string; loginId: string; browserSecret: string }> => {
  if (deps.idporten === null) throw new AppError('login-off', 'ID-porten is not set up')
  assertWaiting(wanted, deps.now())
  const { vault } = deps
  const { change, who } = wanted
  await countTry(deps, 'login', change.id)
  const loginId = deps.newId()
  const [nonce, codeVerifier, browserSecret] = [vault.random(), vault.random(), vault.random()]
  const { url } = await deps.idporten.begin({
    state: stateToken(vault, loginId, change, who),
    nonce,
    codeVerifier,
    language,
  })
  await deps.store.write({}, async (tx) => {
    await tx.addLogin({
      id: loginId,
      changeId: change.id,
      user: who,
      state: 'begun',
      browserHash: digestOf(browserSecret),
      nonce,
      sealedVerifier: vault.seal(codeVerifier, verifierPlace(loginId)),
      numberHash: null,
      keyVersion: null,
      acr: null,
      authTime: null,
      sidHash: null,
      code: null,
      expiresAt: Math.min(deps.now() + LOGIN_LIFE_MS, change.expiresAt),
    })
    return null
  })
  return { url, loginId, browserSecret }
}
