import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type AdminKey = {
  /** file with the private JWK */
  file: string
  /** the public half, for Digdir */
  jwk: { kid: string; kty: 'RSA'; alg: 'RS256'; use: 'sig'; e: string; n: string }
}

const privately = { mode: 0o600 }

/** The key pair of an admin client, the bot's or the supplier's, made at the first start and kept. */
export const keepAdminKey = async (folder: string, whose: 'admin' | 'supplier'): Promise<AdminKey> => {
  const file = join(folder, `${whose}-key.json`)
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  const jwk = kept === undefined ? await newKey() : JSON.parse(kept)
  if (kept === undefined) await writeFile(file, `${JSON.stringify(jwk)}\n`, privately)
  return { file, jwk: publicHalf(jwk) }
}

/** What is registered at Digdir of a key. */
export const publicHalf = (jwk: object): AdminKey['jwk'] => {
  const { kid, e, n } = jwk as AdminKey['jwk']
  return { kid, kty: 'RSA', alg: 'RS256', use: 'sig', e, n }
}

/** A new private JWK with a name. */
export const newKey = async () => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: `sandbox-${randomUUID()}`, alg: 'RS256', use: 'sig' }
}

/** The bot's `SECRET_KEY`, made at the first start and kept: what the bot stored must be readable at the next. */
export const keepSecretKey = async (folder: string): Promise<string> => {
  const file = join(folder, 'secret-key')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept.trim()
  const key = randomBytes(32).toString('base64')
  await writeFile(file, `${key}\n`, privately)
  return key
}
