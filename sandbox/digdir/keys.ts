import type { KeySet, RegisteredKey } from './model.ts'
import { type FieldError, fieldError } from './problem.ts'

const MOST_KEYS = 5
const YEAR_SECONDS = 365 * 24 * 60 * 60
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']
const base64url = /^[A-Za-z0-9_-]+$/

/**
 * Reads the body of POST and PUT /clients/{id}/jwks, which replaces the whole set (reference digdir.md 2.6).
 *
 * CONFLICTs are read strictly: RS256 alone (one page also allows RS384 and RS512), and a `kid` is unique across every
 * customer. An `exp` in the body, as a caller gets when it posts back what it read, is ignored: each posted key lives a
 * year from now, which is how a key is renewed.
 *
 * @param now epoch milliseconds
 * @param taken whether another client has a key of this id
 */
export const readKeys = (
  given: unknown,
  now: number,
  taken: (kid: string) => boolean,
): { keys: RegisteredKey[]; errors: FieldError[] } => {
  const fault = (errors: FieldError[]) => ({ keys: [], errors })
  const list = isObject(given) ? given.keys : undefined
  if (!Array.isArray(list)) return fault([fieldError('keys', 'must be an array inside an object', 'jwks')])
  if (list.length === 0) return fault([fieldError('keys', 'must not be empty, use DELETE', 'jwks')])
  if (list.length > MOST_KEYS) return fault([fieldError('keys', `at most ${MOST_KEYS} keys`, 'jwks')])

  const errors: FieldError[] = []
  const seen = new Set<string>()
  list.forEach((key: unknown, index) => {
    const complain = (member: string, message: string) =>
      errors.push(fieldError(`keys[${index}]${member && `.${member}`}`, message, 'jwks'))
    if (!isObject(key)) {
      complain('', 'must be a JSON Web Key')
      return
    }
    for (const [member, message] of keyFaults(key)) complain(member, message)
    if (typeof key.kid !== 'string') return
    if (seen.has(key.kid)) complain('kid', 'is used twice')
    else if (taken(key.kid)) complain('kid', 'is already in use')
    seen.add(key.kid)
  })
  if (errors.length > 0) return fault(errors)

  const exp = Math.floor(now / 1000) + YEAR_SECONDS
  return { errors, keys: (list as RegisteredKey[]).map((key) => registered(key, exp)) }
}

const registered = ({ kid, kty, alg, use, e, n, x5c }: RegisteredKey, exp: number): RegisteredKey => ({
  kid,
  kty,
  alg,
  ...(use === undefined ? {} : { use }),
  e,
  n,
  exp,
  ...(Array.isArray(x5c) ? { x5c } : {}),
})

function* keyFaults(key: Record<string, unknown>): Generator<[string, string]> {
  // The member's name is told, never its value.
  for (const member of privateMembers) if (member in key) yield [member, 'private members must not be sent']
  if (typeof key.kid !== 'string' || key.kid.length > 255 || !/^[A-Za-z0-9._-]+$/.test(key.kid))
    yield ['kid', 'must be letters, digits, dot, underscore and hyphen']
  if (key.kty !== 'RSA') {
    yield ['kty', 'must be RSA']
    return
  }
  if (key.alg !== 'RS256') yield ['alg', 'must be RS256']
  // Mandatory since May 2025; keys stored earlier come back without it.
  if (key.use !== 'sig') yield ['use', 'must be sig']
  if (typeof key.e !== 'string' || !base64url.test(key.e)) yield ['e', 'must be base64url']
  if (typeof key.n !== 'string' || !base64url.test(key.n)) yield ['n', 'must be base64url']
  else if (modulusBits(key.n) < 2048) yield ['n', 'must be at least 2048 bits']
  if (key.x5c !== undefined && !(Array.isArray(key.x5c) && key.x5c.every((one) => typeof one === 'string')))
    yield ['x5c', 'must be an array of strings']
}

const modulusBits = (n: string): number => {
  const bytes = Buffer.from(n, 'base64url')
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first]!) - 24)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answer for a client that never had keys: an empty set without stamps. */
export const noKeys = (): Pick<KeySet, 'keys'> => ({ keys: [] })
