import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttp } from '../../../src/adapters/http.ts'
import { createMaskinporten } from '../../../src/adapters/maskinporten.ts'
import { cut, deafAddress, expectNothingOf, failureOf, type Reply, silence } from '../peer.ts'
import { accessToken, assertionOf, privateKey, start, withKid } from './told-maskinporten.ts'

describe('a refusal', () => {
  const refusals: [number, string, string, string | undefined, string | undefined][] = [
    [400, 'invalid_request', 'MP-011: bad value (correlation id: 0a1b-2c)', 'MP-011', '0a1b-2c'],
    [400, 'invalid_request', 'consumer_org is your own', undefined, undefined],
    [400, 'invalid_grant', 'MP-012: used before (trace_id: 5c1e)', 'MP-012', '5c1e'],
    [400, 'invalid_grant', 'MP-100: client not found (trace_id: 5c1e)', 'MP-100', '5c1e'],
    [400, 'invalid_grant', 'MP-110: aud', 'MP-110', undefined],
    [400, 'invalid_grant', 'MP-120: certificate', 'MP-120', undefined],
    [400, 'invalid_grant', 'MP-121: key has expired (trace_id: 5c1e)', 'MP-121', '5c1e'],
    [400, 'invalid_grant', 'Unknown key identifier (kid) for client (trace_id: 5c1e)', undefined, '5c1e'],
    [401, 'invalid_client', 'Authentication failed. MP-122 organisation', 'MP-122', undefined],
    [400, 'invalid_grant', 'JWT failed. MP-123', 'MP-123', undefined],
    [400, 'invalid_grant', 'MP-124: signature', 'MP-124', undefined],
    [400, 'invalid_grant', 'MP-130: expired', 'MP-130', undefined],
    [400, 'invalid_scope', 'MP-200: not on the client (trace_id: 5c1e)', 'MP-200', '5c1e'],
    [400, 'invalid_scope', 'MP-201: not for Maskinporten', 'MP-201', undefined],
    [403, 'forbidden', 'MP-250: consumer lacks access', 'MP-250', undefined],
    [403, 'forbidden', 'MP-251: no delegation', 'MP-251', undefined],
    [400, 'invalid_authorization_details', 'MP-301: unknown type', 'MP-301', undefined],
  ]
  it.each(refusals)('%i %s "%s"', async (status, error, error_description, mpCode, correlationId) => {
    const { counts, maskinporten } = await start({ token: () => ({ status, json: { error, error_description } }) })
    const failure = await failureOf(maskinporten.token('test', ['a:b']))
    expect(failure.code).toBe('token-refused')
    expect(failure.details).toMatchObject({ environment: 'test', status, system: 'maskinporten' })
    expect(failure.details.mpCode).toBe(mpCode)
    expect(failure.details.correlationId).toBe(correlationId)
    expect(failure.message).not.toContain(error_description)
    await failureOf(maskinporten.token('test', ['a:b']))
    expect(counts.token).toBe(2)
  })

  it('keeps an id that stands in a header alone', async () => {
    const { maskinporten } = await start({
      token: () => ({ status: 400, json: { error: 'invalid_grant' }, headers: { 'x-correlation-id': 'abc-1' } }),
    })
    expect((await failureOf(maskinporten.token('test', ['a:b']))).details.correlationId).toBe('abc-1')
  })
})

describe('no token', () => {
  const none: [string, Reply][] = [
    ['500', { status: 500, json: { error: 'server_error' } }],
    ['503', { status: 503, headers: { 'retry-after': '7' } }],
    ['429', { status: 429, json: { error: 'slow_down' }, headers: { 'retry-after': '7' } }],
    ['302', { status: 302, headers: { location: '/login' } }],
    ['404 in HTML', { status: 404, text: '<html>' }],
    ['200 in HTML', { text: '<html>' }],
    ['200 without a body', {}],
    ['200 without a token', { json: { expires_in: 120 } }],
    ['a token that is no JWT', { json: { access_token: 'opaque-and-long', expires_in: 120 } }],
    ['silence', silence],
    ['a cut', cut],
  ]
  it.each(none)('%s: unavailable, and the grant was sent once', async (_, reply) => {
    const { counts, maskinporten } = await start({ token: () => reply })
    const error = await failureOf(maskinporten.token('test', ['a:b']))
    expect(error.code).toBe('maskinporten-unavailable')
    expect(counts.token).toBe(1)
    if (typeof reply === 'object' && reply.headers?.['retry-after']) expect(error.details.retryAfter).toBe(7)
  })

  it('a token without a consumer that can be read', async () => {
    for (const consumer of [undefined, { ID: '0192:12345' }, { ID: 'SE:310000001' }]) {
      const access_token = await accessToken(consumer)
      const { maskinporten } = await start({ token: () => ({ json: { access_token, expires_in: 120 } }) })
      const error = await failureOf(maskinporten.token('test', ['a:b']))
      expect(error.code).toBe('maskinporten-unavailable')
      expectNothingOf(error, access_token.split('.'))
    }
  })

  it('nobody there', async () => {
    const http = createHttp({ retryWaitMs: 1 })
    onTestFinished(http.close)
    const test = { issuer: `${await deafAddress()}/`, clientId: 'admin-client', key: withKid }
    const maskinporten = createMaskinporten({ http, now: Date.now, environments: { test } })
    expect(await failureOf(maskinporten.token('test', ['a:b']))).toMatchObject({ code: 'maskinporten-unavailable' })
  })
})

describe('what errors hold', () => {
  const echoes: [string, (assertion: string) => Reply][] = [
    [
      'a refusal that quotes the grant',
      (it) => ({ status: 400, json: { error: 'invalid_grant', error_description: `MP-124 ${it} (trace_id: ${it})` } }),
    ],
    ['an error that is the grant', (it) => ({ status: 400, json: { error: it } })],
    ['a page that quotes the grant', (it) => ({ status: 502, text: `<pre>${it}</pre>` })],
    ['a cut', () => cut],
    ['silence', () => silence],
  ]
  it.each(echoes)('neither the assertion nor the key: %s', async (_, reply) => {
    const { peer, maskinporten } = await start({ token: (_nth, request) => reply(assertionOf(request)) })
    const error = await failureOf(maskinporten.token('test', ['a:b']))
    const { d = '' } = privateKey.export({ format: 'jwk' })
    expectNothingOf(error, [...assertionOf(peer.heard.at(-1)).split('.'), d])
  })
})
