import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { createHttpReceiver } from '../../src/slack/receiver.ts'
import { type Check, healthPages } from '../../src/web/health.ts'

const log = createLog('silent')
const well = (name: string, required = true): Check => ({ name, required, async look() {} })
const failing = (name: string, error: unknown, required = true): Check => ({
  name,
  required,
  async look() {
    throw error
  },
})
const silent = (name: string, required = true): Check => ({ name, required, look: () => new Promise(() => {}) })

const serve = async (checks: readonly Check[], stopping = false) => {
  const receiver = createHttpReceiver({
    signingSecret: null,
    port: 0,
    host: '127.0.0.1',
    pages: healthPages({ checks, stopping: () => stopping, timeoutMs: 20 }),
    log,
    now: Date.now,
  })
  await receiver.start()
  onTestFinished(async () => void (await receiver.stop()))
  return async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${receiver.address()?.port}${path}`, { method })
    // what is of the one connection, or of the second, is no part of the answer
    const { date, connection, 'keep-alive': kept, ...headers } = Object.fromEntries(answer.headers)
    return { status: answer.status, headers, cache: answer.headers.get('cache-control'), text: await answer.text() }
  }
}

const secret = 'postgres://portvakt:hush@db/portvakt'

describe('/readyz', () => {
  it.each<[string, Check[], number, string, Record<string, string>]>([
    [
      'all is well',
      [well('store'), well('slack'), well('digdir-test', false)],
      200,
      'ok',
      { store: 'ok', slack: 'ok', 'digdir-test': 'ok' },
    ],
    [
      'an upstream is down',
      [well('store'), failing('digdir-test', new AppError('token-refused', secret), false)],
      200,
      'ok',
      { store: 'ok', 'digdir-test': 'token-refused' },
    ],
    [
      'an upstream says nothing',
      [well('store'), silent('digdir-test', false)],
      200,
      'ok',
      { store: 'ok', 'digdir-test': 'no answer' },
    ],
    [
      'the store is down',
      [failing('store', new Error(secret)), well('slack')],
      503,
      'not ready',
      { store: 'failing', slack: 'ok' },
    ],
    [
      'Slack refuses the token',
      [well('store'), failing('slack', new AppError('slack-refused', secret))],
      503,
      'not ready',
      { store: 'ok', slack: 'slack-refused' },
    ],
    ['the store says nothing', [silent('store')], 503, 'not ready', { store: 'no answer' }],
    ['something that is no error is thrown', [failing('store', secret)], 503, 'not ready', { store: 'failing' }],
  ])('when %s', async (_what, checks, status, word, states) => {
    const get = await serve(checks)
    const answer = await get('/readyz')
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toEqual({ status: word, checks: states })
    expect(answer.text).not.toContain('hush')
    expect(answer.cache).toBe('no-store')
  })

  it('says that it is stopping, however well all is', async () => {
    const get = await serve([well('store')], true)
    const answer = await get('/readyz')
    expect(answer.status).toBe(503)
    expect(JSON.parse(answer.text)).toEqual({ status: 'stopping', checks: { store: 'ok' } })
  })
})

it.each([
  ['/healthz', 200],
  ['/readyz', 503],
])('HEAD of %s is its GET without the body', async (path, status) => {
  const get = await serve([failing('store', new Error(secret))])
  const asked = await get(path)
  expect(asked).toMatchObject({ status, headers: { 'content-length': String(asked.text.length) } })
  expect(await get(path, 'HEAD')).toEqual({ ...asked, text: '' })
})

describe('/healthz', () => {
  it('says that the process is alive, whatever is down', async () => {
    const get = await serve([failing('store', new Error(secret)), silent('slack')], true)
    expect(await get('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}\n' })
  })

  it('is only to be looked at', async () => {
    const get = await serve([])
    expect((await get('/healthz', 'POST')).status).toBe(404)
  })
})
