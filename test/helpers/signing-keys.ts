import { generateKeyPairSync } from 'node:crypto'

let keys: { privateJwk: object; publicJwk: { kty: string; n: string; e: string } } | undefined

/** One key for the bot's clients, for all tests of a process: making one takes longer than most tests. */
export const signingKeys = () => {
  if (keys === undefined) {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    keys = {
      privateJwk: pair.privateKey.export({ format: 'jwk' }),
      publicJwk: pair.publicKey.export({ format: 'jwk' }) as { kty: string; n: string; e: string },
    }
  }
  return keys
}
