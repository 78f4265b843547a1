import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import type { Environment } from './types.ts'

/** The private key of an organisation's own admin client: RSA, with the `kid` that it was registered under. */
export type CredentialKey = JWK & { kty: 'RSA'; kid: string; alg: string }

export const credentialKeyFaults = [
  'garbage',
  'public-only',
  'several',
  'encrypted',
  'certificate',
  'not-rsa',
  'too-short',
  'too-long',
  'bad-alg',
  'no-kid',
  'bad-kid',
  'other-kid',
] as const
export type CredentialKeyFault = (typeof credentialKeyFaults)[number]

export type ReadCredentialKey = { ok: true; key: CredentialKey } | { ok: false; fault: CredentialKeyFault }

const MIN_BITS = 2048
/** Signing takes the cube of the length, and everybody else waits meanwhile. */
const MAX_BITS = 8192
const algorithms = ['RS256', 'RS384', 'RS512']
const kidForm = /^[A-Za-z0-9._-]{1,255}$/

const refused = (fault: CredentialKeyFault): ReadCredentialKey => ({ ok: false, fault })

/** Where a credential's key is kept, which it is bound to: what was sealed for one place opens in no other. */
export const credentialPlace = (organisationNumber: string, environment: Environment): string =>
  `credentials.sealed_key ${organisationNumber} ${environment}`

/** What a key is registered under: as it says itself, and as was told beside it. */
type Kids = { own: string | undefined; told: string | undefined }

const keyOf = (object: KeyObject, { own, told }: Kids, alg: string): ReadCredentialKey => {
  if (object.asymmetricKeyType !== 'rsa') return refused('not-rsa')
  const bits = object.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < MIN_BITS) return refused('too-short')
  if (bits > MAX_BITS) return refused('too-long')
  if (own !== undefined && told !== undefined && own !== told) return refused('other-kid')
  const kid = own ?? told
  if (kid === undefined) return refused('no-kid')
  if (!kidForm.test(kid)) return refused('bad-kid')
  return { ok: true, key: { ...object.export({ format: 'jwk' }), kty: 'RSA', kid, alg } }
}

const parsed = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const fromJwk = (text: string, told: string | undefined): ReadCredentialKey => {
  const jwk = parsed(text)
  if (jwk === null) return refused('garbage')
  if (Array.isArray(jwk) || 'keys' in jwk) return refused('several')
  if (jwk.x5c !== undefined) return refused('certificate')
  if (jwk.kty !== 'RSA') return refused('not-rsa')
  if (typeof jwk.d !== 'string') return refused('public-only')
  if (jwk.alg !== undefined && !algorithms.includes(String(jwk.alg))) return refused('bad-alg')
  try {
    const object = createPrivateKey({ key: jwk, format: 'jwk' })
    const own = typeof jwk.kid === 'string' && jwk.kid !== '' ? jwk.kid : undefined
    return keyOf(object, { own, told }, String(jwk.alg ?? 'RS256'))
  } catch {
    return refused('garbage')
  }
}

const fromPem = (text: string, told: string | undefined): ReadCredentialKey => {
  if (/-----BEGIN [A-Z0-9 ]*CERTIFICATE/.test(text)) return refused('certificate')
  if (/-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(text)) return refused('encrypted')
  const blocks = text.match(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/g) ?? []
  if (blocks.length > 1) return refused('several')
  if (blocks.length === 0) return refused(/-----BEGIN [A-Z0-9 ]*PUBLIC KEY/.test(text) ? 'public-only' : 'garbage')
  const own = /^kid:[ \t]*(\S+)[ \t]*$/m.exec(text.slice(0, text.indexOf('-----BEGIN')))?.[1]
  try {
    return keyOf(createPrivateKey(text), { own, told }, 'RS256')
  } catch {
    return refused('garbage')
  }
}

/**
 * An admin client's private key from a file or from what was pasted: one RSA key of at least 2048 bits as a JWK, or as
 * PEM with a line `kid: …` above it (RFC 7468 allows text there). An enterprise certificate's key is refused: it acts
 * for far more than Digdir (design section 4), so `x5c`, a certificate beside the key and a key without a `kid` are
 * faults. What is refused is told by a word that holds nothing of the key.
 *
 * @param told the `kid`, where it was written beside the key; a key that names another one is refused
 */
export const readCredentialKey = (text: string, told?: string): ReadCredentialKey => {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  return /^[[{]/.test(trimmed) ? fromJwk(trimmed, told) : fromPem(trimmed, told)
}
