import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Desk } from '../../sandbox/protocol.ts'
import { type Sandbox, startSandbox } from '../../sandbox/start/sandbox.ts'
import { readSettings, type Settings, StartError } from '../../sandbox/start/settings.ts'

/** Stands in for the built bot: ready when Slack knows its token, gone at SIGTERM or when asked. */
const bot = `
import { createServer } from 'node:http'
const { PORT, HOST, SLACK_API_URL, SLACK_BOT_TOKEN } = process.env
const slack = await (await fetch(SLACK_API_URL + 'auth.test', { method: 'POST', headers: { authorization: 'Bearer ' + SLACK_BOT_TOKEN } })).json()
createServer((request, response) => {
  if (request.url === '/leave') process.exit(3)
  response.writeHead(slack.ok ? 200 : 503).end(JSON.stringify(process.env))
}).listen(Number(PORT), HOST)
`
const admin = `
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs'
const [what, how, file, number] = process.argv.slice(2)
if (how === 'import') copyFileSync(file, file + '.imported')
else if (how !== 'add') process.exit(2)
else {
  const typed = what === 'clearances' ? readFileSync(0, 'utf8').trim().length : 0
  appendFileSync(process.env.DATABASE_URL.slice('file:'.length) + '.hats', what + ' ' + number + ' ' + typed + '\\n')
}
`

const folder = async () => {
  const made = await mkdtemp(join(tmpdir(), 'portvakt-start-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** As an earlier start would have left it: making one takes a while. */
const adminKey = await (async () => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'kept' })
})()

/** Below the range that the system hands out by itself, where the other tests' servers are. */
const somePort = () => 20_000 + Math.floor(Math.random() * 12_000)

const settingsFor = async (programs: { bot?: string; admin?: string } = {}): Promise<Settings> => {
  const home = await folder()
  await writeFile(join(home, 'bot.mjs'), programs.bot ?? bot)
  await writeFile(join(home, 'admin.mjs'), programs.admin ?? admin)
  await mkdir(join(home, 'data'))
  await writeFile(join(home, 'data/admin-key.json'), adminKey)
  await writeFile(join(home, 'data/supplier-key.json'), adminKey.replace('kept', 'kept-too'))
  return {
    ...readSettings([], {}, import.meta.dirname),
    port: somePort(),
    folder: join(home, 'data'),
    bot: { main: join(home, 'bot.mjs'), admin: join(home, 'admin.mjs') },
  }
}

/** Its eleven ports are counted from a free one; where a neighbour is taken, the next try takes another. */
const started = async (settings: Settings, said: string[] = []): Promise<Sandbox> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const outer = { PATH: process.env.PATH, SLACK_BOT_TOKEN: 'xoxb-real' }
      const sandbox = await startSandbox(settings, outer, (line) => said.push(line))
      onTestFinished(() => sandbox.stop())
      return sandbox
    } catch (error) {
      if (tries > 5 || !String(error).includes('is in use')) throw error
      settings.port = somePort()
    }
  }
}

const firstDesk = async (url: string, fits: (desk: Desk) => boolean) => {
  const stop = new AbortController()
  const response = await fetch(`${url}/api/stream?as=U0KARI`, { signal: stop.signal })
  let raw = ''
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
    raw += part
    const whole = raw.split('\n\n').slice(0, -1).at(-1)
    if (whole?.startsWith('data: ') && fits(JSON.parse(whole.slice(6)))) break
  }
  stop.abort()
}

describe('the sandbox', () => {
  test('starts the systems, imports the organisations and starts the bot against them, and stops it all', async () => {
    const settings = await settingsFor()
    const sandbox = await started(settings)
    const env = (await (await fetch(`${sandbox.botUrl}/readyz`)).json()) as Record<string, string>
    expect(env).toMatchObject({
      SLACK_BOT_TOKEN: 'xoxb-sandbox',
      SLACK_API_URL: `http://127.0.0.1:${settings.port + 1}/api/`,
      DIGDIR_TEST_API_URL: `http://127.0.0.1:${settings.port + 3}/api/v1`,
      MASKINPORTEN_PROD_ISSUER: `http://127.0.0.1:${settings.port + 4}/`,
      IDPORTEN_ISSUER: `http://127.0.0.1:${settings.port + 6}`,
      ENHETSREGISTERET_URL: `http://127.0.0.1:${settings.port + 7}/enhetsregisteret/api`,
      SMTP_URL: `smtp://127.0.0.1:${settings.port + 8}`,
      ORDER_MAIL_TO: 'opendata@brreg.no',
      OPERATORS: 'U0VAKT,U0ODD',
    })
    expect(env).not.toHaveProperty('SLACK_APP_TOKEN')
    const issuer = await fetch(`${env.MASKINPORTEN_TEST_ISSUER}.well-known/oauth-authorization-server`)
    expect(await issuer.json()).toMatchObject({ issuer: env.MASKINPORTEN_TEST_ISSUER })
    const imported = await readFile(join(settings.folder, 'organisations.csv.imported'), 'utf8')
    const lines = imported.trimEnd().split('\n')
    expect(lines).toHaveLength(1 + 5 + 356)
    expect(lines.slice(0, 2)).toEqual([
      'organisation_number,name,domains,language',
      '310000019,KYSTVERDI KOMMUNE,kystverdi.example,nb',
    ])
    const hats = await readFile(join(settings.folder, 'portvakt.db.hats'), 'utf8')
    expect(hats.trimEnd().split('\n').sort()).toEqual([
      'clearances 310000019 11',
      'clearances 310000019 11',
      'credentials 310000051 0',
      'memberships 310000019 0',
      'memberships 310000019 0',
      'memberships 310000019 0',
      'memberships 310000027 0',
      'memberships 310000051 0',
      'memberships 872417982 0',
    ])
    const contacts = await readFile(join(settings.folder, 'contacts.csv.imported'), 'utf8')
    expect(contacts).toContain('310000019,,Driftsvakta,driftsvakt@kystverdi.example')
    await firstDesk(sandbox.url, (desk) => desk.bot === 'ready')

    await sandbox.stop()
    await expect(fetch(sandbox.url)).rejects.toThrow()
    await expect(fetch(`${sandbox.botUrl}/readyz`)).rejects.toThrow()
  })

  test('keeps keys and clients between starts, until it begins anew', async () => {
    const settings = await settingsFor()
    const kept = async (sandbox: Sandbox) => {
      const env = (await (await fetch(`${sandbox.botUrl}/readyz`)).json()) as Record<string, string>
      await sandbox.stop()
      const clients = await readFile(join(settings.folder, 'digdir-test.json'), 'utf8')
      return { secretKey: env.SECRET_KEY, key: await readFile(env.DIGDIR_TEST_KEY_FILE ?? '', 'utf8'), clients }
    }
    const first = await kept(await started(settings))
    expect(JSON.parse(first.clients).length).toBe(274)
    expect(await kept(await started(settings))).toEqual(first)
    settings.reset = true
    const anew = await kept(await started(settings))
    expect(anew.secretKey).not.toBe(first.secretKey)
    expect([first.key, anew.key].map((key) => JSON.parse(key).kid)).toEqual([
      'kept',
      expect.stringMatching(/^sandbox-/),
    ])
    // three starts, one of which makes two keys
  }, 40_000)

  test('shows and says when the bot is gone', async () => {
    const said: string[] = []
    const sandbox = await started(await settingsFor(), said)
    await fetch(`${sandbox.botUrl}/leave`).catch(() => undefined)
    await firstDesk(sandbox.url, (desk) => desk.bot === 'gone')
    expect(said.join()).toContain('The bot has stopped')
  })
})

describe('a start that cannot be', () => {
  test('a port in use is named, with the way out', async () => {
    const settings = await settingsFor()
    const { port } = settings
    const other = createServer().listen(port + 1, '127.0.0.1')
    onTestFinished(() => void other.close())
    const start = startSandbox(settings, process.env, () => {})
    await expect(start).rejects.toThrow(new RegExp(`Port ${port + 1} \\(Slack\\) is in use.*SANDBOX_PORT=`))
    await expect(start).rejects.toBeInstanceOf(StartError)
  })

  test.each([
    ['the import fails', { admin: 'console.log("line 7: no such number"); process.exit(1)' }, /failed:\nline 7/],
    ['the bot ends', { bot: 'console.error("SECRET_KEY: write 32 bytes"); process.exit(1)' }, /SECRET_KEY: write/],
  ])('%s: its last words are told', async (_name, programs, words) => {
    await expect(started(await settingsFor(programs))).rejects.toThrow(words)
  })

  test('nothing is built', async () => {
    const settings = await settingsFor()
    settings.bot.admin = join(settings.folder, 'missing.js')
    await expect(started(settings)).rejects.toThrow('npm run build')
  })

  test('it is interrupted while the bot is not ready', async () => {
    const interrupted = new AbortController()
    const ear = createServer(() => interrupted.abort()).listen(0, '127.0.0.1')
    onTestFinished(() => {
      ear.close()
      ear.closeAllConnections()
    })
    await once(ear, 'listening')
    const { port } = ear.address() as AddressInfo
    const settings = await settingsFor({ bot: `fetch('http://127.0.0.1:${port}'); setInterval(() => {}, 1000)` })
    const start = startSandbox(settings, process.env, () => {}, interrupted.signal)
    await expect(start).rejects.toBeInstanceOf(StartError)
    expect(interrupted.signal.aborted).toBe(true)
    await expect(fetch(`http://127.0.0.1:${settings.port}`)).rejects.toThrow()
  })

  test.each([
    [['--fast'], {}, '--reset'],
    [[], { SANDBOX_PORT: 'here' }, 'SANDBOX_PORT is here'],
    [[], { SANDBOX_PORT: '70000' }, 'SANDBOX_PORT is 70000'],
  ])('%j with %j', (args, env, words) => {
    expect(() => readSettings(args, env, import.meta.dirname)).toThrow(words)
  })
})
