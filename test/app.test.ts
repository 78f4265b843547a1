import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { signedHeaders } from '../sandbox/slack/delivery/sign.ts'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { openWorld, type World } from '../src/world.ts'
import { organisations, startHouse } from './helpers/house.ts'

const nowhere = 'http://127.0.0.1:1'
const signingSecret = 'a-signing-secret-of-the-test'

/** A bot in a world where nothing answers, started and not asked for anything yet. */
const aloneInTheWorld = async (
  over: Record<string, string> = {},
  stopMs = 25_000,
  altered: (world: World) => World = (world) => world,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-app-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const keyFile = join(folder, 'key.jwk')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(keyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }))
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `${nowhere}/api/`,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'portvakt.db')}`,
    DIGDIR_TEST_API_URL: `${nowhere}/api/v1`,
    MASKINPORTEN_TEST_ISSUER: `${nowhere}/`,
    ENHETSREGISTERET_URL: nowhere,
    DIGDIR_TEST_CLIENT_ID: 'an-admin-client',
    DIGDIR_TEST_KEY_FILE: keyFile,
    ...over,
  })
  const world = await openWorld(config)
  const logged: string[] = []
  const log = createLog('warn', { write: (line: string) => void logged.push(line) })
  const app = createApp(config, altered(world), log, { stopMs })
  const { port } = await app.start()
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  const command = async (text: string) => {
    const body = new URLSearchParams({
      command: '/portvakt',
      text,
      user_id: 'U1',
      team_id: 'T1',
      trigger_id: '1.2.abc',
      response_url: `${nowhere}/response`,
    }).toString()
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signedHeaders(signingSecret, body, Date.now()),
      },
    })
    return { status: answer.status, text: await answer.text() }
  }
  const stop = async () => {
    const finished = await app.stop()
    await world.close()
    return finished
  }
  return { get, command, load: app.load, logged, stop, port }
}

describe('the bot', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['over HTTP', {}, {}],
    ['in Socket Mode', { SLACK_APP_TOKEN: 'xapp-1' }, { socket: 'ok' }],
  ])('starts and stops while Slack and Digdir are down, %s, and says so', async (_how, over, checks) => {
    const { get, stop } = await aloneInTheWorld(over)
    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } })
    expect(await get('/readyz')).toEqual({
      status: 503,
      body: {
        status: 'not ready',
        checks: {
          store: 'ok',
          slack: 'slack-unavailable',
          ...checks,
          'digdir-test': expect.stringMatching(/^(maskinporten-unavailable|checking)$/),
          enhetsregisteret: expect.stringMatching(/^(register-unavailable|checking)$/),
        },
      },
    })
    const began = performance.now()
    expect(await stop()).toBe(true)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('is ready when Slack is there, whatever Digdir does', async () => {
    const house = await startHouse({ env: { MASKINPORTEN_TEST_ISSUER: `${nowhere}/` } })
    onTestFinished(() => house.stop())
    const answer = await fetch(`${house.url}/readyz`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      checks: { store: 'ok', slack: 'ok', 'digdir-test': expect.not.stringMatching(/^ok$/) },
    })
  })

  it('begins its work when it is loaded, once, whoever asks first', async () => {
    const { command, load, logged, stop } = await aloneInTheWorld()
    const begun = () => logged.filter((line) => line.includes('what is to be sent this way waits'))
    expect(begun()).toEqual([])
    const [first, second] = await Promise.all([command('help'), command('whoami'), load()])
    // Slack does not say who asks, and the answer says that
    for (const answer of [first, second]) expect(answer).toEqual({ status: 200, text: expect.stringMatching(/Slack/) })
    expect(begun()).toHaveLength(1)
    expect(await stop()).toBe(true)
  })

  it('tells whoever loads it what could not be loaded, and stops all the same', async () => {
    const broken = (world: World): World => ({
      ...world,
      newId() {
        throw new Error('nothing new')
      },
    })
    const { command, load, stop } = await aloneInTheWorld({}, 25_000, broken)
    expect(await command('help')).toEqual({ status: 500, text: 'something went wrong' })
    await expect(load()).rejects.toThrow('nothing new')
    expect(await stop()).toBe(true)
  })

  it('stops in its time, whoever keeps a connection busy', async () => {
    const { stop, port } = await aloneInTheWorld({}, 50)
    const client = connect(port, '127.0.0.1')
    const closed = once(client, 'close')
    client.on('error', () => {})
    await once(client, 'connect')
    const answered = once(client, 'data')
    // one whole request, and half of another on the same connection
    client.write(
      'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nPOST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n',
    )
    await answered
    const began = performance.now()
    expect(await stop()).toBe(true)
    expect(performance.now() - began).toBeLessThan(2_000)
    await closed
  })

  it('finishes what is in hand before it stops', async () => {
    const house = await startHouse()
    onTestFinished(() => house.stop())
    const kari = house.as('kari')
    await kari.command('/client new')
    await house.until(() => kari.modal()?.callback_id === 'client-new')
    await kari.submit({ environment: 'test', integration_type: 'idporten' })
    await house.until(() => kari.modal()?.callback_id === 'client-new-details')
    house.digdir.test.faults.add({ method: 'POST', path: /\/clients$/, times: 1, fault: { kind: 'delay', ms: 600 } })
    const outcome = await kari.submit({
      client_name: 'Tåler omstart',
      description: 'Opprettes mens boten stopper',
      redirect_uris: 'https://bygg.kystverdi.example/tilbake',
      post_logout_redirect_uris: 'https://bygg.kystverdi.example/',
    })
    expect(outcome.errors).toBeUndefined()
    await house.until(() => kari.modal()?.callback_id === 'client-working')
    await house.restart()
    expect(kari.modal()?.callback_id).toBe('client-created')
    const made = house.digdir.test.registry.clients(organisations.kystverdi.organisation_number)
    expect(made.filter((one) => one.client_name === 'Tåler omstart')).toHaveLength(1)
    await kari.command('/portvakt help')
    expect(house.slack.workspace.deliveries.at(-1)).toMatchObject({ kind: 'command', status: 200 })
  })

  it('answers a person in time while Slack does not say who they are', async () => {
    const house = await startHouse()
    onTestFinished(() => house.stop())
    house.slack.faults.add({ path: /users\.info/, fault: { kind: 'silence' } })
    const kari = house.as('kari')
    const outcome = await kari.command('/client list')
    expect(outcome.toast).toBeUndefined()
    expect(outcome.ms).toBeLessThan(3_000)
    expect(JSON.stringify(kari.messages().at(-1))).toMatch(/Slack/)
  })
})
