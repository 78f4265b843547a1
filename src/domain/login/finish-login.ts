import { timingSafeEqual } from 'node:crypto'
import { AppError, isAppError } from '../../errors.ts'
import type { AuditEntry } from '../audit/types.ts'
import { personSubject } from '../change.ts'
import type { LoginDeps } from './begin-login.ts'
import { digestOf, verifierPlace } from './begin-login.ts'
import { clearanceEnds } from './clearance-life.ts'
import { assertWaiting, type LoginChange, purposeOf } from './login-change.ts'
import { isStateToken, readToken } from './tokens.ts'
import type { Login, NumberProof, ProvenLogin } from './types.ts'

/** A login as it came back, and what it is for. */
export type LoginFound = LoginChange & { login: Login }

const equal = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * A login by its id, for the browser that began it. Throws `link-invalid` for all others, in the same words.
 */
export const loginOf = async (
  deps: Pick<LoginDeps, 'store'>,
  loginId: string,
  browserSecret: string | null,
): Promise<LoginFound> => {
  const login = await deps.store.login(loginId)
  const change = login && (await deps.store.change(login.changeId))
  const found = change && purposeOf(change)
  const sameBrowser = login !== null && browserSecret !== null && equal(login.browserHash, digestOf(browserSecret))
  if (!login || !found || !sameBrowser) throw new AppError('link-invalid', 'no such login in this browser')
  return { ...found, login }
}

const line = ({ change, who, login }: LoginFound, outcome: AuditEntry['outcome'], code?: string): AuditEntry => ({
  action: 'login',
  outcome,
  actor: who,
  organisationNumber: change.organisationNumber,
  environment: change.environment,
  subject: `login:${login.id}`,
  changeId: change.id,
  correlationId: null,
  ...(code !== undefined && { code }),
})

const assertCleared = async (deps: LoginDeps, { change, who }: LoginFound, proof: NumberProof): Promise<void> => {
  const clearance = await deps.store.clearance(change.organisationNumber, who)
  if (!clearance || clearance.expiresAt <= deps.now() || clearance.keyVersion !== proof.keyVersion) {
    throw new AppError('not-cleared', 'no clearance that can be compared')
  }
  if (!equal(clearance.numberHash, proof.hash)) throw new AppError('login-mismatch', 'the number is another person’s')
}

const renewal = ({ change, who }: LoginFound): AuditEntry => ({
  action: 'clearance.renew',
  outcome: 'done',
  actor: who,
  organisationNumber: change.organisationNumber,
  environment: null,
  subject: personSubject(who),
  changeId: change.id,
  correlationId: null,
})

/** Marks the login as proved, once; what it proved for a clearance goes to its change. */
const keep = async (deps: LoginDeps, found: LoginFound, proven: ProvenLogin, proof: NumberProof): Promise<void> => {
  const { login, change, purpose, who } = found
  const audit = (renewed: boolean) => [line(found, 'done'), ...(renewed ? [renewal(found)] : [])]
  await deps.store.write<boolean>({ audit }, async (tx) => {
    const moved = await tx.moveLogin(login.id, login.version, {
      state: 'proved',
      acr: proven.acr,
      authTime: proven.authTime,
      sidHash: proven.sid === null ? null : digestOf(proven.sid),
      ...(purpose === 'clearance' && { numberHash: proof.hash, keyVersion: proof.keyVersion }),
    })
    if (!moved) throw new AppError('link-used', 'the login was finished before')
    if (purpose === 'step-up') return await tx.renewClearance(change.organisationNumber, who, clearanceEnds(deps.now()))
    if (!(await tx.moveChange(change.id, change.version, { loginId: login.id }))) {
      throw new AppError('link-used', 'the change moved on meanwhile')
    }
    return false
  })
}

const refuse = async (deps: LoginDeps, found: LoginFound, code: string): Promise<void> => {
  const { login } = found
  // of two callbacks at once the other may have proved it
  const audit = (moved: boolean) => (moved ? [line(found, 'failed', code)] : [])
  await deps.store.write<boolean>({ audit }, (tx) => tx.moveLogin(login.id, login.version, { state: 'refused', code }))
}

const prove = async (deps: LoginDeps, found: LoginFound, callback: URL, state: string): Promise<void> => {
  if (deps.idporten === null) throw new AppError('login-off', 'ID-porten is not set up')
  const { login, purpose } = found
  const codeVerifier = deps.vault.open(login.sealedVerifier, verifierPlace(login.id))
  const proven = await deps.idporten.finish(callback, { state, nonce: login.nonce, codeVerifier })
  const proof = deps.vault.numberProof(proven.pid)
  if (purpose === 'step-up') await assertCleared(deps, found, proof)
  await keep(deps, found, proven, proof)
}

/**
 * What comes back from ID-porten (digdir.md 5.4): the state must be this login's, for this very change and person, in
 * the browser that began it; the login must hold (`Idporten.finish`); and for a production change its number must be
 * the one that the person who began it is cleared by (design section 2). Nothing is carried out here.
 *
 * Throws `link-invalid`, `link-used`, `link-expired`, `not-cleared`, `login-mismatch`, and what `finish` throws. A login
 * that was refused can't be used again, except where ID-porten did not answer.
 */
export const finishLogin = async (
  deps: LoginDeps,
  callback: URL,
  browserSecretOf: (loginId: string) => string | null,
): Promise<LoginFound> => {
  const state = callback.searchParams.get('state') ?? ''
  const token = readToken(state)
  if (!token) throw new AppError('link-invalid', 'a callback without a state of ours')
  const found = await loginOf(deps, token.id, browserSecretOf(token.id))
  const { login, change, who } = found
  if (!isStateToken(deps.vault, login.id, change, who, token)) throw new AppError('link-invalid', 'a state of another')
  if (login.state !== 'begun') throw new AppError('link-used', `the login is ${login.state}`)
  if (deps.now() >= login.expiresAt) throw new AppError('link-expired', 'the login took too long')
  assertWaiting(found, deps.now())
  try {
    await prove(deps, found, callback, state)
  } catch (error) {
    const passing: boolean = isAppError(error, 'idporten-unavailable', 'link-used', 'store-busy')
    if (isAppError(error) && !passing) {
      await refuse(deps, found, error.code)
    }
    throw error
  }
  return await loginOf(deps, login.id, browserSecretOf(login.id))
}
