import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createCaller,
  createKey,
  maskinportenBody,
  OWN,
  type Pair,
  requestToken,
  signGrant,
  startPair,
} from '../digdir/pair.ts'

const WRITE = 'idporten:dcr.write'
const WAIT = 60_000
const key = createKey()

let pair: Pair
let caller: ReturnType<typeof createCaller>

beforeAll(async () => {
  pair = await startPair({ propagationMs: WAIT })
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks' })
  pair.registry.addScope({ prefix: 'ks', subscope: 'ny' })
  for (const scope of ['ks:fiks', 'ks:ny']) pair.registry.grant(scope, OWN)
  caller = createCaller(pair, { orgno: OWN, scopes: [WRITE], key: createKey() })
})
afterAll(() => pair.close())

const ask = async (id: string, scope = 'ks:fiks', kid = key.kid) => {
  const response = await requestToken(pair.maskinporten, await signGrant(pair, key, { iss: id, scope }, { kid }))
  const body = (await response.json()) as { error_description?: string }
  return body.error_description ?? 'a token'
}

describe('propagation', () => {
  it('makes Maskinporten learn of clients, keys, scopes and ends only after a while', async () => {
    const { client_id: id } = (await caller.call('POST', '/clients', WRITE, maskinportenBody)).body
    pair.clock.forward(WAIT / 2)
    expect((await caller.call('POST', `/clients/${id}/jwks`, WRITE, { keys: [key.jwk] })).status).toBe(201)
    pair.clock.forward(WAIT / 2 - 1)
    expect(await ask(id)).toMatch(/^MP-100/)
    pair.clock.forward(1)
    expect(await ask(id)).toMatch(/Unknown key identifier/)
    pair.clock.forward(WAIT / 2)
    expect(await ask(id)).toBe('a token')

    await caller.call('PUT', `/clients/${id}`, WRITE, { ...maskinportenBody, scopes: ['ks:ny'] })
    expect(await ask(id, 'ks:ny')).toMatch(/^MP-200/)
    expect(await ask(id)).toBe('a token')
    pair.clock.forward(WAIT)
    expect(await ask(id)).toMatch(/^MP-200/)
    expect(await ask(id, 'ks:ny')).toBe('a token')

    const second = { ...key.jwk, kid: crypto.randomUUID() }
    await caller.call('POST', `/clients/${id}/jwks`, WRITE, { keys: [second] })
    expect(await ask(id, 'ks:ny')).toBe('a token')
    expect(await ask(id, 'ks:ny', second.kid)).toMatch(/Unknown key identifier/)
    pair.clock.forward(WAIT)
    expect(await ask(id, 'ks:ny', second.kid)).toBe('a token')

    await caller.call('DELETE', `/clients/${id}`, WRITE)
    expect(await ask(id, 'ks:ny', second.kid)).toBe('a token')
    pair.clock.forward(WAIT)
    expect(await ask(id, 'ks:ny', second.kid)).toMatch(/^MP-100/)
  })

  it('does not touch what was there from the start', async () => {
    const { client_id } = pair.registry.addClient(OWN, { scopes: ['ks:fiks'], keys: [{ ...key.jwk, kid: 'gammel' }] })
    expect(await ask(client_id, 'ks:fiks', 'gammel')).toBe('a token')
  })
})

describe('environments', () => {
  it('know nothing of each other’s clients', async () => {
    const prod = await startPair({ environment: 'prod' })
    try {
      const { client_id } = pair.registry.addClient(OWN, { scopes: ['ks:fiks'], keys: [{ ...key.jwk, kid: 'test' }] })
      const assertion = await signGrant(prod, key, { iss: client_id, scope: 'ks:fiks' }, { kid: 'test' })
      const response = await requestToken(prod.maskinporten, assertion)
      expect(await response.json()).toMatchObject({
        error: 'invalid_grant',
        error_description: expect.stringMatching(/^MP-100/),
      })
      expect(prod.registry.clients()).toEqual([])
    } finally {
      await prod.close()
    }
  })
})
