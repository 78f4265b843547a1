import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority } from '../../../sandbox/maskinporten/authority.ts'
import {
  CUSTOMER,
  createKey,
  OTHER,
  OWN,
  type Pair,
  requestToken,
  START,
  signGrant,
  startPair,
} from '../digdir/pair.ts'

const key = createKey()
let pair: Pair

beforeAll(async () => {
  pair = await startPair()
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks' })
  pair.registry.addScope({ prefix: 'ks', subscope: 'kort', at_max_age: 30 })
  pair.registry.addScope({ prefix: 'ks', subscope: 'fri', accessible_for_all: true, at_max_age: 3600 })
  pair.registry.addScope({ prefix: 'skatt', subscope: 'delt', delegation_source: 'https://tt02.altinn.no/' })
  for (const scope of ['ks:fiks', 'ks:kort']) pair.registry.grant(scope, OWN)
})
afterAll(() => pair.close())

type Seed = Parameters<Pair['registry']['addClient']>[1]
const add = (seed: Seed = {}) => {
  const kid = crypto.randomUUID()
  const client = pair.registry.addClient(OWN, { scopes: ['ks:fiks'], keys: [{ ...key.jwk, kid }], ...seed })
  return { id: client.client_id, kid }
}

const issue = async (id: string, header: Record<string, unknown>, claims: Record<string, unknown> = {}) => {
  const assertion = await signGrant(pair, key, { iss: id, scope: 'ks:fiks', ...claims }, header)
  const response = await requestToken(pair.maskinporten, assertion)
  const body = (await response.json()) as {
    access_token: string
    expires_in: number
    scope: string
    token_type: string
  }
  expect({ status: response.status, body }).toMatchObject({ status: 200 })
  const jwks = (await (await fetch(`${pair.maskinporten.url}/jwk`)).json()) as Parameters<typeof createLocalJWKSet>[0]
  const { payload } = await jwtVerify(body.access_token, createLocalJWKSet(jwks), {
    issuer: pair.maskinporten.issuer,
    currentDate: new Date(pair.clock.now()),
  })
  return { body, claims: payload }
}

describe('a token', () => {
  it('holds the consumer, the client and how it proved itself', async () => {
    const { id, kid } = add()
    const before = pair.maskinporten.tokens()
    const { body, claims } = await issue(id, { kid })
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 120, scope: 'ks:fiks' })
    const now = Math.floor(START / 1000)
    expect(claims).toMatchObject({
      aud: 'unspecified',
      client_id: id,
      client_amr: 'private_key_jwt',
      token_type: 'Bearer',
      consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${OWN}` },
      scope: 'ks:fiks',
      iat: now,
      exp: now + 120,
      jti: expect.any(String),
    })
    expect(claims).not.toHaveProperty('supplier')
    expect(pair.maskinporten.tokens()).toBe(before + 1)
  })

  it.each([
    ['the default', {}, 'ks:fiks', 120],
    ['the client’s own', { access_token_lifetime: 900 }, 'ks:fiks', 900],
    ['0 as the default', { access_token_lifetime: 0 }, 'ks:fiks', 120],
    ['the lowest at_max_age', { access_token_lifetime: 900 }, 'ks:fiks ks:fri ks:kort', 30],
    ['not longer for a generous scope', { access_token_lifetime: 900 }, 'ks:fri', 900],
  ])('lives for %s', async (_name, seed, scope, seconds) => {
    const { id, kid } = add({ scopes: ['ks:fiks', 'ks:fri', 'ks:kort'], ...seed })
    expect((await issue(id, { kid }, { scope })).body.expires_in).toBe(seconds)
  })

  it.each(['RS256', 'RS384', 'RS512'])('is given for %s by kid and by certificate', async (alg) => {
    const { id, kid } = add()
    const registered = pair.registry.client(id)!
    pair.registry.save({ ...registered, keys: { ...registered.keys!, keys: [{ ...registered.keys!.keys[0]!, alg }] } })
    expect((await issue(id, { kid, alg })).claims.client_amr).toBe('private_key_jwt')

    const authority = createAuthority('Sandkasse CA', START - 1000)
    const { pem, x5c } = authority.issue({
      orgno: OWN,
      name: 'Prøve kommune',
      publicKey: key.privateKey,
      from: START - 1000,
    })
    const { client_id } = pair.registry.addAdminClient({ orgno: OWN, scopes: ['idporten:dcr.read'], certificate: pem })
    const { claims } = await issue(client_id, { kid: undefined, x5c, alg }, { scope: 'idporten:dcr.read' })
    expect(claims.client_amr).toBe('virksomhetssertifikat')
  })

  it('carries resource, pid and a system user when asked to', async () => {
    const { id, kid } = add()
    const details = [
      { type: 'urn:altinn:systemuser', systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${OTHER}` } },
    ]
    const asked = { resource: ['https://api.example'], pid: '01019012345', authorization_details: details }
    expect((await issue(id, { kid }, asked)).claims).toMatchObject({
      aud: ['https://api.example'],
      pid: '01019012345',
      authorization_details: details,
    })
  })

  it('names consumer, supplier and source when access was delegated in Altinn', async () => {
    const { id, kid } = add({ scopes: ['skatt:delt'] })
    pair.registry.grant('skatt:delt', CUSTOMER)
    pair.registry.delegate({ from: CUSTOMER, to: OWN, scope: 'skatt:delt' })
    expect((await issue(id, { kid }, { scope: 'skatt:delt', consumer_org: CUSTOMER })).claims).toMatchObject({
      consumer: { ID: `0192:${CUSTOMER}` },
      supplier: { ID: `0192:${OWN}` },
      delegation_source: 'https://tt02.altinn.no/',
    })
  })

  it('rests on the supplier’s access for a supplier’s client', async () => {
    const kid = crypto.randomUUID()
    const client = pair.registry.addClient(CUSTOMER, {
      supplier_orgno: OWN,
      scopes: ['ks:fiks'],
      keys: [{ ...key.jwk, kid }],
    })
    expect((await issue(client.client_id, { kid })).claims).toMatchObject({
      consumer: { ID: `0192:${CUSTOMER}` },
      supplier: { ID: `0192:${OWN}` },
    })
  })

  it('is given within ten seconds of skew either way, and for 120 seconds of life', async () => {
    const { id, kid } = add()
    const now = Math.floor(START / 1000)
    await issue(id, { kid }, { iat: now - 10, exp: now + 110 })
    await issue(id, { kid }, { iat: now + 10, exp: now + 130 })
  })
})

describe('metadata', () => {
  it('tells issuer, endpoints and what is supported', async () => {
    const { url, issuer } = pair.maskinporten
    expect(issuer).toBe(`${url}/`)
    const response = await fetch(`${url}/.well-known/oauth-authorization-server`)
    expect(await response.json()).toEqual({
      issuer,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwk`,
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
      authorization_details_types_supported: ['urn:altinn:systemuser', 'urn:altinn:consent'],
    })
  })

  it('shows no private member of its key', async () => {
    const { keys } = (await (await fetch(`${pair.maskinporten.url}/jwk`)).json()) as { keys: object[] }
    expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })
})
