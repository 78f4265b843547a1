import { createHash } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { HOUR } from '../helpers/clock.ts'
import { HOSTILE_PID } from '../helpers/forgeries.ts'
import {
  CLIENT_ID,
  LOGGED_OUT_URI,
  METADATA,
  privateKey,
  publicKey,
  REDIRECT_URI,
  secrets,
  start,
} from './told-idporten.ts'

const asked = {
  response_type: 'code',
  client_id: CLIENT_ID,
  redirect_uri: REDIRECT_URI,
  scope: 'openid',
  state: secrets.state,
  nonce: secrets.nonce,
  code_challenge: createHash('sha256').update(secrets.codeVerifier).digest('base64url'),
  code_challenge_method: 'S256',
  prompt: 'login',
  acr_values: 'idporten-loa-substantial',
  ui_locales: 'nb',
}

describe('a login begins', () => {
  it('with a pushed request, and an address that holds nothing else', async () => {
    const { begin, issuer } = await start()
    const url = new URL((await begin()).url)
    const [pushed] = issuer.forms('par')
    const { client_assertion, client_assertion_type, ...rest } = Object.fromEntries(pushed ?? [])
    expect(rest).toEqual(asked)
    expect(client_assertion_type).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    expect(client_assertion).toBeDefined()
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
    expect(`${url.origin}${url.pathname}`).toBe(`${issuer.url}/authorize`)
  })

  it('with plain parameters where nothing can be pushed', async () => {
    const { begin, issuer } = await start({ par: false })
    expect(Object.fromEntries(new URL((await begin()).url).searchParams)).toEqual(asked)
    expect(issuer.forms('par')).toEqual([])
  })

  it("in the person's language, and at the level that is needed", async () => {
    const { idporten } = await start({ par: false }, { minimumAcr: 'idporten-loa-high' })
    const { url } = await idporten.begin({ ...secrets, language: 'en' })
    const { searchParams } = new URL(url)
    expect([searchParams.get('ui_locales'), searchParams.get('acr_values')]).toEqual(['en', 'idporten-loa-high'])
  })
})

describe('a login ends', () => {
  it.each([[true], [false]])('with proof of who it was (pushed request: %s)', async (par) => {
    const authTime = 1_000 * Math.floor(Date.now() / 1_000 - 30)
    const { login, issuer } = await start({ par, authTime })
    const proven = await login()
    expect(proven).toEqual({
      pid: HOSTILE_PID,
      acr: 'idporten-loa-substantial',
      authTime,
      sid: expect.any(String),
    })
    const [{ client_assertion, client_assertion_type, ...rest }] = issuer.forms('token').map(Object.fromEntries)
    expect(rest).toEqual({
      grant_type: 'authorization_code',
      code: expect.any(String),
      redirect_uri: REDIRECT_URI,
      code_verifier: secrets.codeVerifier,
      client_id: CLIENT_ID,
    })
    expect([typeof client_assertion, typeof client_assertion_type]).toEqual(['string', 'string'])
  })

  it('also behind a proxy that knows the address by another name', async () => {
    const { begin, issuer, idporten } = await start()
    const { search } = await issuer.login((await begin()).url)
    const proven = await idporten.finish(new URL(`http://10.0.0.7:3000/behind/it${search}`), secrets)
    expect(proven.pid).toBe(HOSTILE_PID)
  })

  const people = [
    ['a number for tests', '17816550149'],
    ['an older kind of number for tests', '02879010171'],
    ['an ordinary number', '31123990199'],
    ['a D number', '71123990182'],
    ['a D number for tests', '57816550051'],
  ]
  it.each(people)('with %s', async (_, pid) => {
    const { login } = await start({ pid })
    expect((await login()).pid).toBe(pid)
  })

  const levels = [
    ['idporten-loa-high', 'idporten-loa-high'],
    ['Level3', 'idporten-loa-substantial'],
    ['Level4', 'idporten-loa-high'],
  ]
  it.each(levels)('at the level %s', async (acr, told) => {
    const { login } = await start({ acr })
    expect((await login()).acr).toBe(told)
  })

  it('without a session to end later, where the token names none', async () => {
    const { login } = await start({ forgery: 'missing sid' })
    expect((await login()).sid).toBeNull()
  })
})

describe('the client proves itself', () => {
  const keys = [
    ['RS256', { kid: 'nokkel-1' }],
    ['RS384', { kid: 'nokkel-1' }],
    ['RS512', { x5c: ['MIIB'] }],
  ] as const
  it.each(keys)('with an assertion for each request, signed with its key: %s', async (alg, name) => {
    const header = 'kid' in name ? name : { x5c: [...name.x5c] }
    const { login, issuer } = await start({}, { key: { key: privateKey, alg, header } })
    await login()
    await login()
    const forms = [...issuer.forms('par'), ...issuer.forms('token')]
    expect(forms).toHaveLength(4)
    const ids = new Set<unknown>()
    for (const form of forms) {
      const assertion = form.get('client_assertion') ?? ''
      expect(decodeProtectedHeader(assertion)).toEqual({ alg, ...header })
      const { payload } = await jwtVerify(assertion, publicKey, {
        issuer: CLIENT_ID,
        subject: CLIENT_ID,
        audience: issuer.url,
        requiredClaims: ['iat', 'exp', 'jti'],
      })
      expect(payload.aud).toBe(issuer.url)
      expect(Number(payload.exp) - Number(payload.iat)).toBeLessThanOrEqual(120)
      ids.add(payload.jti)
    }
    expect(ids.size).toBe(4)
  })
})

describe('what ID-porten says of itself', () => {
  it('is asked once a day, by nobody before the first who needs it', async () => {
    const { login, idporten, clock, asked: times, begin } = await start()
    expect(times('/')).toBe(0)
    await login()
    await idporten.origins()
    clock.pass(24 * HOUR - 60_000)
    await begin()
    expect(times(METADATA)).toBe(1)
    clock.pass(60_000)
    await begin()
    expect(times(METADATA)).toBe(2)
  })

  it('may spell the issuer without the slash that the configuration has', async () => {
    const known = await start()
    const { idporten } = await start({}, { issuer: `${known.issuer.url}/` })
    expect(idporten.issuer).toBe(known.issuer.url)
    const { url } = await idporten.begin({ ...secrets, language: 'nb' })
    expect((await idporten.finish(await known.issuer.login(url), secrets)).pid).toBe(HOSTILE_PID)
  })

  it('a new signing key is taken at the next login, and the old one no longer', async () => {
    const { login, issuer, asked: times } = await start()
    await login()
    issuer.rotate()
    expect((await login()).pid).toBe(HOSTILE_PID)
    expect(times('/jwks.json')).toBe(2)
  })

  it('tells where logins and logouts take place', async () => {
    const { idporten, issuer } = await start({ metadata: { end_session_endpoint: 'https://login.idporten.example/a' } })
    expect(await idporten.origins()).toEqual({ authorize: issuer.url, logout: 'https://login.idporten.example' })
  })
})

it('a logout names the client and the way back, and holds no number', async () => {
  const { idporten, issuer } = await start()
  const url = new URL(await idporten.logoutUrl({ state: 'back-again' }))
  expect(`${url.origin}${url.pathname}`).toBe(`${issuer.url}/logout`)
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: CLIENT_ID,
    post_logout_redirect_uri: LOGGED_OUT_URI,
    state: 'back-again',
  })
})
