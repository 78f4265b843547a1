import { createPublicKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import { holdsPrivateKey } from './private-key.ts'
import { mendedKeyText } from './typed.ts'
import type { PublicKey } from './types.ts'

export const keyReasons = [
  'key-private',
  'key-garbage',
  'key-not-rsa',
  'key-too-short',
  'key-bad-kid',
  'key-bad-alg',
  'key-certificate',
  'key-several',
] as const
export type KeyReason = (typeof keyReasons)[number]

export type ReadKey = { ok: true; key: PublicKey; source: 'jwk' | 'pem' } | { ok: false; reason: KeyReason }

const MIN_BITS = 2048
const MAX_BITS = 16_384
const algorithms = ['RS256', 'RS384', 'RS512']
const kidForm = /^[A-Za-z0-9._-]{1,255}$/
const base64url = /^[A-Za-z0-9_-]+={0,2}$/

const refused = (reason: KeyReason): ReadKey => ({ ok: false, reason })

/** Whether two keys are one: the modulus and exponent decide, not the name. */
export const sameKey = (a: JWK, b: JWK): boolean => a.n !== undefined && a.n === b.n && a.e === b.e

const fromKeyObject = (object: KeyObject, named: { kid: string; alg: string }, source: 'jwk' | 'pem'): ReadKey => {
  if (object.asymmetricKeyType === 'rsa-pss') return refused('key-bad-alg')
  if (object.asymmetricKeyType !== 'rsa') return refused('key-not-rsa')
  const details = object.asymmetricKeyDetails
  const bits = details?.modulusLength ?? 0
  const exponent = details?.publicExponent ?? 0n
  if (bits < MIN_BITS) return refused('key-too-short')
  if (bits > MAX_BITS || exponent < 3n || exponent % 2n === 0n) return refused('key-garbage')
  const { n, e } = object.export({ format: 'jwk' })
  if (!n || !e) return refused('key-garbage')
  return { ok: true, source, key: { kty: 'RSA', kid: named.kid, alg: named.alg, use: 'sig', n, e } }
}

const fromPem = (text: string, newKid: () => string): ReadKey => {
  const blocks = text.match(/-----BEGIN [A-Z0-9 ]+-----/g) ?? []
  if (blocks.some((block) => block.includes('CERTIFICATE'))) return refused('key-certificate')
  if (blocks.length > 1) return refused('key-several')
  const body = text.match(/-----BEGIN ((?:RSA )?PUBLIC KEY)-----([^-]+)-----END \1-----/)
  const [, label, base64 = ''] = body ?? []
  if (!label) return refused('key-garbage')
  const compact = base64.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return refused('key-garbage')
  return fromDer(Buffer.from(compact, 'base64'), label === 'PUBLIC KEY' ? 'spki' : 'pkcs1', newKid)
}

const fromDer = (der: Buffer, type: 'spki' | 'pkcs1', newKid: () => string): ReadKey => {
  try {
    const object = createPublicKey({ key: der, format: 'der', type })
    return fromKeyObject(object, { kid: newKid(), alg: 'RS256' }, 'pem')
  } catch {
    return refused('key-garbage')
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys in a JWK, a list or a set of them, however deep the brackets; null when it is something else. */
const keysIn = (value: unknown): Record<string, unknown>[] | null => {
  if (Array.isArray(value)) {
    const all = value.map(keysIn)
    return all.every((each) => each !== null) ? all.flat() : null
  }
  if (!isRecord(value)) return null
  return 'keys' in value && value.kty === undefined ? keysIn(value.keys) : [value]
}

const fromJwk = (jwk: Record<string, unknown>, newKid: () => string): ReadKey => {
  const { kty, n, e, kid, alg, use } = jwk
  if (jwk.x5c !== undefined) return refused('key-certificate')
  if (kty === 'EC' || kty === 'OKP') return refused('key-not-rsa')
  if (kty !== 'RSA' || typeof n !== 'string' || typeof e !== 'string') return refused('key-garbage')
  if (!base64url.test(n) || !base64url.test(e)) return refused('key-garbage')
  if (alg !== undefined && !algorithms.includes(String(alg))) return refused('key-bad-alg')
  if (use !== undefined && use !== 'sig') return refused('key-bad-alg')
  const named = kid !== undefined && kid !== null && kid !== ''
  if (named && (typeof kid !== 'string' || !kidForm.test(kid))) return refused('key-bad-kid')
  try {
    const object = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
    return fromKeyObject(object, { kid: named ? String(kid) : newKid(), alg: String(alg ?? 'RS256') }, 'jwk')
  } catch {
    return refused('key-garbage')
  }
}

const fromJson = (text: string, newKid: () => string): ReadKey => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('key-garbage')
  }
  const [first, ...others] = keysIn(value) ?? []
  if (!first) return refused('key-garbage')
  if (others.some((each) => !sameKey(first, each))) return refused('key-several')
  return fromJwk(first, newKid)
}

/**
 * A public key from what was pasted: a JWK, a set or list of one (the same key twice is one), PEM as SPKI or PKCS#1,
 * or the bare base64 of it. Comes out as Digdir wants it (digdir.md 2.6): RSA of at least 2048 bits, RS256 unless it
 * says RS384 or RS512, `use: sig`, with a kid (`newKid` where it had none), and no other member.
 * Anything that holds a private key is refused as `key-private` before anything else is looked at. A certificate (or
 * `x5c`) is refused since it would lock the client to that certificate.
 */
export const readPublicKey = (typed: string, how: { newKid(): string }): ReadKey => {
  const text = mendedKeyText(typed)
  if (holdsPrivateKey(text)) return refused('key-private')
  if (text.includes('-----BEGIN ')) return fromPem(text, how.newKid)
  if (/^[[{]/.test(text)) return fromJson(text, how.newKid)
  const compact = text.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(compact)) return refused('key-garbage')
  return fromDer(Buffer.from(compact, 'base64'), 'spki', how.newKid)
}
