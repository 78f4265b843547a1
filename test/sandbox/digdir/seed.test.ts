import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerScopes } from '../../../sandbox/brreg/scopes.ts'
import { steppedClock } from '../../../sandbox/clock.ts'
import type { Client } from '../../../sandbox/digdir/model.ts'
import { createRegistry } from '../../../sandbox/digdir/registry.ts'
import { seedClients, seedGrants, seedScopes } from '../../../sandbox/digdir/seed.ts'
import { createCaller, createKey, OTHER, OWN, type Pair, START, send, startPair } from './pair.ts'

const DAY = 24 * 60 * 60
const fresh = (environment: 'test' | 'prod' = 'test') => createRegistry({ environment, clock: steppedClock(START) })

describe('seeded clients', () => {
  const registry = fresh()
  seedClients(registry, OWN, 250)
  const clients = registry.clients(OWN)
  const keysOf = (client: Client) => registry.client(client.client_id)!.keys?.keys ?? []

  it('are the same for the same seed, and others for another seed or organisation', () => {
    const ids = (orgno: string, seed?: number) => {
      const other = fresh()
      seedClients(other, orgno, 20, seed)
      return other.clients().map((one) => one.client_id)
    }
    expect(ids(OWN)).toEqual(clients.slice(0, 20).map((one) => one.client_id))
    const all = [...ids(OWN), ...ids(OWN, 2), ...ids(OTHER)]
    expect(new Set(all).size).toBe(60)
  })

  it('are of both types, some inactive, with Norwegian names that differ', () => {
    expect(clients).toHaveLength(250)
    for (const type of ['idporten', 'maskinporten'])
      expect(clients.filter((one) => one.integration_type === type)).toHaveLength(125)
    expect(clients.filter((one) => !one.active)).toHaveLength(22)
    expect(new Set(clients.map((one) => one.client_name)).size).toBe(250)
    for (const letter of 'æøå') expect(clients.some((one) => one.client_name.includes(letter))).toBe(true)
    expect(clients.every((one) => one.created <= one.last_updated)).toBe(true)
  })

  it('have keys of every age: expired, within thirty days, and longer; some have none', () => {
    const now = START / 1000
    const left = clients.flatMap(keysOf).map((one) => (one.exp - now) / DAY)
    expect(left.some((days) => days < 0)).toBe(true)
    expect(left.filter((days) => days > 0 && days < 30).length).toBeGreaterThan(3)
    expect(left.some((days) => days > 300)).toBe(true)
    expect(Math.max(...left)).toBeLessThanOrEqual(365)
    const keyless = clients.filter((one) => keysOf(one).length === 0)
    expect(keyless.some((one) => one.token_endpoint_auth_method === 'private_key_jwt')).toBe(true)
    expect(keyless.some((one) => registry.secret(one.client_id) !== undefined)).toBe(true)
  })
})

describe('seeded scopes', () => {
  it('are the two real ones and many of the same shape', () => {
    const registry = fresh('prod')
    seedScopes(registry)
    const scopes = registry.scopes()
    expect(scopes.length).toBeGreaterThanOrEqual(27)
    expect(registry.scope('altinn:accessmanagement/authorizedparties.resourceowner')).toMatchObject({
      delegation_source: 'https://www.altinn.no/',
      owner_orgno: '991825827',
      at_max_age: 3600,
      created: '2024-05-23T13:17:33.438Z',
    })
    for (const prefix of ['ks', 'skatteetaten', 'nav', 'lanekassen', 'krr', 'idporten'])
      expect(scopes.some((one) => one.prefix === prefix)).toBe(true)
    expect(scopes.some((one) => one.accessible_for_all)).toBe(true)
    expect(scopes.some((one) => one.allowed_integration_types.length === 0)).toBe(true)
    const members = Object.keys(registry.scope('altinn:accessmanagement/authorizedparties.admin')!)
    for (const scope of scopes) expect(Object.keys(scope)).toEqual(expect.arrayContaining(members))
  })

  it('hold the six of the register over beneficial owners, which anybody sees and Altinn delegates', () => {
    const registry = fresh('test')
    seedScopes(registry)
    for (const name of registerScopes)
      expect(registry.scope(name)).toMatchObject({
        owner_orgno: '974760673',
        visibility: 'PUBLIC',
        accessible_for_all: false,
        delegation_source: 'https://tt02.altinn.no/',
        allowed_integration_types: ['maskinporten'],
      })
  })

  it('name Altinn of the environment they are in', () => {
    const registry = fresh('test')
    seedScopes(registry)
    const sources = registry.scopes().flatMap((one) => one.delegation_source ?? [])
    expect(new Set(sources)).toEqual(new Set(['https://tt02.altinn.no/']))
  })

  it('are granted in part, none of Digdir’s own admin scopes among them', () => {
    const registry = fresh()
    seedScopes(registry)
    seedGrants(registry, OWN)
    const granted = registry.accesses({ orgno: OWN })
    expect(granted.length).toBeGreaterThan(5)
    expect(granted.every((one) => one.state === 'APPROVED' && !one.scope.startsWith('idporten:'))).toBe(true)
    expect(granted.length).toBeLessThan(registry.scopes().length / 2)
  })
})

describe('a list of 250 clients', () => {
  let pair: Pair
  beforeAll(async () => {
    pair = await startPair()
    seedClients(pair.registry, OWN, 250)
  })
  afterAll(() => pair.close())

  it('comes whole, and without the inactive ones', async () => {
    const token = await createCaller(pair, { orgno: OWN, scopes: ['idporten:dcr.read'], key: createKey() }).token([
      'idporten:dcr.read',
    ])
    // The admin client is one of the organisation's clients too.
    expect((await send(pair.digdir, 'GET', '/clients', token)).body).toHaveLength(229)
    expect((await send(pair.digdir, 'GET', '/clients?inactive=true', token)).body).toHaveLength(251)
  })
})
