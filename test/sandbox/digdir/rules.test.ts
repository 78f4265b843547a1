import { describe, expect, it } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { clientFaults } from '../../../sandbox/digdir/client-rules.ts'
import { scopeFaults } from '../../../sandbox/digdir/client-scopes.ts'
import { type ClientInput, type IntegrationType, JWT_BEARER } from '../../../sandbox/digdir/model.ts'
import { createRegistry } from '../../../sandbox/digdir/registry.ts'
import { sharesDomain, uriFault } from '../../../sandbox/digdir/uris.ts'
import { idportenBody, maskinportenBody, OWN, PROVIDER, START } from './pair.ts'

const login = idportenBody as ClientInput
const machine = maskinportenBody as ClientInput

const fields = (input: ClientInput) => clientFaults(input, 'test').map((fault) => fault.fieldIdentifier)

describe('the table of integration types', () => {
  const applications = ['web', 'browser', 'native'] as const
  const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const
  const secretOrKey = ['client_secret_basic', 'client_secret_post', 'private_key_jwt']
  const allowed: Record<string, Partial<Record<string, readonly string[]>>> = {
    idporten: { web: secretOrKey, browser: ['none'], native: ['none'] },
    api_klient: { web: secretOrKey, browser: ['none'], native: ['none'] },
    ansattporten: { web: secretOrKey },
    maskinporten: { web: ['private_key_jwt'] },
    krr: { web: ['private_key_jwt'] },
  }
  const table = Object.keys(allowed).flatMap((type) =>
    applications.flatMap((application) => methods.map((method) => [type, application, method] as const)),
  )

  it.each(table)('%s, %s, %s', (type, application, method) => {
    const base = type === 'maskinporten' || type === 'krr' ? machine : login
    const input = {
      ...base,
      integration_type: type as IntegrationType,
      application_type: application,
      token_endpoint_auth_method: method,
    }
    const ok = allowed[type]?.[application]?.includes(method) ?? false
    expect(fields(input).length === 0).toBe(ok)
  })

  it.each([
    ['idporten with jwt-bearer', { ...login, grant_types: ['authorization_code', JWT_BEARER] }, ['grant_types[1]']],
    ['idporten with implicit', { ...login, grant_types: ['authorization_code', 'implicit'] }, ['grant_types[1]']],
    ['idporten with refresh_token alone', { ...login, grant_types: ['refresh_token'] }, ['grant_types']],
    [
      'maskinporten with authorization_code',
      { ...machine, grant_types: [JWT_BEARER, 'authorization_code'] },
      ['grant_types[1]'],
    ],
    [
      'maskinporten with the short name',
      { ...machine, grant_types: ['jwt_bearer_token'] },
      ['grant_types[0]', 'grant_types'],
    ],
    [
      'maskinporten with client_credentials',
      { ...machine, grant_types: ['client_credentials'] },
      ['grant_types[0]', 'grant_types'],
    ],
    ['maskinporten with redirect URIs', { ...machine, redirect_uris: ['https://x.example/'] }, ['redirect_uris']],
    [
      'maskinporten with a refresh token lifetime of 0',
      { ...machine, refresh_token_lifetime: 0 },
      ['refresh_token_lifetime'],
    ],
    [
      'maskinporten with front-channel logout',
      { ...machine, frontchannel_logout_uri: 'https://x.example/' },
      ['frontchannel_logout_uri'],
    ],
    [
      'idporten without redirect URIs',
      { ...login, redirect_uris: [], frontchannel_logout_uri: undefined },
      ['redirect_uris'],
    ],
    [
      'idporten without post-logout URIs',
      { ...login, post_logout_redirect_uris: undefined },
      ['post_logout_redirect_uris'],
    ],
    [
      'idporten with a foreign front-channel URI',
      { ...login, frontchannel_logout_uri: 'https://x.example/' },
      ['frontchannel_logout_uri'],
    ],
    [
      'ansattporten without PKCE',
      { ...login, integration_type: 'ansattporten', code_challenge_method: 'none' },
      ['code_challenge_method'],
    ],
    [
      'a public client without PKCE',
      { ...login, application_type: 'browser', token_endpoint_auth_method: 'none', code_challenge_method: 'none' },
      ['code_challenge_method'],
    ],
    ['a client_uri that is no page', { ...login, client_uri: 'app:start' }, ['client_uri']],
  ])('refuses %s', (_name, input, expected) => {
    const defined = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    expect(fields(defined as ClientInput)).toEqual(expected)
  })

  it('lets idporten do without PKCE, and machine clients send empty lists', () => {
    expect(fields({ ...login, code_challenge_method: 'none' })).toEqual([])
    expect(fields({ ...machine, redirect_uris: [], post_logout_redirect_uris: [] })).toEqual([])
  })
})

describe('URIs', () => {
  const ok = undefined
  it.each([
    // uri, application, fault in test, fault in prod
    ['https://bygg.kommune.example/retur', 'web', ok, ok],
    ['https://bygg.kommune.example:8443/a?b=c', 'browser', ok, ok],
    ['http://bygg.kommune.example/retur', 'web', ok, /https/],
    ['http://localhost:3000/retur', 'web', ok, /localhost/],
    ['http://127.0.0.1:3000/retur', 'browser', ok, /localhost/],
    ['http://[::1]:3000/retur', 'web', ok, /localhost/],
    ['https://localhost:3000/retur', 'web', /must be http/, /must be http/],
    ['http://127.0.0.1:0/retur', 'native', ok, ok],
    ['http://localhost/retur', 'native', ok, ok],
    ['https://127.0.0.1:*/retur', 'native', /absolute URI/, /absolute URI/],
    ['no.kommune.app:/retur', 'native', ok, ok],
    ['no.kommune.app:/retur', 'web', /https/, /https/],
    ['javascript:alert(1)', 'native', /scheme/, /scheme/],
    ['https://bygg.kommune.example/#retur', 'web', /fragment/, /fragment/],
    ['https://u:p@bygg.kommune.example/', 'web', /credentials/, /credentials/],
    ['/retur', 'web', /absolute URI/, /absolute URI/],
    ['bygg.kommune.example', 'web', /absolute URI/, /absolute URI/],
    [' https://bygg.kommune.example/', 'web', /absolute URI/, /absolute URI/],
    ['<https://bygg.kommune.example/|bygg>', 'web', /absolute URI/, /absolute URI/],
  ] as const)('%s for %s', (uri, application, inTest, inProd) => {
    for (const [environment, fault] of [
      ['test', inTest],
      ['prod', inProd],
    ] as const) {
      const found = uriFault(uri, { environment, application })
      if (fault) expect(found).toMatch(fault)
      else expect(found).toBeUndefined()
    }
  })

  it('of pages are https in production', () => {
    const input = { ...login, client_uri: 'http://bygg.kommune.example' }
    expect(clientFaults(input, 'test')).toEqual([])
    expect(clientFaults(input, 'prod')).toMatchObject([{ fieldIdentifier: 'client_uri' }])
  })

  it('share a domain only with the same host', () => {
    expect(sharesDomain('https://a.example/x', ['https://b.example/', 'https://a.example:444/'])).toBe(true)
    expect(sharesDomain('https://x.a.example/', ['https://a.example/'])).toBe(false)
  })
})

describe('scopes of a client', () => {
  const registry = createRegistry({ environment: 'test', clock: steppedClock(START) })
  const add = (prefix: string, subscope: string, more: object = {}) =>
    registry.addScope({ prefix, subscope, owner_orgno: PROVIDER, ...more })
  add('ks', 'gitt')
  add('ks', 'krever')
  add('ks', 'avslag')
  add('ks', 'fri', { accessible_for_all: true })
  add('ks', 'delt', { delegation_source: 'https://tt02.altinn.no/' })
  add('ks', 'maskin', { accessible_for_all: true, allowed_integration_types: ['maskinporten'] })
  add('ks', 'bruker', { accessible_for_all: true, allowed_integration_types: ['api_klient'] })
  add('ks', 'hemmelig', { visibility: 'PRIVATE' })
  add('ks', 'hemmelig.gitt', { visibility: 'PRIVATE' })
  add('ks', 'nede', { accessible_for_all: true, active: false })
  add('krr', 'global/kontaktinformasjon.read')
  add('idporten', 'dcr.write', { visibility: 'PRIVATE' })
  for (const name of ['ks:gitt', 'ks:hemmelig.gitt', 'krr:global/kontaktinformasjon.read', 'idporten:dcr.write'])
    registry.grant(name, OWN)
  registry.setAccess('ks:avslag', OWN, 'DENIED')
  registry.setAccess('ks:krever', OWN, 'REQUESTED')

  const own = { orgno: OWN, supplier: false }
  const supplier = { orgno: OWN, supplier: true }

  it.each([
    ['maskinporten', 'ks:gitt', own, undefined],
    ['maskinporten', 'ks:fri', own, undefined],
    ['maskinporten', 'ks:maskin', own, undefined],
    ['maskinporten', 'ks:hemmelig.gitt', own, undefined],
    ['maskinporten', 'ks:delt', own, undefined],
    ['maskinporten', 'krr:global/kontaktinformasjon.read', own, undefined],
    ['maskinporten', 'ks:delt', supplier, /no access/],
    ['maskinporten', 'ks:gitt', supplier, undefined],
    ['maskinporten', 'ks:krever', own, /no access/],
    ['maskinporten', 'ks:avslag', own, /no access/],
    ['maskinporten', 'ks:bruker', own, /not allowed for maskinporten/],
    ['maskinporten', 'ks:finnes/ikke', own, /unknown scope/],
    ['maskinporten', 'ks:nede', own, /unknown scope/],
    ['maskinporten', 'ks:hemmelig', own, /unknown scope/],
    ['maskinporten', 'idporten:dcr.write', own, /cannot be self-served/],
    ['maskinporten', 'openid', own, /unknown scope/],
    ['krr', 'krr:global/kontaktinformasjon.read', own, undefined],
    ['krr', 'ks:gitt', own, /not allowed for krr/],
    ['idporten', 'profile', own, undefined],
    ['idporten', 'eidas', own, undefined],
    ['idporten', 'no_pid', own, /not allowed for idporten/],
    ['idporten', 'ks:fri', own, /not allowed for idporten/],
    ['api_klient', 'ks:bruker', own, undefined],
    ['api_klient', 'ks:maskin', own, /not allowed for api_klient/],
    ['api_klient', 'ks:delt', own, /no access/],
    ['ansattporten', 'ks:gitt', own, undefined],
  ] as const)('%s with %s', (type, scope, caller, fault) => {
    const scopes = type === 'maskinporten' || type === 'krr' ? [scope] : ['openid', scope]
    const found = scopeFaults({ integration_type: type, scopes }, caller, registry)
    if (fault)
      expect(found).toMatchObject([
        { errorMessage: expect.stringMatching(fault), fieldIdentifier: `scopes[${scopes.length - 1}]` },
      ])
    else expect(found).toEqual([])
  })

  it.each(['idporten', 'api_klient', 'ansattporten'] as const)('%s must contain openid', (type) => {
    expect(scopeFaults({ integration_type: type, scopes: ['profile'] }, own, registry)).toMatchObject([
      { fieldIdentifier: 'scopes' },
    ])
  })
})
