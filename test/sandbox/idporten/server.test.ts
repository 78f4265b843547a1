import * as oidc from 'openid-client'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Idporten } from '../../../sandbox/idporten/idporten.ts'
import { logInAs } from './login.ts'
import { type RelyingParty, startIdporten } from './relying-party.ts'

const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) => vi.spyOn(console, method))

let idporten: Idporten
let rp: RelyingParty

beforeAll(async () => {
  ;({ idporten, rp } = await startIdporten())
})
afterEach(() => idporten.faults.clear())
afterAll(() => idporten.close())

it('describes itself as ID-porten does', async () => {
  const response = await fetch(`${idporten.issuer}/.well-known/openid-configuration`)
  expect(await response.json()).toMatchObject({
    issuer: idporten.url,
    authorization_endpoint: `${idporten.url}/authorize`,
    token_endpoint: `${idporten.url}/token`,
    pushed_authorization_request_endpoint: `${idporten.url}/par`,
    userinfo_endpoint: `${idporten.url}/userinfo`,
    jwks_uri: `${idporten.url}/jwks.json`,
    end_session_endpoint: `${idporten.url}/logout`,
    authorization_response_iss_parameter_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['pairwise'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    id_token_signing_alg_values_supported: ['RS256'],
    acr_values_supported: ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'],
    ui_locales_supported: ['nb', 'nn', 'en', 'se'],
  })
  expect(idporten.issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

it('says the same addresses whatever host it is called by', async () => {
  const response = await fetch(`http://localhost:${idporten.port}/.well-known/openid-configuration`)
  expect(await response.json()).toMatchObject({ token_endpoint: `${idporten.url}/token` })
})

it('shows public keys only', async () => {
  const { keys } = (await (await fetch(`${idporten.url}/jwks.json`)).json()) as { keys: Record<string, unknown>[] }
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']])
})

describe('a fault', () => {
  const endpoints: [string, RegExp, () => Promise<unknown>][] = [
    ['the token endpoint', /^\/token/, () => rp.post('/token', 'x', {})],
    ['the PAR endpoint', /^\/par/, () => rp.post('/par', 'x', {})],
    ['the keys', /^\/jwks/, () => fetch(`${idporten.url}/jwks.json`)],
    ['the metadata', /^\/\.well-known/, () => fetch(`${idporten.url}/.well-known/openid-configuration`)],
  ]

  it.each(endpoints)('can strike %s', async (_, path, ask) => {
    idporten.faults.add({ path, fault: { kind: 'status', status: 500, body: '{"error":"server_error"}' }, times: 1 })
    expect(await ask()).toMatchObject({ status: 500 })
    idporten.faults.add({ path, fault: { kind: 'cut', when: 'after' }, times: 1 })
    await expect(ask()).rejects.toThrow()
    expect(await ask()).toMatchObject({ status: expect.any(Number) })
    expect(
      idporten
        .requests()
        .slice(-3)
        .map(({ fault }) => fault),
    ).toEqual(['status', 'cut', undefined])
  })

  it('that cuts the answer off leaves the code used', async () => {
    const login = await rp.begin()
    const callback = await logInAs(login.url())
    idporten.faults.add({ path: /^\/token/, fault: { kind: 'cut', when: 'after' }, times: 1 })
    await expect(login.finish(callback)).rejects.toThrow()
    await expect(login.finish(callback)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('that delays does not lose the form', async () => {
    const login = await rp.begin()
    idporten.faults.add({ path: /^\/par/, fault: { kind: 'delay', ms: 5 }, times: 1 })
    const address = await oidc.buildAuthorizationUrlWithPAR(rp.config, login.params)
    expect(address.searchParams.get('request_uri')).toMatch(/^urn:/)
  })
})

it('prints nothing', () => {
  expect(printed.flatMap((method) => method.mock.calls)).toEqual([])
})
