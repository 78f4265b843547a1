import { decodeJwt, decodeProtectedHeader } from 'jose'
import { TokenRefusal } from './refusals.ts'

/** What a grant says, read and shaped but not yet believed. Times are epoch seconds. */
export type Assertion = {
  jwt: string
  alg: string
  kid?: string
  x5c?: readonly string[]
  iss: string
  /** anything but one string is kept as undefined: no audience is equal to it */
  aud: string | undefined
  scopes: readonly string[]
  iat: number
  exp: number
  nbf?: number
  jti?: string
  resource?: readonly string[]
  pid?: string
  consumerOrg?: string
  details?: unknown
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512']

/** All that a grant may say (reference digdir.md 4.1); `consumer_orgno`, a slip of one guide, is not among them. */
const CLAIMS = new Set([
  ...['aud', 'iss', 'scope', 'iat', 'exp', 'nbf', 'jti', 'resource', 'pid'],
  ...['consumer_org', 'iss_onbehalfof', 'authorization_details'],
])

/**
 * Reads the header and claims of reference digdir.md 4.1.
 *
 * `iss_onbehalfof` is refused: onbehalfof entries are left out of this simulator, so no value is known.
 *
 * @throws TokenRefusal MP-011 for what is malformed or missing, MP-123 for an x5c that is not an array, and for a claim
 * that nobody knows (brreg.md 6)
 */
export const readAssertion = (jwt: string): Assertion => {
  const { header, claims } = decode(jwt)
  const { alg, kid, x5c } = header
  if (alg === undefined || !ALGORITHMS.includes(alg)) throw new TokenRefusal('parameter', 'alg')
  if (x5c !== undefined && !isStrings(x5c)) throw new TokenRefusal('noCertificate')
  if ((kid === undefined) === (x5c === undefined)) throw new TokenRefusal('parameter', 'exactly one of kid and x5c')
  if (kid !== undefined && typeof kid !== 'string') throw new TokenRefusal('parameter', 'kid')
  const unknown = Object.keys(claims).find((name) => !CLAIMS.has(name))
  if (unknown !== undefined) throw new TokenRefusal('unknownClaim', unknown)
  if (claims.iss_onbehalfof !== undefined) throw new TokenRefusal('parameter', 'iss_onbehalfof')
  if (claims.resource !== undefined && !isStrings(claims.resource)) throw new TokenRefusal('parameter', 'resource')

  const jti = optional(claims, 'jti', /./)
  const pid = optional(claims, 'pid', /^\d{11}$/)
  const consumerOrg = optional(claims, 'consumer_org', /^\d{9}$/)
  return {
    jwt,
    alg,
    ...(kid === undefined ? {} : { kid }),
    ...(x5c === undefined ? {} : { x5c }),
    iss: required(claims, 'iss'),
    aud: typeof claims.aud === 'string' ? claims.aud : undefined,
    scopes: required(claims, 'scope').split(' '),
    iat: seconds(claims, 'iat'),
    exp: seconds(claims, 'exp'),
    ...(claims.nbf === undefined ? {} : { nbf: seconds(claims, 'nbf') }),
    ...(jti === undefined ? {} : { jti }),
    ...(pid === undefined ? {} : { pid }),
    ...(consumerOrg === undefined ? {} : { consumerOrg }),
    ...(claims.resource === undefined ? {} : { resource: claims.resource }),
    ...(claims.authorization_details === undefined ? {} : { details: claims.authorization_details }),
  }
}

type Claims = Record<string, unknown>

const decode = (jwt: string): { header: { alg?: string; kid?: unknown; x5c?: unknown }; claims: Claims } => {
  try {
    return { header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) as Claims }
  } catch {
    throw new TokenRefusal('parameter', 'assertion')
  }
}

const required = (claims: Claims, name: string): string => {
  const value = claims[name]
  if (typeof value !== 'string' || value.trim() !== value || value === '') throw new TokenRefusal('parameter', name)
  return value
}

const optional = (claims: Claims, name: string, form: RegExp): string | undefined => {
  const value = claims[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !form.test(value)) throw new TokenRefusal('parameter', name)
  return value
}

const seconds = (claims: Claims, name: string): number => {
  const value = claims[name]
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TokenRefusal('parameter', name)
  return value
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
