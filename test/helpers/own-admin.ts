import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Ran, runProgram } from './admin-program.ts'
import { type Environment, type House, organisations } from './house.ts'
import { type RsaKey, rsaKey } from './keys.ts'

export const OWN_SCOPES = ['idporten:dcr.write', 'idporten:dcr.read']

/** An organisation's own admin client at Digdir, and the file with its key. */
export type OwnAdmin = { orgno: string; environment: Environment; clientId: string; key: RsaKey; keyFile: string }

/** A file that is gone after the test. */
export const layDown = async (content: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-key-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'key.jwk')
  await writeFile(file, content, { mode: 0o600 })
  return file
}

type How = { orgno?: string; environment?: Environment; scopes?: string[]; key?: RsaKey }

/** As Digdir hands it out: Direktoratet's in test, for its own clients, where nothing else is said. */
export const handOut = (house: House, how: How = {}): Omit<OwnAdmin, 'keyFile'> => {
  const { orgno = organisations.direktoratet.organisation_number, environment = 'test', key = rsaKey() } = how
  const { client_id: clientId } = house.digdir[environment].registry.addAdminClient({
    orgno,
    scopes: how.scopes ?? OWN_SCOPES,
    jwks: { keys: [JSON.parse(key.publicJwk)] },
  })
  return { orgno, environment, clientId, key }
}

/** The same, with its key in a file for the admin program. */
export const ownAdmin = async (house: House, how: How = {}): Promise<OwnAdmin> => {
  const handed = handOut(house, how)
  return { ...handed, keyFile: await layDown(handed.key.privateJwk) }
}

/** Puts another key in the place of all that Digdir knows the client by. */
export const rekey = (house: House, { environment, clientId }: OwnAdmin, key: RsaKey): void => {
  const { registry } = house.digdir[environment]
  const known = registry.client(clientId)
  const [old] = known?.keys?.keys ?? []
  if (!known?.keys || !old) throw new Error('the admin client has no keys')
  const { n, e } = JSON.parse(key.publicJwk)
  registry.save({ client: known.client, keys: { ...known.keys, keys: [{ ...old, n, e, kid: key.kid }] } })
}

/** `credentials add`, as an operator types it. */
export const give = (
  house: House,
  { orgno, environment, clientId, keyFile }: OwnAdmin,
  env: Record<string, string> = house.env,
): Promise<Ran> =>
  runProgram(
    ['credentials', 'add', '--organisation', orgno, '--environment', environment, '--client-id', clientId].concat([
      '--key-file',
      keyFile,
    ]),
    env,
  )
