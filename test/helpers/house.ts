import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { createDigdir, type Digdir } from '../../sandbox/digdir/digdir.ts'
import { seedClients, seedGrants, seedScopes } from '../../sandbox/digdir/seed.ts'
import { createMaskinporten, type Maskinporten } from '../../sandbox/maskinporten/maskinporten.ts'
import { readManifest } from '../../sandbox/slack/manifest.ts'
import { createSlack, type Slack } from '../../sandbox/slack/slack.ts'
import { world as cast, channels, heroy, organisations, people } from '../../sandbox/world.ts'
import { importOrganisations } from '../../src/admin/organisations-import.ts'
import { createApp, type PortvaktApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
// here before a test's clock runs: the bot loads it when it is first needed
import '../../src/work.ts'
import { openWorld, type World } from '../../src/world.ts'
import { idportenClientId, type Outside, startOutside } from './outside.ts'
import { signingKeys } from './signing-keys.ts'

export { channels, heroy, organisations, people }

export type Person = keyof typeof people
export type Environment = 'test' | 'prod'

/** A house: the running bot, and everything around it as the sandbox simulates it, on free ports. */
export type House = {
  slack: Slack
  as(person: Person): ReturnType<Slack['workspace']['as']>
  digdir: Record<Environment, Digdir>
  maskinporten: Record<Environment, Maskinporten>
  world: World
  /** ID-porten, Enhetsregisteret, the mailbox, brreg's desk and Altinn; throws where `outside` was not asked for */
  outside: Outside
  url: string
  env: Record<string, string>
  /** every line the bot logged */
  logged(): string
  /** resolves when the predicate holds; looks again at every change of the workspace */
  until(predicate: () => boolean): Promise<unknown>
  /** stops the bot as a signal would, and starts it again on the same data */
  restart(): Promise<void>
  stop(): Promise<void>
}

export type HouseOptions = {
  /** SQLite in a folder of its own when left out */
  databaseUrl?: string
  /** scopes of the bot's admin client; write, read and supplier when left out */
  scopes?: string[]
  /** clients of Kystverdi, the admin client's owner; none when left out */
  clients?: number
  env?: Record<string, string>
  /** ID-porten, Enhetsregisteret and a mailbox too: half a second more */
  outside?: boolean
  socketMode?: boolean
  propagationMs?: number
  /** a CSV in place of the cast's organisations */
  organisations?: string
  /** one clock for the bot and all around it, epoch ms; the machine's when left out */
  now?: () => number
  /** how the bot waits between looks; in real time when left out */
  wait?: (ms: number) => Promise<void>
}

const manifestPath = fileURLToPath(new URL('../../manifest.yml', import.meta.url))
const signingSecret = 'the-signing-secret-of-the-tests'
const botToken = 'xoxb-the-bot-token-of-the-tests'
const appToken = 'xapp-the-app-token-of-the-tests'
const adminScopes = ['idporten:dcr.write', 'idporten:dcr.read', 'idporten:dcr.supplier']

const operators = Object.values(people).flatMap((one) => (one.operator ? [one.id] : []))

const csv = `organisation_number,name,domains,language\n${Object.values(organisations)
  .map((one) => `${one.organisation_number},${one.name},${one.domains.join(';')},nb`)
  .join('\n')}\n`

const system = async (environment: Environment, options: HouseOptions) => {
  const clock = { now: options.now ?? Date.now }
  const digdir = await createDigdir({
    environment,
    clock,
    ...(options.propagationMs === undefined ? {} : { propagationMs: options.propagationMs }),
  })
  const maskinporten = await createMaskinporten({ environment, registry: digdir.registry, clock })
  digdir.trust(maskinporten)
  seedScopes(digdir.registry)
  seedGrants(digdir.registry, organisations.kystverdi.organisation_number)
  digdir.registry.setTerms(organisations.fjordlys.organisation_number, false)
  const kid = randomUUID()
  const { client_id } = digdir.registry.addAdminClient({
    orgno: organisations.kystverdi.organisation_number,
    scopes: options.scopes ?? adminScopes,
    jwks: { keys: [{ ...signingKeys().publicJwk, kid, alg: 'RS256', use: 'sig' }] },
  })
  if (environment === 'test' && options.clients)
    seedClients(digdir.registry, organisations.kystverdi.organisation_number, options.clients)
  return { digdir, maskinporten, clientId: client_id, kid }
}

/** Starts a house. Every test that does must `stop()` it. */
export const startHouse = async (options: HouseOptions = {}): Promise<House> => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-'))
  const manifest = await readManifest(manifestPath)
  const slack = await createSlack({
    world: cast,
    manifest,
    clock: { now: options.now ?? Date.now },
    signingSecret,
    botToken,
    appToken,
    limits: 'none',
  })
  const test = await system('test', options)
  const prod = await system('prod', options)
  const outside = options.outside
    ? await startOutside(options.now ?? Date.now, { test: test.digdir.registry, prod: prod.digdir.registry })
    : null
  const keyFile = async (name: string, kid: string) => {
    const file = join(folder, `${name}.jwk`)
    await writeFile(file, JSON.stringify({ ...signingKeys().privateJwk, kid, alg: 'RS256' }), { mode: 0o600 })
    return file
  }
  const env: Record<string, string> = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(options.socketMode ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
    HOST: '127.0.0.1',
    PORT: String(outside?.port ?? 0),
    DATABASE_URL: options.databaseUrl ?? `file:${join(folder, 'portvakt.db')}`,
    SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    DIGDIR_TEST_API_URL: test.digdir.apiUrl,
    DIGDIR_PROD_API_URL: prod.digdir.apiUrl,
    MASKINPORTEN_TEST_ISSUER: test.maskinporten.issuer,
    MASKINPORTEN_PROD_ISSUER: prod.maskinporten.issuer,
    DIGDIR_TEST_CLIENT_ID: test.clientId,
    DIGDIR_TEST_KEY_FILE: await keyFile('test', test.kid),
    DIGDIR_PROD_CLIENT_ID: prod.clientId,
    DIGDIR_PROD_KEY_FILE: await keyFile('prod', prod.kid),
    // nobody listens there
    ENHETSREGISTERET_URL: 'http://127.0.0.1:9/enhetsregisteret/api',
    OPERATORS: operators.join(','),
    OPERATIONS_CHANNEL: channels.operations.id,
    ...(outside === null ? {} : { ...outside.env, IDPORTEN_KEY_FILE: await keyFile('idporten', idportenClientId) }),
    LOG_LEVEL: 'debug',
    ...options.env,
  }
  let logged = ''
  const log = createLog('debug', {
    write(line: string) {
      logged += line
    },
  })

  const start = async (): Promise<{ world: World; app: PortvaktApp; url: string }> => {
    const config = readConfig(env)
    const opened = await openWorld(config, options.now)
    const world = options.wait ? { ...opened, wait: options.wait } : opened
    const app = createApp(config, world, log)
    const { port } = await app.start()
    await app.load()
    const url = `http://127.0.0.1:${port}`
    slack.setBotUrl(url)
    return { world, app, url }
  }

  let bot = await start()
  const imported = await importOrganisations(bot.world, options.organisations ?? csv)
  if (!imported.ok) throw new Error(imported.faults.join('\n'))
  if (options.socketMode) await slack.workspace.until(() => slack.workspace.connections() > 0, 10_000)

  const halt = async () => {
    await bot.app.stop()
    await bot.world.close()
  }

  return {
    slack,
    as: (person) => slack.workspace.as(people[person].id),
    digdir: { test: test.digdir, prod: prod.digdir },
    maskinporten: { test: test.maskinporten, prod: prod.maskinporten },
    get world() {
      return bot.world
    },
    get outside() {
      if (outside === null) throw new Error('start the house with `outside: true`')
      return outside.systems
    },
    get url() {
      return bot.url
    },
    env,
    logged: () => logged,
    until: async (predicate) => void (await slack.workspace.until(predicate, 10_000)),
    async restart() {
      await halt()
      bot = await start()
    },
    async stop() {
      await halt()
      await Promise.all([
        slack.close(),
        test.digdir.close(),
        prod.digdir.close(),
        test.maskinporten.close(),
        prod.maskinporten.close(),
        ...Object.values(outside?.systems ?? {}).map((one) => one.close()),
      ])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The manifest as data, for tests that compare it with the code. */
export const manifestData = async (): Promise<Record<string, unknown>> => parse(await readFile(manifestPath, 'utf8'))
