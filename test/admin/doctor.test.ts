import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { runAdmin } from '../../src/admin/run.ts'
import { type House, organisations, startHouse } from '../helpers/house.ts'

let house: House
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portvakt-doctor-'))
  house = await startHouse({ clients: 3, outside: true })
})

afterAll(async () => {
  await house.stop()
  await rm(folder, { recursive: true, force: true })
})

afterEach(() => {
  house.digdir.test.faults.clear()
  house.maskinporten.test.faults.clear()
})

/** What the doctor says of a house, with some of its variables set to something else. */
const doctor = async (over: Record<string, string> = {}, of = house) => {
  const lines: string[] = []
  const code = await runAdmin(['doctor'], { ...of.env, ...over }, (line) => void lines.push(line))
  return { code, lines, about: (start: string) => lines.filter((line) => line.slice(2).startsWith(start)) }
}

/** A Slack that answers auth.test with these scopes, and nothing else. */
const slackWith = async (scopes: string): Promise<string> => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes })
    response.end(JSON.stringify({ ok: true, team_id: 'T1', user_id: 'U1' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
}

const secrets = () => [house.env.SLACK_BOT_TOKEN ?? '', house.env.SECRET_KEY ?? '', 'eyJ', 'PRIVATE']

describe('npm run admin -- doctor', () => {
  it('finds nothing to mend where all is well, and tells what it saw', async () => {
    const { code, lines, about } = await doctor({ OPERATORS: 'U0VAKT', PUBLIC_URL: 'https://portvakt.etat.no' })
    expect(code).toBe(0)
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual(['Nothing stops the bot from working.'])
    const active = house.digdir.test.registry
      .clients(organisations.kystverdi.organisation_number)
      .filter((one) => one.active).length
    expect(about('Organisations')).toEqual([`✓ Organisations: ${Object.keys(organisations).length} imported`])
    expect(about('Digdir test, clients')).toEqual([`✓ Digdir test, clients: ${active} active`])
    expect(about('Digdir prod, token')[0]).toContain(organisations.kystverdi.organisation_number)
  })

  it('changes nothing', async () => {
    const before = house.digdir.test.registry.clients(organisations.kystverdi.organisation_number).length
    await doctor()
    const asked = house.digdir.test.requests().map(({ method }) => method)
    expect(asked.filter((method) => method !== 'GET')).toEqual([])
    expect(house.digdir.test.registry.clients(organisations.kystverdi.organisation_number)).toHaveLength(before)
    expect(new Set(house.slack.workspace.calls.map(({ method }) => method))).toEqual(new Set(['auth.test']))
  })

  it('takes an environment without an admin client for a choice', async () => {
    const { code, about } = await doctor({ DIGDIR_PROD_CLIENT_ID: '', DIGDIR_PROD_KEY_FILE: '' })
    expect(code).toBe(0)
    expect(about('Digdir prod')).toEqual([
      '– Digdir prod: off: set DIGDIR_PROD_CLIENT_ID and DIGDIR_PROD_KEY_FILE to switch it on',
    ])
  })

  it.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    [
      'a token that Slack refuses',
      async () => ({ SLACK_BOT_TOKEN: 'xoxb-another' }),
      /^✗ Slack token: .*slack-refused.*SLACK_BOT_TOKEN/,
    ],
    [
      'a Slack that is not there',
      async () => ({ SLACK_API_URL: 'http://127.0.0.1:1/api/' }),
      /^✗ Slack token: .*slack-unavailable.*SLACK_API_URL/,
    ],
    [
      'a scope that the app lacks',
      async () => ({
        SLACK_API_URL: await slackWith('commands,chat:write,im:write,im:history,users:read,channels:read,groups:read'),
      }),
      /^✗ Slack scopes: missing users:read\.email: .*install it again/,
    ],
    [
      'a database without organisations',
      async () => ({ DATABASE_URL: `file:${join(folder, `${randomUUID()}.db`)}` }),
      /^✗ Organisations: none yet.*organisations import/,
    ],
    [
      'a key that is not registered',
      async () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
        const file = join(folder, 'other.jwk')
        await writeFile(file, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'other', alg: 'RS256' }))
        return { DIGDIR_TEST_KEY_FILE: file }
      },
      /^✗ Digdir test: token-refused, correlation id .*the key is registered/,
    ],
    [
      'a client id that is nobody’s',
      async () => ({ DIGDIR_TEST_CLIENT_ID: randomUUID() }),
      /^✗ Digdir test: token-refused.*check the client id/,
    ],
    [
      'a Maskinporten that is not there',
      async () => ({ MASKINPORTEN_TEST_ISSUER: 'http://127.0.0.1:1/' }),
      /^✗ Digdir test: maskinporten-unavailable/,
    ],
    ['a key file that is not there', async () => ({ DIGDIR_TEST_KEY_FILE: join(folder, 'nowhere') }), /^✗ Start: /],
  ])('finds %s, and says what to do', async (_what, over, words) => {
    const { code, lines } = await doctor(await over())
    expect(code).toBe(1)
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([expect.stringMatching(words)])
    for (const secret of secrets()) expect(lines.join('\n')).not.toContain(secret)
  })

  it('counts what is to be mended', async () => {
    const { lines } = await doctor({ SLACK_BOT_TOKEN: 'xoxb-another', DIGDIR_TEST_CLIENT_ID: randomUUID() })
    expect(lines.at(-1)).toBe('2 to mend.')
  })

  it('tells a refusal of Digdir’s with its correlation id', async () => {
    house.digdir.test.faults.add({
      fault: {
        kind: 'status',
        status: 403,
        body: '{"correlation_id":"cor-1","status":403}',
        headers: { 'content-type': 'application/json' },
      },
    })
    const { code, about } = await doctor()
    expect(code).toBe(1)
    expect(about('Digdir test:')).toEqual([expect.stringMatching(/digdir-forbidden, correlation id cor-1/)])
  })
})

describe('the doctor of an admin client', () => {
  it('without supplier access says whom it serves', async () => {
    const alone = await startHouse({ scopes: ['idporten:dcr.write', 'idporten:dcr.read'] })
    onTestFinished(() => alone.stop())
    const { code, about } = await doctor({ ENHETSREGISTERET_URL: house.env.ENHETSREGISTERET_URL ?? '' }, alone)
    expect(code).toBe(0)
    expect(about('Digdir test, other organisations')).toEqual([expect.stringMatching(/^– .*only the owner is served/)])
  })

  it('without any scope for clients finds the fault', async () => {
    const alone = await startHouse({ scopes: ['eksempel:noe.annet'] })
    onTestFinished(() => alone.stop())
    const { code, about } = await doctor({}, alone)
    expect(code).toBe(1)
    expect(about('Digdir test')).toEqual([expect.stringMatching(/^✗ .*MP-200.*idporten:dcr\.write/)])
  })
})
