import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttp, type HttpOptions, type HttpRequest } from '../../src/adapters/http.ts'
import { cut, cutHalfWay, deafAddress, type Heard, type Reply, silence, startPeer } from './peer.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const client = (options: HttpOptions = {}) => {
  const http = createHttp({ retries: 2, retryWaitMs: 1, headersTimeoutMs: 250, bodyTimeoutMs: 250, ...options })
  closing.push(http.close)
  return http
}
const open = async (reply: (request: Heard, nth: number) => Reply, options: HttpOptions = {}) => {
  const peer = await startPeer(reply)
  closing.push(peer.close)
  return { peer, http: client(options) }
}

describe('what is sent', () => {
  it('says who asks, and sends a form or JSON as what it is', async () => {
    const { peer, http } = await open(() => ({ json: {} }), { userAgent: 'portvakt/1.2.3' })
    await http.send({ method: 'POST', url: `${peer.url}/form`, form: { a: 'æ ø', b: '1&2' } })
    await http.send({
      method: 'POST',
      url: `${peer.url}/json`,
      json: { a: 'å' },
      headers: { authorization: 'Bearer x' },
    })
    await http.send({ method: 'GET', url: `${peer.url}/none` })
    const [form, json, none] = peer.heard
    expect(form?.headers).toMatchObject({ 'user-agent': 'portvakt/1.2.3', accept: 'application/json' })
    expect(form?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(form?.body))).toEqual({ a: 'æ ø', b: '1&2' })
    expect(json?.headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer x' })
    expect(json?.body).toBe('{"a":"å"}')
    expect(none?.headers['content-type']).toBeUndefined()
  })

  it('does not follow a redirect', async () => {
    const { peer, http } = await open(() => ({ status: 302, headers: { location: '/elsewhere' } }))
    expect(await http.send({ method: 'GET', url: `${peer.url}/` })).toMatchObject({ status: 302 })
    expect(peer.heard).toHaveLength(1)
  })
})

describe('how often it is sent', () => {
  const down: [string, Reply][] = [
    ['500', { status: 500, text: 'body of 500' }],
    ['502', { status: 502, text: 'body of 502' }],
    ['503', { status: 503, text: 'body of 503' }],
    ['429', { status: 429, text: 'body of 429' }],
    ['a cut', cut],
  ]
  const methods: [HttpRequest['method'], number][] = [
    ['GET', 3],
    ['PUT', 3],
    ['DELETE', 3],
    ['POST', 1],
  ]
  for (const [name, reply] of down)
    for (const [method, times] of methods)
      it(`${method} meets ${name}: ${times} in all, and the last answer is handed on whole`, async () => {
        const { peer, http } = await open(() => reply)
        const outcome = await http.send({
          method,
          url: `${peer.url}/`,
          ...(method === 'GET' ? {} : { json: { a: 1 } }),
        })
        expect(peer.heard).toHaveLength(times)
        expect(new Set(peer.heard.map((one) => one.body)).size).toBe(1)
        if (typeof reply === 'function') expect(outcome).toMatchObject({ failure: 'lost', sent: true })
        else expect(outcome).toMatchObject({ status: reply.status, text: reply.text })
      })

  it.each([400, 401, 403, 404, 409, 428])('%i is final', async (status) => {
    const { peer, http } = await open(() => ({ status, text: 'why' }))
    expect(await http.send({ method: 'GET', url: `${peer.url}/` })).toMatchObject({ status, text: 'why' })
    expect(peer.heard).toHaveLength(1)
  })

  it('goes well when a later attempt goes well', async () => {
    const { peer, http } = await open((_, nth) => (nth === 1 ? cut : nth === 2 ? { status: 503 } : { text: 'here' }))
    expect(await http.send({ method: 'GET', url: `${peer.url}/` })).toMatchObject({ status: 200, text: 'here' })
    expect(peer.heard).toHaveLength(3)
  })

  it('waits as Retry-After says when that is short, and does not try again before a long one is over', async () => {
    const turn = (seconds: string) => (_: Heard, nth: number) =>
      nth === 1 ? { status: 429, headers: { 'retry-after': seconds } } : { text: 'here' }
    const short = await open(turn('0'), { retryWaitMs: 60_000 })
    expect(await short.http.send({ method: 'GET', url: short.peer.url })).toMatchObject({ text: 'here' })
    const long = await open(turn('3600'))
    expect(await long.http.send({ method: 'GET', url: long.peer.url })).toMatchObject({ status: 429 })
    expect(long.peer.heard).toHaveLength(1)
  })

  it('never stitches an answer together from two', async () => {
    const { peer, http } = await open(() => cutHalfWay)
    expect(await http.send({ method: 'GET', url: peer.url })).toMatchObject({ failure: 'lost', sent: true })
    expect(peer.heard.map((one) => one.headers.range)).toEqual([undefined])
  })
})

describe('how it fails', () => {
  it('names silence a time-out and does not press a slow server again', async () => {
    const { peer, http } = await open(() => silence)
    expect(await http.send({ method: 'GET', url: peer.url })).toMatchObject({ failure: 'timeout', sent: true })
    expect(peer.heard).toHaveLength(1)
  })

  it('names a body that stops a time-out', async () => {
    const { peer, http } = await open(() => (response) => void response.writeHead(200).write('{'))
    expect(await http.send({ method: 'GET', url: peer.url })).toMatchObject({ failure: 'timeout', sent: true })
  })

  it('has a deadline for a body that drips', async () => {
    const { peer, http } = await open(
      () => (response) => {
        response.writeHead(200)
        const drip = setInterval(() => response.write('.'), 20)
        response.on('close', () => clearInterval(drip))
      },
      { deadlineMs: 300 },
    )
    expect(await http.send({ method: 'GET', url: peer.url })).toMatchObject({ failure: 'timeout', sent: true })
  })

  it.each(['with', 'without'])('stops reading a giant body %s a length', async (length) => {
    const { peer, http } = await open(
      () => (response) => {
        response.writeHead(200, length === 'with' ? { 'content-length': '5000000' } : {})
        response.end('x'.repeat(5_000_000))
      },
      { largestAnswerBytes: 100_000 },
    )
    expect(await http.send({ method: 'GET', url: peer.url })).toMatchObject({ failure: 'too-large', sent: true })
    expect(peer.heard).toHaveLength(1)
  })

  it.each(['GET', 'POST'] as const)('knows that nothing was sent when a connection is refused: %s', async (method) => {
    const url = await deafAddress()
    expect(await client().send({ method, url })).toMatchObject({ failure: 'unreachable', sent: false })
  })

  it('knows that nothing was sent when TLS never comes about', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    const { port } = server.address() as { port: number }
    const http = client({ connectTimeoutMs: 50 })
    const outcome = await http.send({ method: 'POST', url: `https://127.0.0.1:${port}/`, json: { a: 1 } })
    expect(outcome).toMatchObject({ failure: 'unreachable', sent: false })
  })
})
