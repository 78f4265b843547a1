import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaller, createKey, maskinportenBody, OTHER, OWN, type Pair, PROVIDER, send, startPair } from './pair.ts'

const READ = 'idporten:dcr.read'
const WRITE = 'idporten:dcr.write'
const SCOPES = 'idporten:scopes.write'

let pair: Pair
let provider: ReturnType<typeof createCaller>
let consumer: ReturnType<typeof createCaller>

beforeAll(async () => {
  pair = await startPair()
  pair.registry.assignPrefix('kart', PROVIDER)
  provider = createCaller(pair, { orgno: PROVIDER, scopes: [SCOPES], key: createKey() })
  consumer = createCaller(pair, { orgno: OWN, scopes: [READ, WRITE], key: createKey() })
})
afterAll(() => pair.close())

let made = 0
const create = async (more: object = {}) => {
  made += 1
  const body = { prefix: 'kart', subscope: `data/nr${made}.read`, description: 'Kartdata', ...more }
  const answer = await provider.call('POST', '/scopes', SCOPES, body)
  expect(answer.status).toBe(201)
  return {
    name: answer.body.name as string,
    query: `?scope=${encodeURIComponent(answer.body.name)}`,
    scope: answer.body,
    body,
  }
}
const names = (answer: { body: { name: string }[] }) => answer.body.map((one) => one.name)

describe('the open catalogue', () => {
  it('shows public, active scopes and filters the open ones', async () => {
    const open = await create({ accessible_for_all: true })
    const closed = await create()
    const secret = await create({ visibility: 'PRIVATE' })
    const down = await create()
    await provider.call('DELETE', `/scopes${down.query}`, SCOPES)

    const all = names(await send(pair.digdir, 'GET', '/scopes/all'))
    expect(all).toEqual(expect.arrayContaining([open.name, closed.name]))
    for (const { name } of [secret, down]) expect(all).not.toContain(name)
    const forAll = names(await send(pair.digdir, 'GET', '/scopes/all?accessible_for_all=true'))
    expect(forAll).toContain(open.name)
    expect(forAll).not.toContain(closed.name)
  })

  it('names Altinn of its own environment as the delegation source', async () => {
    const prod = await startPair({ environment: 'prod' })
    try {
      expect((await send(pair.digdir, 'GET', '/delegationsources')).body).toMatchObject([
        { name: 'Altinn', issuer: 'https://tt02.altinn.no/' },
      ])
      expect((await send(prod.digdir, 'GET', '/delegationsources')).body).toMatchObject([
        { name: 'Altinn', issuer: 'https://www.altinn.no/' },
      ])
    } finally {
      await prod.close()
    }
  })
})

describe('a provider’s scopes', () => {
  it('are made whole, with defaults', async () => {
    const { scope, query } = await create({ at_max_age: 300 })
    expect(scope).toMatchObject({
      owner_orgno: PROVIDER,
      active: true,
      visibility: 'PUBLIC',
      at_max_age: 300,
      accessible_for_all: false,
    })
    expect((await provider.call('GET', `/scopes${query}`, SCOPES)).body).toEqual(scope)
  })

  it.each([
    ['another’s prefix', { prefix: 'ks' }, 'prefix'],
    ['an upper-case subscope', { subscope: 'Data' }, 'subscope'],
    ['no description', { description: '' }, 'description'],
    ['an unknown delegation source', { delegation_source: 'https://www.altinn.no/' }, 'delegation_source'],
    ['a stamp', { created: 'x' }, 'created'],
  ])('are refused with %s', async (_name, change, field) => {
    const body = { prefix: 'kart', subscope: 'ny', description: 'x', ...change }
    expect(await provider.call('POST', '/scopes', SCOPES, body)).toMatchObject({
      status: 400,
      body: { errors: [{ fieldIdentifier: field }] },
    })
  })

  it('are taken down and put up again by PUT, never by POST', async () => {
    const { query, body, name } = await create()
    expect(await provider.call('DELETE', `/scopes${query}`, SCOPES)).toMatchObject({
      status: 200,
      body: { name, active: false },
    })
    expect(names(await provider.call('GET', '/scopes', SCOPES))).not.toContain(name)
    expect(names(await provider.call('GET', '/scopes?inactive=true', SCOPES))).toContain(name)
    expect((await provider.call('POST', '/scopes', SCOPES, body)).status).toBe(409)
    expect(await provider.call('PUT', `/scopes${query}`, SCOPES, { ...body, active: true })).toMatchObject({
      status: 200,
      body: { active: true },
    })
    expect((await provider.call('POST', '/scopes', SCOPES, body)).status).toBe(409)
  })

  it('fall asleep by a PUT that does not say active, and keep their name', async () => {
    const { query, body } = await create()
    expect(
      (await provider.call('PUT', `/scopes${query}`, SCOPES, { ...body, subscope: 'annet', active: true })).status,
    ).toBe(400)
    expect((await provider.call('PUT', `/scopes${query}`, SCOPES, body)).body).toMatchObject({ active: false })
  })

  it('of others do not exist', async () => {
    pair.registry.addScope({ prefix: 'ks', subscope: 'fiks', owner_orgno: OTHER })
    for (const [method, path] of [
      ['GET', '/scopes?scope=ks:fiks'],
      ['DELETE', '/scopes?scope=ks:fiks'],
      ['GET', '/scopes/access?scope=ks:fiks'],
      ['PUT', `/scopes/access/${OWN}?scope=ks:fiks`],
      ['GET', '/scopes/access'],
    ] as const)
      expect((await provider.call(method, path, SCOPES)).status).toBe(404)
  })
})

describe('access', () => {
  it('is granted, seen by the consumer, revoked and granted again', async () => {
    const { name, query } = await create()
    const mine = async () =>
      ((await consumer.call('GET', '/scopes/access/all', READ)).body as { scope: string; state: string }[]).find(
        (one) => one.scope === name,
      )
    const register = async () =>
      (await consumer.call('POST', '/clients', WRITE, { ...maskinportenBody, scopes: [name] })).status
    expect([await mine(), await register()]).toEqual([undefined, 400])

    const granted = await provider.call('PUT', `/scopes/access/${OWN}${query}`, SCOPES)
    expect(granted).toMatchObject({
      status: 200,
      body: { scope: name, state: 'APPROVED', consumer_orgno: OWN, owner_orgno: PROVIDER },
    })
    expect([await mine(), await register()]).toEqual([granted.body, 201])
    expect((await provider.call('GET', `/scopes/access${query}`, SCOPES)).body).toEqual([granted.body])

    const revoked = await provider.call('DELETE', `/scopes/access/${OWN}${query}`, SCOPES)
    expect(revoked).toMatchObject({ status: 200, body: { state: 'DENIED', created: granted.body.created } })
    expect([await mine(), await register()]).toEqual([revoked.body, 400])

    await provider.call('PUT', `/scopes/access/${OWN}${query}`, SCOPES)
    expect(await register()).toBe(201)
  })

  it.each(['123', '310000001', 'abcdefghi'])('is refused for %s, which is no organisation number', async (orgno) => {
    const { query } = await create()
    expect(await provider.call('PUT', `/scopes/access/${orgno}${query}`, SCOPES)).toMatchObject({
      status: 400,
      body: { errors: [{ fieldIdentifier: 'consumer_orgno' }] },
    })
  })

  it('that was never given cannot be taken away', async () => {
    const { query } = await create()
    expect((await provider.call('DELETE', `/scopes/access/${OTHER}${query}`, SCOPES)).status).toBe(404)
  })
})
