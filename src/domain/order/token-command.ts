import { AppError } from '../../errors.ts'

/**
 * A POSIX shell snippet that fetches a token with the owner's key, with nothing but openssl and curl. The key's path is
 * read from `KEY`, and the key leaves the machine in no form. It prints one line that may be pasted anywhere: the
 * token's header and payload without its signature, or Maskinporten's refusal.
 *
 * @param about `kid` null: the client has one registered key by a certificate; `consumerOrg` null: direct access
 */
export const tokenCommand = (_about: {
  issuer: string
  tokenEndpoint: string
  clientId: string
  kid: string
  /** the whole name */
  scope: string
  consumerOrg: string | null
}): string => {
  throw new AppError('internal', 'not written yet')
}
