import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../sandbox/clock.ts'
import { createDigdir } from '../sandbox/digdir/digdir.ts'
import { seedClients, seedScopes } from '../sandbox/digdir/seed.ts'
import { createEnhetsregisteret } from '../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { createMaskinporten } from '../sandbox/maskinporten/maskinporten.ts'
import { readManifest } from '../sandbox/slack/manifest.ts'
import { createSlack } from '../sandbox/slack/slack.ts'
import { organisations, people, world } from '../sandbox/world.ts'
import { importOrganisations } from '../src/admin/organisations-import.ts'
import { openStore } from '../src/store/open.ts'

export const signingSecret = 'the-signing-secret-of-the-bench'
export const asker = { team: world.team.id, user: people.kari.id }

/** What the measured programs lean on, and the environment that points them there. */
export const startTown = async (clients: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-bench-'))
  const manifest = await readManifest(fileURLToPath(new URL('../manifest.yml', import.meta.url)))
  const botToken = 'xoxb-bench'
  const slack = await createSlack({ world, manifest, clock: systemClock, signingSecret, botToken, limits: 'none' })
  const digdir = await createDigdir({ environment: 'test', clock: systemClock })
  const maskinporten = await createMaskinporten({ environment: 'test', registry: digdir.registry, clock: systemClock })
  digdir.trust(maskinporten)
  const enhetsregisteret = await createEnhetsregisteret({ clock: systemClock, units: [] })
  seedScopes(digdir.registry)
  seedClients(digdir.registry, organisations.kystverdi.organisation_number, clients)
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = randomUUID()
  const publicJwk = pair.publicKey.export({ format: 'jwk' }) as { kty: string; n: string; e: string }
  const { client_id } = digdir.registry.addAdminClient({
    orgno: organisations.kystverdi.organisation_number,
    scopes: ['idporten:dcr.write', 'idporten:dcr.read'],
    jwks: { keys: [{ ...publicJwk, kid, alg: 'RS256', use: 'sig' }] },
  })
  const keyFile = join(folder, 'admin.jwk')
  await writeFile(keyFile, JSON.stringify({ ...pair.privateKey.export({ format: 'jwk' }), kid, alg: 'RS256' }), {
    mode: 0o600,
  })
  const databaseUrl = `file:${join(folder, 'portvakt.db')}`
  const store = await openStore(databaseUrl)
  const { organisation_number, name, domains } = organisations.kystverdi
  await importOrganisations(
    { store },
    `organisation_number,name,domains,language\n${organisation_number},${name},${domains.join(';')},nb\n`,
  )
  await store.close()
  return {
    slack,
    digdir,
    env: {
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: databaseUrl,
      SECRET_KEY: randomBytes(32).toString('base64'),
      DIGDIR_TEST_API_URL: digdir.apiUrl,
      MASKINPORTEN_TEST_ISSUER: maskinporten.issuer,
      ENHETSREGISTERET_URL: enhetsregisteret.url,
      DIGDIR_TEST_CLIENT_ID: client_id,
      DIGDIR_TEST_KEY_FILE: keyFile,
      LOG_LEVEL: 'warn',
    },
    async close() {
      await Promise.all([slack.close(), digdir.close(), maskinporten.close(), enhetsregisteret.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Town = Awaited<ReturnType<typeof startTown>>
