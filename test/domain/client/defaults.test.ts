import { describe, expect, test } from 'vitest'
import { checkDraft } from '../../../src/domain/client/check-draft.ts'
import { defaultDraft, toMetadata } from '../../../src/domain/client/defaults.ts'
import { type ClientDraft, fieldsOf, requiredFieldsOf } from '../../../src/domain/client/draft.ts'
import { authMethodsOf, offeredHere, typeRules } from '../../../src/domain/client/type-table.ts'
import { integrationTypes, JWT_BEARER } from '../../../src/domain/client/types.ts'

const texts = { client_name: 'Byggesak', description: 'Byggesak for innbyggere' }
const uris = {
  client_uri: 'https://etat.no',
  redirect_uris: ['https://etat.no/cb', 'http://localhost:3000/cb'],
  post_logout_redirect_uris: ['https://etat.no/ut'],
}

describe('the create bodies of digdir.md 2.10', () => {
  test('maskinporten', () => {
    const draft = { ...defaultDraft('maskinporten', 'test'), ...texts, scopes: ['eksempel:data.read'] }
    expect(toMetadata(draft)).toEqual({
      ...texts,
      integration_type: 'maskinporten',
      application_type: 'web',
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: [JWT_BEARER],
      scopes: ['eksempel:data.read'],
    })
    expect(toMetadata({ ...draft, access_token_lifetime: 120, refresh_token_lifetime: 600, ...uris })).toEqual({
      ...toMetadata(draft),
      access_token_lifetime: 120,
    })
  })

  test('krr, with its two scopes', () => {
    expect(toMetadata({ ...defaultDraft('krr', 'test'), ...texts })).toEqual({
      ...texts,
      integration_type: 'krr',
      application_type: 'web',
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: [JWT_BEARER],
      scopes: ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'],
    })
  })

  test("idporten, with NAV's lifetimes", () => {
    const draft: ClientDraft = { ...defaultDraft('idporten', 'test'), ...texts, ...uris }
    const body = {
      ...texts,
      ...uris,
      integration_type: 'idporten',
      application_type: 'web',
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['authorization_code', 'refresh_token'],
      scopes: ['openid', 'profile'],
      code_challenge_method: 'S256',
      refresh_token_usage: 'ONETIME',
      sso_disabled: false,
      access_token_lifetime: 3600,
      refresh_token_lifetime: 7200,
      authorization_lifetime: 7200,
    }
    expect(toMetadata(draft)).toEqual(body)
    expect(toMetadata({ ...draft, frontchannel_logout_uri: 'https://etat.no/fc' })).toEqual({
      ...body,
      frontchannel_logout_uri: 'https://etat.no/fc',
      frontchannel_logout_session_required: true,
    })
  })

  test('api_klient adds API scopes to the login ones, each once', () => {
    const scopes = ['krr:user/kontaktinformasjon.read', 'openid']
    const draft: ClientDraft = { ...defaultDraft('api_klient', 'test'), ...texts, ...uris, scopes }
    expect(toMetadata(draft).scopes).toEqual(['openid', 'profile', 'krr:user/kontaktinformasjon.read'])
  })

  test('ansattporten is always its own SSO session', () => {
    const draft: ClientDraft = { ...defaultDraft('ansattporten', 'test'), ...texts, ...uris }
    expect(toMetadata(draft)).toMatchObject({ scopes: ['openid'], sso_disabled: true, code_challenge_method: 'S256' })
  })

  test('what a form leaves empty is not sent, and a mark that was copied along is not either', () => {
    const draft: ClientDraft = {
      ...defaultDraft('idporten', 'test'),
      ...uris,
      client_name: 'Kopi',
      description: 'Kopi [portvakt:0123456789ab]',
      client_uri: '',
      access_token_lifetime: null,
      refresh_token_lifetime: null,
      authorization_lifetime: null,
      public_key: 'noe',
    }
    const body = toMetadata(draft)
    expect(body.description).toBe('Kopi')
    for (const name of ['client_uri', 'access_token_lifetime', 'refresh_token_lifetime', 'public_key', 'environment']) {
      expect(body).not.toHaveProperty(name)
    }
  })

  test.each(offeredHere)('the defaults of %s lack only what a person must write', (type) => {
    const faults = checkDraft(defaultDraft(type, 'prod'), { offered: null })
    expect(new Set(faults.map((fault) => fault.field))).toEqual(new Set(requiredFieldsOf(type)))
  })
})

describe('the type table (digdir.md 2.4)', () => {
  const secretsAndKeys = ['private_key_jwt', 'client_secret_basic', 'client_secret_post']
  test.each([
    ['idporten', secretsAndKeys, ['none'], ['none']],
    ['api_klient', secretsAndKeys, ['none'], ['none']],
    ['ansattporten', secretsAndKeys, [], []],
    ['maskinporten', ['private_key_jwt'], [], []],
    ['krr', ['private_key_jwt'], [], []],
  ] as const)('%s allows web %j, browser %j, native %j', (type, web, browser, native) => {
    expect(authMethodsOf(type, 'web')).toEqual(web)
    expect(authMethodsOf(type, 'browser')).toEqual(browser)
    expect(authMethodsOf(type, 'native')).toEqual(native)
  })

  test('fields are those that the type uses', () => {
    expect(fieldsOf('maskinporten')).toEqual([
      'client_name',
      'description',
      'scopes',
      'access_token_lifetime',
      'public_key',
    ])
    expect(fieldsOf('krr')).not.toContain('scopes')
    expect(fieldsOf('idporten')).toEqual([
      'client_name',
      'description',
      'client_uri',
      'application_type',
      'token_endpoint_auth_method',
      'redirect_uris',
      'post_logout_redirect_uris',
      'frontchannel_logout_uri',
      'access_token_lifetime',
      'refresh_token_lifetime',
      'authorization_lifetime',
      'refresh_token_usage',
      'code_challenge_method',
      'sso_disabled',
      'public_key',
    ])
    expect(fieldsOf('ansattporten')).not.toContain('sso_disabled')
  })

  test.each(integrationTypes)('%s: required fields are among its fields, machines have no URIs', (type) => {
    expect(fieldsOf(type)).toEqual(expect.arrayContaining(requiredFieldsOf(type)))
    expect(typeRules(type).usesRedirectUris).toBe(typeRules(type).grants.includes('authorization_code'))
  })
})
