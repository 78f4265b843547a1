import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createCaller,
  createKey,
  idportenBody,
  maskinportenBody,
  OTHER,
  OWN,
  type Pair,
  publicJwk,
  startPair,
} from './pair.ts'

const READ = 'idporten:dcr.read'
const MODIFY = 'idporten:dcr.modify'
const WRITE = 'idporten:dcr.write'
const key = createKey()

let pair: Pair
let caller: ReturnType<typeof createCaller>

beforeAll(async () => {
  pair = await startPair()
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks', allowed_integration_types: ['maskinporten'] })
  pair.registry.grant('ks:fiks', OWN)
  caller = createCaller(pair, { orgno: OWN, scopes: [READ, MODIFY, WRITE], key })
})
afterAll(() => pair.close())

const create = async (body: object = idportenBody) => {
  const answer = await caller.call('POST', '/clients', WRITE, body)
  expect(answer).toMatchObject({ status: 201 })
  return answer.body
}
const read = async (id: string) => (await caller.call('GET', `/clients/${id}`, READ)).body
const faults = (answer: { body: { errors?: { fieldIdentifier: string }[] } }) =>
  (answer.body.errors ?? []).map((one) => one.fieldIdentifier)

describe('creating', () => {
  it('answers the whole stored model', async () => {
    const client = await create()
    expect(client).toEqual({
      ...idportenBody,
      client_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      client_orgno: OWN,
      active: true,
      created: '2026-03-02T09:15:00.000+01:00',
      last_updated: '2026-03-02T09:15:00.000+01:00',
    })
    expect(await read(client.client_id)).toEqual(client)
  })

  it('answers a machine client as the reference shows it', async () => {
    expect(await create(maskinportenBody)).toEqual({
      ...maskinportenBody,
      client_id: expect.any(String),
      client_orgno: OWN,
      access_token_lifetime: 0,
      refresh_token_lifetime: 0,
      authorization_lifetime: 0,
      refresh_token_usage: 'ONETIME',
      frontchannel_logout_session_required: false,
      active: true,
      created: expect.any(String),
      last_updated: expect.any(String),
    })
  })

  it('fills in a login client’s defaults', async () => {
    const {
      access_token_lifetime,
      refresh_token_lifetime,
      authorization_lifetime,
      code_challenge_method,
      sso_disabled,
      ...body
    } = idportenBody
    expect(await create(body)).toMatchObject({
      access_token_lifetime: 120,
      refresh_token_lifetime: 600,
      authorization_lifetime: 7200,
      code_challenge_method: 'S256',
      sso_disabled: false,
    })
    expect(await create({ ...idportenBody, integration_type: 'ansattporten', scopes: ['openid'] })).toMatchObject({
      sso_disabled: true,
    })
  })

  it('makes a twin of a client that is posted twice', async () => {
    const [one, two] = [await create(), await create()]
    expect(one.client_id).not.toBe(two.client_id)
  })

  it('ignores unknown fields and takes null for absent', async () => {
    const client = await create({ ...maskinportenBody, 'description#en': 'x', redirect_uris: null, client_uri: null })
    expect(client).not.toHaveProperty('description#en')
    expect(client).not.toHaveProperty('redirect_uris')
  })

  it('takes the own organisation as owner and refuses another without dcr.supplier', async () => {
    expect(await create({ ...idportenBody, client_orgno: OWN })).toMatchObject({ client_orgno: OWN })
    const answer = await caller.call('POST', '/clients', WRITE, { ...idportenBody, client_orgno: OTHER })
    expect(answer.status).toBe(403)
  })

  it.each([
    ['created', '2026-03-02T09:15:00.000+01:00'],
    ['last_updated', '2026-03-02T09:15:00.000+01:00'],
    ['supplier_orgno', OWN],
    ['client_secret', 'hemmelig'],
    ['client_id', 'chosen'],
    ['jwks', { keys: [] }],
    ['jwks_uri', 'https://x.example/jwks'],
    ['onbehalfof', []],
    ['active', false],
    ['client_name', undefined],
    ['client_name', 'x'.repeat(256)],
    ['description', ' '],
    ['description', 'x'.repeat(1001)],
    ['client_orgno', '12345'],
    ['integration_type', 'annet'],
    ['integration_type', 'eformidling'],
    ['integration_type', 'idporten_saml2'],
    ['application_type', 'Web'],
    ['grant_types', []],
    ['token_endpoint_auth_method', 'client_secret_jwt'],
    ['scopes', []],
    ['redirect_uris', 'https://x.example'],
    ['code_challenge_method', 'plain'],
    ['access_token_lifetime', -1],
    ['access_token_lifetime', '120'],
    ['refresh_token_lifetime', 1.5],
    ['refresh_token_usage', 'onetime'],
    ['sso_disabled', 'true'],
  ])('refuses %s as %j', async (field, value) => {
    const answer = await caller.call('POST', '/clients', WRITE, { ...idportenBody, [field]: value })
    expect(answer.status).toBe(400)
    expect(faults(answer)).toEqual([field])
  })
})

describe('reading', () => {
  it('lists the organisation’s active clients, and inactive ones when asked', async () => {
    const alive = await create()
    const gone = await create()
    pair.registry.addClient(OTHER)
    expect((await caller.call('DELETE', `/clients/${gone.client_id}`, WRITE)).status).toBe(204)

    const ids = async (query: string) =>
      (await caller.call('GET', `/clients${query}`, READ)).body.map((one: { client_id: string }) => one.client_id)
    const active = await ids('')
    expect(active).toEqual(expect.arrayContaining([alive.client_id, caller.client_id]))
    expect(active).not.toContain(gone.client_id)
    expect(await ids('?inactive=true')).toEqual(expect.arrayContaining([alive.client_id, gone.client_id]))
    const all = pair.registry.clients().filter((one) => one.client_orgno === OWN)
    expect(await ids('?inactive=true')).toEqual(all.map((one) => one.client_id))
  })

  it('answers the same for a foreign id and for one that does not exist', async () => {
    const foreign = pair.registry.addClient(OTHER).client_id
    const calls: [string, string, string, unknown?][] = [
      ['GET', '', READ],
      ['PUT', '', WRITE, idportenBody],
      ['DELETE', '', WRITE],
      ['POST', '/secret', WRITE],
      ['GET', '/jwks', READ],
      ['POST', '/jwks', WRITE, { keys: [publicJwk()] }],
      ['PUT', '/jwks', WRITE, { keys: [publicJwk()] }],
      ['DELETE', '/jwks', WRITE],
    ]
    for (const [method, path, scope, body] of calls) {
      const [one, two] = await Promise.all(
        [foreign, crypto.randomUUID()].map((id) => caller.call(method, `/clients/${id}${path}`, scope, body)),
      )
      expect({ method, path, status: one!.status }).toEqual({ method, path, status: 404 })
      expect({ ...two!.body, correlation_id: '' }).toEqual({ ...one!.body, correlation_id: '' })
    }
    expect(pair.registry.client(foreign)!.client.active).toBe(true)
  })
})

describe('changing', () => {
  it('replaces the whole client', async () => {
    const before = await create({ ...idportenBody, logo_uri: 'https://bygg.kommune.example/logo.svg' })
    pair.clock.forward(1500)
    const { client_uri: _uri, refresh_token_lifetime: _lifetime, ...rest } = idportenBody
    const { status, body } = await caller.call('PUT', `/clients/${before.client_id}`, MODIFY, {
      ...rest,
      client_id: before.client_id,
      client_orgno: OWN,
      active: true,
      client_name: 'Byggesøknad 2',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      client_id: before.client_id,
      client_name: 'Byggesøknad 2',
      created: before.created,
      refresh_token_lifetime: 600,
    })
    expect(body.last_updated).not.toBe(before.last_updated)
    expect(body).not.toHaveProperty('client_uri')
    expect(body).not.toHaveProperty('logo_uri')
    expect(await read(before.client_id)).toEqual(body)
  })

  it('refuses what was read when its read-only fields come along', async () => {
    const before = await create()
    const answer = await caller.call('PUT', `/clients/${before.client_id}`, WRITE, before)
    expect(answer.status).toBe(400)
    expect(faults(answer)).toEqual(['created', 'last_updated'])
  })

  it.each([
    ['integration_type', { integration_type: 'api_klient' }],
    ['integration_type', { integration_type: 'maskinporten' }],
    ['client_orgno', { client_orgno: OTHER }],
    ['client_id', { client_id: crypto.randomUUID() }],
  ])('refuses another %s', async (field, change) => {
    const before = await create()
    const answer = await caller.call('PUT', `/clients/${before.client_id}`, WRITE, { ...idportenBody, ...change })
    expect(answer.status).toBe(400)
    expect(faults(answer)).toEqual([field])
    expect(await read(before.client_id)).toEqual(before)
  })

  it('keeps the keys', async () => {
    const { client_id } = await create()
    const jwk = publicJwk()
    await caller.call('POST', `/clients/${client_id}/jwks`, WRITE, { keys: [jwk] })
    await caller.call('PUT', `/clients/${client_id}`, WRITE, idportenBody)
    expect((await caller.call('GET', `/clients/${client_id}/jwks`, READ)).body.keys).toMatchObject([{ kid: jwk.kid }])
  })
})
