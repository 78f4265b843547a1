import { describe, expect, it, onTestFinished } from 'vitest'
import { createDigdir } from '../../../src/adapters/digdir.ts'
import { createHttp } from '../../../src/adapters/http.ts'
import type { Maskinporten } from '../../../src/adapters/maskinporten.ts'
import { AppError } from '../../../src/errors.ts'
import { cut, expectNothingOf, failureOf, type Heard, type Reply, silence, startPeer } from '../peer.ts'
import { body, ORGNO, own } from './told-digdir.ts'

describe('what errors hold', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6ImEifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ'
  const token: Maskinporten = { token: async () => ({ accessToken: jwt, claims: { consumerOrgno: ORGNO } }) }
  const secret = 'description-that-nobody-may-log'

  const replies: [string, (request: Heard) => Reply][] = [
    [
      '400 that quotes the request',
      ({ headers, body: sent }) => ({
        status: 400,
        json: { error_description: headers.authorization, correlation_id: headers.authorization, error: sent },
      }),
    ],
    [
      '400 with faults that quote the token',
      ({ headers }) => ({
        status: 400,
        json: { errors: [{ errorMessage: `bad ${headers.authorization}`, fieldIdentifier: headers.authorization }] },
      }),
    ],
    [
      '500 that quotes the request',
      ({ headers, body: sent }) => ({ status: 500, text: `${headers.authorization}${sent}` }),
    ],
    ['HTML that quotes the request', ({ headers, body: sent }) => ({ text: `<pre>${headers.authorization}${sent}` })],
    [
      'JSON of another shape that quotes it',
      ({ headers, body: sent }) => ({ json: { client_id: 7, [sent]: headers.authorization } }),
    ],
    ['401', () => ({ status: 401 })],
    ['a cut', () => cut],
    ['silence', () => silence],
  ]
  it.each(replies)('neither the token nor what was sent: %s', async (_, reply) => {
    const peer = await startPeer(reply)
    const http = createHttp({ headersTimeoutMs: 200, retries: 0 })
    onTestFinished(peer.close)
    onTestFinished(http.close)
    const digdir = createDigdir({
      http,
      maskinporten: token,
      apiUrls: { test: peer.url, prod: peer.url },
      now: Date.now,
    })
    const error = await failureOf(digdir.create(own, { ...body, description: secret }))
    expectNothingOf(error, [jwt, ...jwt.split('.'), secret])
    expect(peer.heard.length).toBeGreaterThan(0)
  })

  it('an error of Maskinporten comes through as it is', async () => {
    const refused = new AppError('token-refused', 'no', { mpCode: 'MP-121' })
    const peer = await startPeer(() => ({}))
    const http = createHttp()
    onTestFinished(peer.close)
    onTestFinished(http.close)
    const maskinporten: Maskinporten = { token: () => Promise.reject(refused) }
    const digdir = createDigdir({ http, maskinporten, apiUrls: { test: peer.url, prod: peer.url }, now: Date.now })
    expect(await failureOf(digdir.create(own, body))).toBe(refused)
    expect(peer.heard).toHaveLength(0)
  })
})
