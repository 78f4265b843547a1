import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../domain/login/types.ts'
import { AppError } from '../errors.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** One key for each use, so that what one of them gives away says nothing of the others (HKDF, RFC 5869). */
const keyFor = (secret: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `portvakt ${use}`, 32))

/** Parts with their lengths before them: `a`, `bc` is not `ab`, `c`. */
const joined = (parts: string[]): string => parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('')

/**
 * What is made with `SECRET_KEY` (design section 4).
 *
 * @param secretKey 32 bytes, base64
 */
export const createVault = (secretKey: string): Vault => {
  const secret = Buffer.from(secretKey, 'base64')
  const [numbers, storage, links] = [keyFor(secret, 'numbers'), keyFor(secret, 'storage'), keyFor(secret, 'links')]
  const keyVersion = createHmac('sha256', numbers).update('version').digest('hex').slice(0, 16)
  const sign = (...parts: string[]): string => createHmac('sha256', links).update(joined(parts)).digest('base64url')

  return {
    keyVersion,
    numberProof: (number) => ({ hash: createHmac('sha256', numbers).update(number).digest('hex'), keyVersion }),
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, storage, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64url')
      try {
        const decipher = createDecipheriv(CIPHER, storage, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        // the cause names sizes and states that help nobody but an attacker
        throw new AppError('internal', 'what was sealed does not open: another SECRET_KEY, another place, or damage')
      }
    },
    sign,
    signed(signature, ...parts) {
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(...parts))]
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
    random: () => randomBytes(32).toString('base64url'),
  }
}
