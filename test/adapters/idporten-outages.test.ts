import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../helpers/clock.ts'
import { HOSTILE_PID } from '../helpers/forgeries.ts'
import { cut, cutHalfWay, deafAddress, failureOf, type Reply, silence } from './peer.ts'
import { METADATA, secrets, start } from './told-idporten.ts'

const halfAnAnswer: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"half":')
}
const outages: [string, Reply][] = [
  ['silence', silence],
  ['half an answer, and then silence', halfAnAnswer],
  ['a cut', cut],
  ['a cut half-way', cutHalfWay],
  ['500', { status: 500, json: { error: 'server_error' } }],
  ['503 as HTML', { status: 503, headers: { 'content-type': 'text/html' }, text: '<h1>Vedlikehold</h1>' }],
  ['429', { status: 429, headers: { 'retry-after': '7' }, json: {} }],
  ['200 as HTML', { headers: { 'content-type': 'text/html' }, text: '<h1>Velkommen</h1>' }],
  ['404 without a body', { status: 404 }],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, json: {} }],
]
const everywhere = (['metadata', 'par', 'token', 'jwks'] as const).flatMap((endpoint) =>
  outages.map(([name, reply]) => [endpoint, name, reply] as const),
)

describe('ID-porten gives nothing usable', () => {
  it.each(everywhere)('%s: %s', async (endpoint, _, reply) => {
    const { login, issuer } = await start({ replies: { [endpoint]: reply } }, { timeoutMs: 300 })
    const error = await failureOf(login())
    expect(error).toMatchObject({ code: 'idporten-unavailable', details: { system: 'idporten' } })
    issuer.behave({})
    expect((await login()).pid).toBe(HOSTILE_PID)
  })

  it('and says when to come back', async () => {
    const reply = { status: 503, headers: { 'retry-after': '7', 'x-correlation-id': 'a-b-1' }, json: {} }
    const { login } = await start({ replies: { token: reply } })
    expect(await failureOf(login())).toMatchObject({ details: { status: 503, retryAfter: 7, correlationId: 'a-b-1' } })
  })

  it('because nobody is there', async () => {
    const { begin, idporten } = await start({}, { issuer: await deafAddress() })
    expect((await failureOf(begin())).code).toBe('idporten-unavailable')
    expect((await failureOf(idporten.look())).code).toBe('idporten-unavailable')
    expect((await failureOf(idporten.origins())).code).toBe('idporten-unavailable')
    const logout = idporten.logoutUrl({ state: 's' })
    expect((await failureOf(logout)).code).toBe('idporten-unavailable')
  })

  it('an exchange is never repeated: a code may have been used', async () => {
    const { login, asked } = await start({ replies: { token: { status: 503 } } })
    await failureOf(login())
    expect(asked('/token')).toBe(1)
  })
})

describe('metadata that is no good', () => {
  const bad: [string, Record<string, unknown>][] = [
    ['another issuer', { issuer: 'http://127.0.0.1:1' }],
    ['no issuer', { issuer: undefined }],
    ['no authorization endpoint', { authorization_endpoint: undefined }],
    ['no token endpoint', { token_endpoint: undefined }],
    ['no keys', { jwks_uri: undefined }],
    ['no logout', { end_session_endpoint: undefined }],
    ['an endpoint that is a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['an endpoint that is a file', { token_endpoint: 'file:///etc/passwd' }],
    ['an endpoint that is no address', { pushed_authorization_request_endpoint: 'par' }],
  ]
  it.each(bad)('%s', async (_, metadata) => {
    const { begin, issuer, asked } = await start({ metadata })
    expect((await failureOf(begin())).code).toBe('idporten-unavailable')
    expect(issuer.heard).toHaveLength(asked(METADATA))
  })

  const elsewhere = [
    'http://idporten.example',
    'http://127.0.0.1.idporten.example',
    'http://localhost.idporten.example',
    'http://10.0.0.7',
    'ftp://127.0.0.1',
  ]
  it.each(elsewhere)('nothing is sent to an issuer without TLS: %s', async (issuer) => {
    const sent: unknown[] = []
    const http = { send: async (request: unknown) => ({ status: 200, headers: {}, text: `${sent.push(request)}` }) }
    const { begin } = await start({}, { issuer, http })
    expect(await failureOf(begin())).toMatchObject({
      code: 'idporten-unavailable',
      message: expect.stringMatching('https'),
    })
    expect(sent).toEqual([])
  })

  it('an issuer with TLS may have no endpoint without it', async () => {
    const told = {
      issuer: 'https://idporten.example',
      authorization_endpoint: 'https://login.idporten.example/authorize',
      token_endpoint: 'http://idporten.example/token',
      jwks_uri: 'https://idporten.example/jwks.json',
      end_session_endpoint: 'https://login.idporten.example/logout',
    }
    const http = (metadata: unknown) => ({
      send: async () => ({ status: 200, headers: {}, text: JSON.stringify(metadata) }),
    })
    const bad = await start({}, { issuer: told.issuer, http: http(told) })
    expect((await failureOf(bad.begin())).code).toBe('idporten-unavailable')
    const good = await start(
      {},
      { issuer: told.issuer, http: http({ ...told, token_endpoint: 'https://idporten.example/token' }) },
    )
    expect((await good.begin()).url).toMatch(/^https:\/\/login\.idporten\.example\/authorize\?/)
  })
})

describe('metadata that was good', () => {
  it('stands in for a day when it cannot be read again', async () => {
    const { begin, issuer, clock } = await start()
    await begin()
    issuer.behave({ replies: { metadata: { status: 503 } } })
    clock.pass(25 * HOUR)
    await begin()
    clock.pass(24 * HOUR)
    expect((await failureOf(begin())).code).toBe('idporten-unavailable')
  })

  it('is read anew after an endpoint failed, which may have moved', async () => {
    const { login, issuer, asked, begin } = await start()
    await begin()
    issuer.behave({ replies: { par: { status: 404 } } })
    await failureOf(begin())
    issuer.behave({})
    await login()
    expect(asked(METADATA)).toBe(2)
  })

  it('is not read anew because a login was refused', async () => {
    const { login, asked } = await start({ forgery: 'wrong nonce' })
    await failureOf(login())
    await failureOf(login())
    expect(asked(METADATA)).toBe(1)
  })
})

describe('a look at ID-porten', () => {
  it('asks at most once a minute, and for no login', async () => {
    const { idporten, clock, issuer, asked } = await start()
    await idporten.look()
    await idporten.look()
    expect(issuer.heard).toHaveLength(1)
    issuer.behave({ replies: { metadata: { status: 404 } } })
    clock.pass(MINUTE)
    expect((await failureOf(idporten.look())).code).toBe('idporten-unavailable')
    issuer.behave({})
    await idporten.look()
    expect(asked(METADATA)).toBe(issuer.heard.length)
  })
})

it('a callback while ID-porten is away says so, and uses nothing up', async () => {
  const { begin, issuer, idporten } = await start()
  const callback = await issuer.login((await begin()).url)
  issuer.behave({ replies: { token: cut } })
  expect((await failureOf(idporten.finish(callback, secrets))).code).toBe('idporten-unavailable')
  issuer.behave({})
  expect((await idporten.finish(callback, secrets)).pid).toBe(HOSTILE_PID)
})
