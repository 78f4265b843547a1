import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../digdir/model.ts'
import { type AdminKey, newKey, publicHalf } from './keys.ts'

/**
 * An admin client that Digdir handed out to an organisation itself, for whoever wants to give it to the bot. In the world
 * the organisation has the private key; here it lies on a page of the sandbox.
 */
export type HandedOut = { environment: Environment; clientId: string; jwk: AdminKey['jwk']; privateJwk: string }

type Kept = Record<Environment, { client_id: string; jwk: Record<string, unknown> & { kid: string } }>

const made = async () => ({ client_id: randomUUID(), jwk: await newKey() })

/** One in each environment, made at the first start and kept: the bot may have it by the next. */
export const keepHandedOut = async (folder: string): Promise<Record<Environment, HandedOut>> => {
  const file = join(folder, 'handed-out.json')
  const read = await readFile(file, 'utf8').catch(() => undefined)
  const kept: Kept = read === undefined ? { test: await made(), prod: await made() } : JSON.parse(read)
  if (read === undefined) await writeFile(file, JSON.stringify(kept), { mode: 0o600 })
  const of = (environment: Environment): HandedOut => {
    const { client_id: clientId, jwk } = kept[environment]
    return { environment, clientId, jwk: publicHalf(jwk), privateJwk: JSON.stringify(jwk) }
  }
  return { test: of('test'), prod: of('prod') }
}
