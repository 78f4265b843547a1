import { AppError } from '../errors.ts'

// RFC 7518 6.2.2 and 6.3.2: the private members of a JWK; `k` is the whole of a symmetric one
const jwkMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'])
const secretName = /(^|_)(secrets?|tokens?|passwords?|passphrase|assertion|private(_?keys?)?)$/
const privatePem = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()

const isSecret = (name: string, value: unknown, owner: object): boolean => {
  if (value === null || value === undefined) return false
  return jwkMembers.has(name) || (name === 'k' && 'kty' in owner) || secretName.test(snake(name))
}

/**
 * Throws `internal` when `value` has a member named as secrets are (a JWK's private part, `client_secret`,
 * `accessToken` …) or a PEM private key in a text. The last guard before the disk: it names the place, never the value.
 */
export const refuseSecrets = (value: unknown, place: string): void => {
  if (typeof value === 'string' && privatePem.test(value)) throw new AppError('internal', `a private key at ${place}`)
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    const inside = `${place}.${name}`
    if (!Array.isArray(value) && isSecret(name, member, value)) throw new AppError('internal', `a secret at ${inside}`)
    refuseSecrets(member, inside)
  }
}
