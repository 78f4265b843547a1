import { randomUUID } from 'node:crypto'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createIdporten, type Idporten } from '../../../sandbox/idporten/idporten.ts'
import { createCookies, logInAs, visit } from './login.ts'
import { KARI, type RelyingParty, startIdporten } from './relying-party.ts'

const clock = steppedClock()
let idporten: Idporten
let rp: RelyingParty

beforeAll(async () => {
  ;({ idporten, rp } = await startIdporten(clock))
})
afterAll(() => idporten.close())

const codeForm = (login: Awaited<ReturnType<RelyingParty['begin']>>, callback: URL) => ({
  grant_type: 'authorization_code',
  code: callback.searchParams.get('code') ?? '',
  redirect_uri: login.params.redirect_uri ?? '',
  code_verifier: login.verifier,
})

describe('a code', () => {
  it('is good once, and its access token dies with the second try', async () => {
    const login = await rp.begin()
    const callback = await logInAs(login.url())
    const tokens = await login.finish(callback)
    await expect(login.finish(callback)).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(oidc.fetchUserInfo(rp.config, tokens.access_token, oidc.skipSubjectCheck)).rejects.toThrow()
  })

  it('is good for a minute', async () => {
    const login = await rp.begin()
    const callback = await logInAs(login.url())
    clock.forward(61_000)
    await expect(login.finish(callback)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it.each([
    ['another verifier', { code_verifier: 'a'.repeat(43) }],
    ['no verifier', { code_verifier: '' }],
    ['another redirect_uri', { redirect_uri: 'https://tjeneste.example/annet' }],
  ])('is refused with %s', async (_, changes) => {
    const login = await rp.begin()
    const form = { ...codeForm(login, await logInAs(login.url())), ...changes }
    const { status, body } = await rp.post('/token', await rp.assertion(), form)
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  })
})

describe('a client assertion', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const par = async (jwt: string, changes: Record<string, string> = {}) =>
    rp.post('/par', jwt, { response_type: 'code', ...(await rp.begin()).params, ...changes })

  it.each([
    ['the issuer', () => ({})],
    ['the token endpoint', () => ({ aud: `${idporten.issuer}/token` })],
    ['a life of 120 seconds', () => ({ iat: now(), exp: now() + 120 })],
  ])('is taken with %s', async (_, claims) => {
    expect((await par(await rp.assertion(claims()))).status).toBe(201)
  })

  it.each([
    ['a life of 121 seconds', () => ({ iat: now(), exp: now() + 121 })],
    ['a past exp', () => ({ iat: now() - 60, exp: now() - 30 })],
    ['an iat after now', () => ({ iat: now() + 30, exp: now() + 60 })],
    ['no iat', () => ({ iat: undefined })],
    ['no jti', () => ({ jti: undefined })],
    ['another issuer', () => ({ iss: randomUUID() })],
    ['another audience', () => ({ aud: 'https://idporten.no' })],
    ['the PAR endpoint as audience', () => ({ aud: `${idporten.issuer}/par` })],
    ['one audience too many', () => ({ aud: [idporten.issuer, 'https://idporten.no'] })],
  ])('is refused with %s', async (_, claims) => {
    const { status, body } = await par(await rp.assertion(claims()))
    expect([status, body.error]).toEqual([401, 'invalid_client'])
  })

  it('is refused without kid', async () => {
    expect((await par(await rp.assertion({}, {}))).body.error).toBe('invalid_client')
  })

  it('is refused from an unknown client', async () => {
    const client_id = randomUUID()
    const jwt = await rp.assertion({ iss: client_id, sub: client_id })
    expect((await par(jwt, { client_id })).body.error).toBe('invalid_client')
  })

  it('is refused without client_id beside it', async () => {
    const { params } = await rp.begin()
    const body = new URLSearchParams({
      ...params,
      response_type: 'code',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await rp.assertion(),
    })
    const response = await fetch(`${idporten.url}/par`, { method: 'POST', body })
    expect(response.status).toBe(401)
  })

  it('is good once', async () => {
    const jwt = await rp.assertion()
    expect((await par(jwt)).status).toBe(201)
    expect((await par(jwt)).body.error).toBe('invalid_client')
  })

  it('is the only way to prove who one is', async () => {
    const { params } = await rp.begin()
    const body = new URLSearchParams({ ...params, response_type: 'code', client_id: rp.client.client_id })
    const authorization = `Basic ${Buffer.from(`${rp.client.client_id}:secret`).toString('base64')}`
    for (const headers of [new Headers(), new Headers({ authorization })]) {
      const response = await fetch(`${idporten.url}/par`, { method: 'POST', body, headers })
      expect([400, 401]).toContain(response.status)
    }
  })
})

describe('a request', () => {
  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with plain PKCE', { code_challenge_method: 'plain' }],
    ['without nonce', { nonce: undefined }],
    ['without state', { state: undefined }],
    ['for an unknown level', { acr_values: 'Level4' }],
  ])('%s is refused, at the client and at the PAR endpoint', async (_, changes) => {
    const login = await rp.begin(changes)
    const callback = await logInAs(login.url())
    expect(callback.searchParams.get('error')).toBe('invalid_request')
    expect(callback.searchParams.get('iss')).toBe(idporten.issuer)
    const pushed = await rp.post('/par', await rp.assertion(), { response_type: 'code', ...login.params })
    expect([pushed.status, pushed.body.error]).toEqual([400, 'invalid_request'])
  })

  it.each(['token', 'id_token', 'code id_token'])('for response_type %s is refused', async (response_type) => {
    const address = (await rp.begin()).url()
    address.searchParams.set('response_type', response_type)
    const { response, next } = await visit(address, createCookies())
    expect([response.status, `${next?.search}${next?.hash}`]).toEqual([
      303,
      expect.stringContaining('error=unsupported_response_type'),
    ])
  })

  it.each([
    ['an unregistered redirect_uri', { redirect_uri: 'https://angriper.example/callback' }],
    ['a registered one with more behind it', { redirect_uri: 'https://tjeneste.example/callback/../ut' }],
    ['no redirect_uri', { redirect_uri: undefined }],
  ])('with %s ends on a page of ID-porten’s', async (_, changes) => {
    const { response, next } = await visit((await rp.begin(changes)).url(), createCookies())
    expect([response.status, next]).toEqual([400, undefined])
    expect(await response.text()).toContain('Sandkasse – ikke ID-porten')
  })

  it('with an unregistered redirect_uri is refused at the PAR endpoint', async () => {
    const { params } = await rp.begin({ redirect_uri: 'https://angriper.example/callback' })
    const { status } = await rp.post('/par', await rp.assertion(), { response_type: 'code', ...params })
    expect(status).toBe(400)
  })

  it('writes what it is refused for as text', async () => {
    const address = (await rp.begin()).url()
    address.searchParams.set('client_id', '<script>alert(1)</script>')
    const { response } = await visit(address, createCookies())
    expect(await response.text()).not.toContain('<script')
  })
})

describe('a pushed request', () => {
  const push = async () => {
    const { params } = await rp.begin()
    const { body } = await rp.post('/par', await rp.assertion(), { response_type: 'code', ...params })
    const address = new URL(`${idporten.url}/authorize`)
    address.search = String(
      new URLSearchParams({ client_id: rp.client.client_id, request_uri: String(body.request_uri) }),
    )
    return { body, address }
  }

  it('lives for 120 seconds', async () => {
    const { body, address } = await push()
    expect(body.expires_in).toBe(120)
    clock.forward(119_000)
    expect((await logInAs(address)).searchParams.get('code')).toBeTruthy()
    const { address: late } = await push()
    clock.forward(121_000)
    await expect(logInAs(late)).rejects.toThrow('invalid_request_uri')
  })

  it('is good for one login', async () => {
    const { address } = await push()
    await logInAs(address)
    await expect(logInAs(address)).rejects.toThrow('invalid_request_uri')
  })
})

it('does not start with a number that could be a real person’s', async () => {
  const pid = KARI.pid.replace(/^(..)8/, '$10')
  const start = createIdporten({ clock, clients: [], testPeople: [{ name: 'Kari', pid }] })
  await expect(start).rejects.toThrow(RangeError)
})
