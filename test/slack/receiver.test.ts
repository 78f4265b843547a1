import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import type { App, ReceiverEvent } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import { createHttpReceiver, type HttpReceiver } from '../../src/slack/receiver.ts'

const secret = 'a-signing-secret-of-the-test'
const now = Date.UTC(2026, 10, 22, 12)
const log = createLog('silent')

let receiver: HttpReceiver
let base: string
let received: ReceiverEvent[]
/** what the app waits for before it acknowledges */
let held: Promise<void> | undefined

beforeEach(async () => {
  received = []
  held = undefined
  receiver = createHttpReceiver({
    signingSecret: secret,
    port: 0,
    host: '127.0.0.1',
    pages: [
      {
        method: 'GET',
        path: '/breaks',
        async serve() {
          throw new Error('broken page')
        },
      },
    ],
    log,
    now: () => now,
  })
  receiver.init({
    async processEvent(event: ReceiverEvent) {
      received.push(event)
      if (held) await held
      await event.ack()
    },
  } as unknown as App)
  await receiver.start()
  base = `http://127.0.0.1:${receiver.address()?.port}`
})

afterEach(async () => {
  await receiver.stop()
})

const form = 'application/x-www-form-urlencoded'
const sign = (body: string, seconds: number, key = secret) =>
  `v0=${createHmac('sha256', key).update(`v0:${seconds}:${body}`).digest('hex')}`

const send = (
  body: string,
  options: { seconds?: number; signature?: string; type?: string; headers?: Record<string, string> } = {},
) => {
  const seconds = options.seconds ?? now / 1000
  return fetch(`${base}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': options.type ?? form,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': options.signature ?? sign(body, seconds),
      ...options.headers,
    },
  })
}

describe('the HTTP receiver', () => {
  it('hands over a signed command', async () => {
    const answer = await send('command=%2Fclient&text=liste+%C3%A5')
    expect(answer.status).toBe(200)
    expect(received[0]?.body).toMatchObject({ command: '/client', text: 'liste å' })
  })

  it.each([
    ['a signature by another secret', { signature: sign('command=%2Fclient', now / 1000, 'other') }],
    ['no signature', { signature: '' }],
    ['another version of signature', { signature: sign('command=%2Fclient', now / 1000).replace('v0', 'v1') }],
    ['301 seconds in the past', { seconds: now / 1000 - 301 }],
    ['301 seconds in the future', { seconds: now / 1000 + 301 }],
    ['a timestamp that is no number', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['an empty timestamp', { headers: { 'x-slack-request-timestamp': '' } }],
  ])('refuses %s', async (_what, options) => {
    const answer = await send('command=%2Fclient', options)
    expect(answer.status).toBe(401)
    expect(received).toEqual([])
  })

  it.each([-300, 300])('takes a timestamp %i seconds off', async (off) => {
    expect((await send('command=%2Fclient', { seconds: now / 1000 + off })).status).toBe(200)
  })

  it('verifies the bytes, not their meaning', async () => {
    const signature = sign('command=%2Fclient&text=a', now / 1000)
    expect((await send('command=%2fclient&text=a', { signature })).status).toBe(401)
  })

  it('reads interactions out of the payload field and events as JSON', async () => {
    await send(`payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions' }))}`)
    await send(JSON.stringify({ type: 'event_callback' }), {
      type: 'application/json; charset=utf-8',
      headers: { 'x-slack-retry-num': '2' },
    })
    expect(received.map((one) => one.body.type)).toEqual(['block_actions', 'event_callback'])
    expect(received[1]?.retryNum).toBe(2)
  })

  it('ends a connection with its answer once it is stopping', async () => {
    let release = () => {}
    held = new Promise((resolve) => {
      release = resolve
    })
    const answer = send('command=%2Fclient')
    await expect.poll(() => received.length, { interval: 5 }).toBe(1)
    const stopped = receiver.stop()
    release()
    expect((await answer).headers.get('connection')).toBe('close')
    await stopped
  })

  it('cuts connections that are busy when the deadline of a stop comes', async () => {
    held = new Promise(() => {})
    const answer = send('command=%2Fclient').then(
      () => 'answered',
      () => 'cut',
    )
    await expect.poll(() => received.length, { interval: 5 }).toBe(1)
    await receiver.stop(20)
    expect(await answer).toBe('cut')
  })

  it('answers url_verification with the challenge', async () => {
    const answer = await send(JSON.stringify({ type: 'url_verification', challenge: 'c' }), {
      type: 'application/json',
    })
    expect(await answer.json()).toEqual({ challenge: 'c' })
  })

  it.each([
    ['JSON that is none', '{', 'application/json'],
    ['a payload that is none', 'payload=%7B', form],
    ['an unknown content type', 'x', 'text/plain'],
  ])('answers 400 to %s', async (_what, body, type) => {
    expect((await send(body, { type })).status).toBe(400)
  })

  it('answers 413 to a body over the limit before it looks at the signature', async () => {
    expect((await send('x'.repeat(1024 * 1024 + 1), { signature: 'v0=' })).status).toBe(413)
  })

  it('answers 413 when the length was not told', async () => {
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(base).port), '127.0.0.1', () => {
        socket.write(`POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`)
        for (let sent = 0; sent < 1100; sent += 1) socket.write(`400\r\n${'x'.repeat(1024)}\r\n`)
        socket.write('0\r\n\r\n')
      })
      socket.on('data', (data) => {
        socket.destroy()
        resolve(data.toString().split('\r\n', 1)[0] ?? '')
      })
      socket.on('error', reject)
    })
    expect(status).toContain('413')
  })

  it.each([
    ['GET', '/slack/events', 404],
    ['POST', '/', 404],
    ['GET', '/breaks', 500],
  ])('answers %s %s with %i', async (method, path, status) => {
    const answer = await fetch(`${base}${path}`, { method })
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('broken page')
  })
})
