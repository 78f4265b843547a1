import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCaller, createKey, idportenBody, OWN, type Pair, publicJwk, send, startPair } from './pair.ts'

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

describe('secrets', () => {
  const secretBody = { ...idportenBody, token_endpoint_auth_method: 'client_secret_basic' }

  it('are shown where they are made and nowhere else', async () => {
    const created = await create(secretBody)
    expect(created.client_secret).toEqual(pair.registry.secret(created.client_id))
    const path = `/clients/${created.client_id}`
    const seen = [
      await read(created.client_id),
      (await caller.call('GET', '/clients', READ)).body,
      (await caller.call('PUT', path, WRITE, { ...secretBody, token_endpoint_auth_method: 'client_secret_post' })).body,
    ]
    expect(JSON.stringify(seen)).not.toContain('client_secret"')
    expect(pair.registry.secret(created.client_id)).toBe(created.client_secret)

    const renewed = (await caller.call('POST', `${path}/secret`, WRITE)).body
    expect(renewed).toMatchObject({ client_id: created.client_id, client_secret: expect.any(String) })
    expect(renewed.client_secret).not.toBe(created.client_secret)
  })

  it('are erased when the client leaves them, and do not come back by themselves', async () => {
    const { client_id } = await create(secretBody)
    await caller.call('PUT', `/clients/${client_id}`, WRITE, idportenBody)
    expect(pair.registry.secret(client_id)).toBeUndefined()
    expect(faults(await caller.call('POST', `/clients/${client_id}/secret`, WRITE))).toEqual([
      'token_endpoint_auth_method',
    ])
    const back = await caller.call('PUT', `/clients/${client_id}`, WRITE, secretBody)
    expect(back.body).not.toHaveProperty('client_secret')
    expect(pair.registry.secret(client_id)).toBeUndefined()
  })
})

describe('deactivating', () => {
  let path: string
  beforeEach(async () => {
    path = `/clients/${(await create({ ...idportenBody, token_endpoint_auth_method: 'client_secret_post' })).client_id}`
    expect(await caller.call('DELETE', path, WRITE)).toMatchObject({ status: 204, body: undefined })
  })

  it('hides the client, which is kept', async () => {
    expect((await caller.call('GET', path, READ)).status).toBe(404)
    expect((await caller.call('GET', `${path}/jwks`, READ)).status).toBe(404)
    expect((await caller.call('DELETE', path, WRITE)).status).toBe(404)
    expect(await caller.call('GET', `${path}?inactive=true`, READ)).toMatchObject({
      status: 200,
      body: { active: false },
    })
  })

  it.each([
    ['PUT', '', { ...idportenBody, active: true }],
    ['POST', '/secret', undefined],
    ['POST', '/jwks', { keys: [publicJwk()] }],
    ['PUT', '/jwks', { keys: [publicJwk()] }],
    ['DELETE', '/jwks', undefined],
  ])('cannot be undone by %s %s', async (method, rest, body) => {
    expect((await caller.call(method, `${path}${rest}`, WRITE, body)).status).toBe(409)
  })
})

describe('status codes', () => {
  it('can be those of the documents in place of those observed', async () => {
    const other = await startPair({ statuses: { created: 200, deleted: 200 } })
    try {
      const own = createCaller(other, { orgno: OWN, scopes: [WRITE], key })
      const token = await own.token([WRITE])
      const created = await send(other.digdir, 'POST', '/clients', token, idportenBody)
      expect(created.status).toBe(200)
      const path = `/clients/${created.body.client_id}`
      expect((await send(other.digdir, 'POST', `${path}/jwks`, token, { keys: [publicJwk()] })).status).toBe(200)
      expect(await send(other.digdir, 'DELETE', path, token)).toMatchObject({ status: 200, body: undefined })
    } finally {
      await other.close()
    }
  })
})

describe('changing the client', () => {
  it('and adding keys at the same time loses neither', async () => {
    const { client_id } = await create()
    const token = await caller.token([WRITE])
    const { apiUrl } = pair.digdir
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    // The body of the first is held back until the second is done.
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const init = { method: 'PUT', headers, body: readable, duplex: 'half' } as RequestInit
    const before = pair.digdir.count()
    const slow = fetch(`${apiUrl}/clients/${client_id}`, init)
    const writer = writable.getWriter()
    const bytes = new TextEncoder().encode(JSON.stringify({ ...idportenBody, client_name: 'Sent ute' }))
    await writer.write(bytes.slice(0, 10))
    expect((await send(pair.digdir, 'POST', `/clients/${client_id}/jwks`, token, { keys: [publicJwk()] })).status).toBe(
      201,
    )
    await writer.write(bytes.slice(10))
    await writer.close()
    expect((await slow).status).toBe(200)
    expect(pair.digdir.count()).toBe(before + 2)
    expect(pair.registry.client(client_id)).toMatchObject({ client: { client_name: 'Sent ute' }, keys: { keys: [{}] } })
  })
})
