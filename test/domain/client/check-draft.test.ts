import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDraft } from '../../../src/domain/client/check-draft.ts'
import { defaultDraft } from '../../../src/domain/client/defaults.ts'
import type { ClientDraft } from '../../../src/domain/client/draft.ts'
import { faultReasons } from '../../../src/domain/client/faults.ts'
import type { OfferedScopes } from '../../../src/domain/client/offered-scopes.ts'
import type { Scope } from '../../../src/domain/client/types.ts'

const login: ClientDraft = {
  ...defaultDraft('idporten', 'test'),
  client_name: 'Byggesak',
  description: 'Byggesak for innbyggere',
  redirect_uris: ['https://etat.no/cb', 'http://localhost:3000/cb'],
  post_logout_redirect_uris: ['https://etat.no/ut'],
}
const machine: ClientDraft = {
  ...defaultDraft('maskinporten', 'test'),
  client_name: 'Henter',
  description: 'Henter data om natten',
  scopes: ['eksempel:data.read'],
}
const scope = (name: string): Scope => ({
  name,
  description: '',
  allowed_integration_types: [],
  accessible_for_all: false,
  delegation_source: null,
  active: true,
})
const offered: OfferedScopes = {
  fixed: [],
  granted: [scope('eksempel:data.read')],
  open: [scope('eksempel:aapen')],
  delegable: [scope('eksempel:delegert')],
}
const pem = (bits: number) =>
  String(generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'pem', type: 'spki' }))
const goodKey = pem(2048)
const publicClient = { application_type: 'browser', token_endpoint_auth_method: 'none' } as const

const check = (draft: ClientDraft) => checkDraft(draft, { offered: null })
const brief = (draft: ClientDraft, scopes: OfferedScopes | null = null) =>
  checkDraft(draft, { offered: scopes }).map(({ field, reason }) => `${field}: ${reason}`)

describe('a good draft has no faults', () => {
  test.each<[string, ClientDraft]>([
    ['login', login],
    ['login with a key', { ...login, public_key: goodKey }],
    ['login with a secret', { ...login, token_endpoint_auth_method: 'client_secret_basic' }],
    ['a browser client', { ...login, ...publicClient }],
    [
      'a native client',
      {
        ...login,
        ...publicClient,
        application_type: 'native',
        redirect_uris: ['no.etat.app:/cb', 'http://127.0.0.1/cb'],
      },
    ],
    ['front-channel logout', { ...login, frontchannel_logout_uri: 'https://etat.no/fc' }],
    [
      'no lifetimes',
      { ...login, access_token_lifetime: null, refresh_token_lifetime: null, authorization_lifetime: null },
    ],
    ['lifetimes all alike', { ...login, access_token_lifetime: 7200 }],
    ['40 redirect URIs', { ...login, redirect_uris: Array.from({ length: 40 }, (_, i) => `https://etat.no/cb/${i}`) }],
    ['machine', machine],
    ['machine with a key', { ...machine, public_key: goodKey }],
    ['mrkdwn in the name', { ...machine, client_name: '<!channel> *Byggesak*' }],
    ['255 characters of name', { ...machine, client_name: 'å'.repeat(255) }],
    ['2 900 characters of description', { ...machine, description: '😀'.repeat(2900) }],
    ['lines in the description', { ...machine, description: 'en\nto' }],
    ['a Norwegian scope', { ...machine, scopes: ['skatt:næring/årsregnskap.les'] }],
    ['leftovers of another type', { ...machine, redirect_uris: ['tull'], refresh_token_lifetime: -1 }],
  ])('%s', (_, draft) => {
    expect(check(draft)).toEqual([])
  })
})

describe('each fault at its field', () => {
  test.each<[Partial<ClientDraft>, string]>([
    [{ client_name: ' ' }, 'client_name: required'],
    [{ client_name: 'å'.repeat(256) }, 'client_name: too-long'],
    [{ client_name: 'en\nto' }, 'client_name: control-character'],
    [{ client_name: 'en\u2028to' }, 'client_name: control-character'],
    [{ description: '' }, 'description: required'],
    [{ description: 'x'.repeat(3000) }, 'description: too-long'],
    [{ description: 'x\u0000' }, 'description: control-character'],
    [{ client_uri: 'etat.no' }, 'client_uri: uri-malformed'],
    [{ client_uri: 'no.etat.app:/x' }, 'client_uri: uri-scheme'],
    [{ redirect_uris: [] }, 'redirect_uris: required'],
    [{ redirect_uris: ['https://etat.no/cb#a'] }, 'redirect_uris: uri-fragment'],
    [{ redirect_uris: ['https://etat.no/cb', 'https://etat.no/cb'] }, 'redirect_uris: uri-duplicate'],
    [{ redirect_uris: Array.from({ length: 101 }, (_, i) => `https://etat.no/${i}`) }, 'redirect_uris: too-many'],
    [{ environment: 'prod', redirect_uris: ['http://etat.no/cb'] }, 'redirect_uris: uri-https-needed'],
    [{ environment: 'prod', redirect_uris: ['http://localhost/cb'] }, 'redirect_uris: uri-localhost-in-prod'],
    [{ post_logout_redirect_uris: [] }, 'post_logout_redirect_uris: required'],
    [{ post_logout_redirect_uris: ['javascript:1'] }, 'post_logout_redirect_uris: uri-scheme'],
    [{ frontchannel_logout_uri: 'https://annen.no/fc' }, 'frontchannel_logout_uri: logout-other-domain'],
    [{ frontchannel_logout_uri: 'etat.no/fc' }, 'frontchannel_logout_uri: uri-malformed'],
    [{ application_type: 'browser' }, 'token_endpoint_auth_method: auth-not-for-application'],
    [{ token_endpoint_auth_method: 'none' }, 'token_endpoint_auth_method: auth-not-for-application'],
    [{ scopes: [] }, 'scopes: scope-none'],
    [{ scopes: ['profile'] }, 'scopes: scope-openid-missing'],
    [{ scopes: ['openid', 'eksempel:data.read'] }, 'scopes: scope-not-for-type'],
    [{ access_token_lifetime: 0 }, 'access_token_lifetime: number-too-small'],
    [{ access_token_lifetime: Number.NaN }, 'access_token_lifetime: number-malformed'],
    [{ access_token_lifetime: 1.5 }, 'access_token_lifetime: number-malformed'],
    [{ access_token_lifetime: 86_401 }, 'access_token_lifetime: number-too-large'],
    [{ authorization_lifetime: 31_536_001 }, 'authorization_lifetime: number-too-large'],
    [{ refresh_token_lifetime: 600 }, 'refresh_token_lifetime: refresh-below-access'],
    [{ authorization_lifetime: 7199 }, 'authorization_lifetime: authorization-below-refresh'],
    [
      { refresh_token_lifetime: null, authorization_lifetime: 600 },
      'authorization_lifetime: authorization-below-refresh',
    ],
    [{ ...publicClient, code_challenge_method: 'none' }, 'code_challenge_method: pkce-needed'],
    [{ ...publicClient, public_key: goodKey }, 'public_key: key-not-for-method'],
    [{ token_endpoint_auth_method: 'client_secret_post', public_key: goodKey }, 'public_key: key-not-for-method'],
    [{ public_key: 'tull' }, 'public_key: key-garbage'],
    [{ public_key: pem(1024) }, 'public_key: key-too-short'],
    [{ public_key: '-----BEGIN PRIVATE KEY-----' }, 'public_key: key-private'],
    [{ refresh_token_usage: 'TWICE' as never }, 'refresh_token_usage: choice-unknown'],
    [{ code_challenge_method: 'plain' as never }, 'code_challenge_method: choice-unknown'],
  ])('%j', (over, fault) => {
    expect(brief({ ...login, ...over })).toEqual([fault])
  })

  test.each<[Partial<ClientDraft>, string]>([
    [{ scopes: [] }, 'scopes: scope-none'],
    [{ scopes: ['openid'] }, 'scopes: scope-not-for-type'],
    [{ scopes: ['to ord'] }, 'scopes: scope-malformed'],
    [{ scopes: ['a:“b”'] }, 'scopes: scope-malformed'],
    [{ scopes: [`a:${'b'.repeat(254)}`] }, 'scopes: too-long'],
    [{ scopes: Array.from({ length: 101 }, (_, i) => `a:${i}`) }, 'scopes: too-many'],
    [{ application_type: 'native' }, 'application_type: application-not-for-type'],
    [{ token_endpoint_auth_method: 'client_secret_basic' }, 'token_endpoint_auth_method: auth-not-for-application'],
  ])('of a machine: %j', (over, fault) => {
    expect(brief({ ...machine, ...over })).toEqual([fault])
  })

  test.each(['api_klient', 'ansattporten', 'krr'] as const)('%s is not made here', (integration_type) => {
    expect(brief({ ...login, integration_type })).toContain('integration_type: type-not-offered')
  })

  test('scopes must be offered, when Digdir could be asked', () => {
    const scopes = ['eksempel:data.read', 'eksempel:aapen', 'eksempel:delegert']
    expect(brief({ ...machine, scopes }, offered)).toEqual([])
    expect(checkDraft({ ...machine, scopes: [...scopes, 'annen:data'] }, { offered })).toEqual([
      { field: 'scopes', reason: 'scope-not-offered', value: 'annen:data', line: 4 },
    ])
  })

  test('a fault in a list says which line, which value, which limit', () => {
    expect(check({ ...login, redirect_uris: ['https://etat.no/cb', 'tull', 'https://*.no'] })).toEqual([
      { field: 'redirect_uris', reason: 'uri-malformed', value: 'tull', line: 2 },
      { field: 'redirect_uris', reason: 'uri-wildcard', value: 'https://*.no', line: 3 },
    ])
    expect(check({ ...login, client_name: 'x'.repeat(300) })).toEqual([
      { field: 'client_name', reason: 'too-long', limit: 255 },
    ])
  })

  test('all faults come at once, and none holds the key', () => {
    const key = '-----BEGIN PRIVATE KEY-----hemmelig'
    const faults = check({ ...login, client_name: '', redirect_uris: [], access_token_lifetime: -1, public_key: key })
    expect(faults.map((fault) => fault.field)).toEqual([
      'client_name',
      'redirect_uris',
      'access_token_lifetime',
      'public_key',
    ])
    expect(JSON.stringify(faults)).not.toContain('hemmelig')
  })

  test('whatever is typed, faults have reasons that there are words for', () => {
    const anything = fc.record({
      client_name: fc.string(),
      description: fc.string(),
      client_uri: fc.webUrl(),
      redirect_uris: fc.array(fc.oneof(fc.string(), fc.webUrl())),
      frontchannel_logout_uri: fc.string(),
      scopes: fc.array(fc.string()),
      access_token_lifetime: fc.option(fc.double()),
      public_key: fc.option(fc.string()),
    })
    fc.assert(
      fc.property(anything, (over) => {
        for (const fault of check({ ...login, ...over })) expect(faultReasons).toContain(fault.reason)
      }),
    )
  })
})
