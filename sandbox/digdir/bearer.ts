import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Clock } from '../clock.ts'
import { Refusal } from './problem.ts'

/** Who a token speaks for. `supplier` when it holds `idporten:dcr.supplier`. */
export type Caller = { orgno: string; scopes: ReadonlySet<string>; supplier: boolean }

/** The Maskinporten whose tokens are good here: that of the same environment. */
export type TrustedIssuer = { issuer: string; jwks(): JSONWebKeySet }

/** The same, made ready once: importing a key anew for each request costs more than checking a signature. */
export type Trust = { issuer: string; keys: JWTVerifyGetKey }

export const createTrust = ({ issuer, jwks }: TrustedIssuer): Trust => ({ issuer, keys: createLocalJWKSet(jwks()) })

export const SUPPLIER_SCOPE = 'idporten:dcr.supplier'

/**
 * Checks `Authorization: Bearer …`: signature by the issuer's keys, issuer, expiry by the simulator's clock without
 * tolerance, and the organisation of `consumer` (reference digdir.md 2.1, 4.2).
 *
 * @throws Refusal 401; why is not told beyond that
 */
export const readBearer = async (
  header: string | undefined,
  trusted: Trust | undefined,
  clock: Clock,
): Promise<Caller> => {
  const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1]
  if (!token || !trusted) throw new Refusal(401, 'missing or invalid access token')
  try {
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      algorithms: ['RS256'],
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp', 'consumer', 'scope'],
    })
    const id = (payload.consumer as { ID?: unknown }).ID
    const orgno = typeof id === 'string' ? /^0192:(\d{9})$/.exec(id)?.[1] : undefined
    if (!orgno || typeof payload.scope !== 'string') throw new Error('no organisation or scope')
    const scopes = new Set(payload.scope.split(' '))
    return { orgno, scopes, supplier: scopes.has(SUPPLIER_SCOPE) }
  } catch {
    throw new Refusal(401, 'missing or invalid access token')
  }
}

/** @throws Refusal 403 unless the token has one of the scopes */
export const demandScope = (caller: Caller, anyOf: readonly string[]): void => {
  if (!anyOf.some((scope) => caller.scopes.has(scope)))
    throw new Refusal(403, `access token lacks one of the scopes ${anyOf.join(', ')}`)
}
