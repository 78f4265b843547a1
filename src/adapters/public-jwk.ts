import type { JWK } from 'jose'
import { AppError } from '../errors.ts'

const publicNames = ['kty', 'n', 'e', 'crv', 'x', 'y', 'kid', 'alg', 'use', 'x5c', 'x5t', 'x5t#S256', 'x5u'] as const
/** RFC 7518 6.2.2, 6.3.2, 6.4.1; `priv` is newer key types'. */
const privateNames = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']

/** A copy with the members of a public key alone (RFC 7517, RFC 7518), absent ones left out. */
export const publicMembers = (key: Record<string, unknown>): JWK =>
  Object.fromEntries(
    publicNames.map((name) => [name, key[name]]).filter(([, value]) => value !== undefined && value !== null),
  )

/**
 * A key as it may be posted: public members only, `use` there, which is mandatory since May 2025 and missing on older
 * keys (digdir.md 2.6). Throws `internal` for a key with any private member: it should never have come this far.
 */
export const postableKey = (key: JWK): JWK => {
  if (privateNames.some((name) => name in key)) throw new AppError('internal', 'a private key was about to be sent')
  return { ...publicMembers(key), use: key.use ?? 'sig' }
}
