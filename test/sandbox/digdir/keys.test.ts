import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createCaller,
  createKey,
  maskinportenBody,
  OTHER,
  OWN,
  type Pair,
  publicJwk,
  requestToken,
  signGrant,
  startPair,
} from './pair.ts'

const READ = 'idporten:dcr.read'
const WRITE = 'idporten:dcr.write'
const YEAR = 365 * 24 * 60 * 60
const key = createKey()

let pair: Pair
let caller: ReturnType<typeof createCaller>
let path: string
let clientId: string

beforeAll(async () => {
  pair = await startPair()
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks' })
  pair.registry.grant('ks:fiks', OWN)
  caller = createCaller(pair, { orgno: OWN, scopes: [READ, WRITE], key })
})
afterAll(() => pair.close())
beforeEach(async () => {
  clientId = (await caller.call('POST', '/clients', WRITE, maskinportenBody)).body.client_id
  path = `/clients/${clientId}/jwks`
})

const post = (...keys: unknown[]) => caller.call('POST', path, WRITE, { keys })
const stored = async () => (await caller.call('GET', path, READ)).body.keys as { kid: string; exp: number }[]
const seconds = () => Math.floor(pair.clock.now() / 1000)

/** What is wrong, the body, and the field that the answer names. */
const refused: readonly (readonly [string, unknown, string])[] = [
  ['an empty set', { keys: [] }, 'keys'],
  ['an array', [publicJwk()], 'keys'],
  ['nothing', {}, 'keys'],
  ['a string for a key', { keys: ['x'] }, 'keys[0]'],
  ['a key without use', { keys: [{ ...publicJwk(), use: undefined }] }, 'keys[0].use'],
  ['a key for encryption', { keys: [{ ...publicJwk(), use: 'enc' }] }, 'keys[0].use'],
  ['a key without alg', { keys: [{ ...publicJwk(), alg: undefined }] }, 'keys[0].alg'],
  ['RS512', { keys: [{ ...publicJwk(), alg: 'RS512' }] }, 'keys[0].alg'],
  [
    'an EC key',
    { keys: [{ kty: 'EC', kid: 'ec', crv: 'P-256', x: 'x', y: 'y', alg: 'ES256', use: 'sig' }] },
    'keys[0].kty',
  ],
  ['1024 bits', { keys: [publicJwk(1024)] }, 'keys[0].n'],
  ['2040 bits', { keys: [publicJwk(2040)] }, 'keys[0].n'],
  ['a modulus that is no base64url', { keys: [{ ...publicJwk(), n: '+/=' }] }, 'keys[0].n'],
  ['no exponent', { keys: [{ ...publicJwk(), e: undefined }] }, 'keys[0].e'],
  ['no kid', { keys: [{ ...publicJwk(), kid: undefined }] }, 'keys[0].kid'],
  ['a kid with a slash', { keys: [{ ...publicJwk(), kid: 'a/b' }] }, 'keys[0].kid'],
  ['a kid with æ', { keys: [{ ...publicJwk(), kid: 'nøkkel' }] }, 'keys[0].kid'],
  ['an x5c that is a string', { keys: [{ ...publicJwk(), x5c: 'MII' }] }, 'keys[0].x5c'],
  ...['d', 'p', 'q', 'dp', 'dq', 'qi'].map(
    (member) =>
      [`the private ${member}`, { keys: [{ ...publicJwk(), [member]: 'hemmelig' }] }, `keys[0].${member}`] as const,
  ),
]

describe('the key set', () => {
  it('gives each key a year from when it is posted, and stamps of its own', async () => {
    const jwk = publicJwk()
    const first = await post(jwk)
    expect(first).toMatchObject({ status: 201, body: { keys: [{ ...jwk, exp: seconds() + YEAR }] } })
    expect(await stored()).toEqual(first.body.keys)

    pair.clock.forward(1000)
    const again = await post(first.body.keys[0])
    expect(again.body.keys).toEqual([{ ...jwk, exp: seconds() + YEAR }])
    expect(again.body.created).toBe(first.body.created)
    expect(again.body.last_updated).not.toBe(first.body.last_updated)
  })

  it.each(['POST', 'PUT'])('is replaced as a whole by %s', async (method) => {
    const [one, two, three] = [publicJwk(), publicJwk(), publicJwk()]
    await post(one, two)
    await caller.call(method, path, WRITE, { keys: [two, three] })
    expect((await stored()).map((stored) => stored.kid)).toEqual([two.kid, three.kid])
  })

  it('is empty at first and after DELETE', async () => {
    expect(await stored()).toEqual([])
    await post(publicJwk())
    expect(await caller.call('DELETE', path, WRITE)).toMatchObject({ status: 204, body: undefined })
    expect(await stored()).toEqual([])
  })

  it('takes five keys and refuses six', async () => {
    const keys = Array.from({ length: 6 }, () => publicJwk())
    expect((await post(...keys.slice(0, 5))).status).toBe(201)
    expect(await post(...keys)).toMatchObject({ status: 400, body: { errors: [{ fieldIdentifier: 'keys' }] } })
    expect(await stored()).toHaveLength(5)
  })

  it.each(refused)('refuses %s', async (_name, body, field) => {
    const before = publicJwk()
    await post(before)
    const answer = await caller.call('POST', path, WRITE, body)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ fieldIdentifier: field, objectName: 'jwks' }] } })
    expect(JSON.stringify(answer.body)).not.toContain('hemmelig')
    expect((await stored()).map((one) => one.kid)).toEqual([before.kid])
  })

  it('refuses a kid that is used twice, or by anybody else', async () => {
    const jwk = publicJwk()
    expect(await post(jwk, { ...publicJwk(), kid: jwk.kid })).toMatchObject({
      status: 400,
      body: { errors: [{ fieldIdentifier: 'keys[1].kid' }] },
    })
    pair.registry.addClient(OTHER, { keys: [jwk] })
    expect(await post(publicJwk(), jwk)).toMatchObject({
      status: 400,
      body: { errors: [{ fieldIdentifier: 'keys[1].kid' }] },
    })
  })

  it('lets a kid be used again once it is free', async () => {
    const jwk = publicJwk()
    await post(jwk)
    await caller.call('DELETE', path, WRITE)
    const other = (await caller.call('POST', '/clients', WRITE, maskinportenBody)).body.client_id
    expect((await caller.call('POST', `/clients/${other}/jwks`, WRITE, { keys: [jwk] })).status).toBe(201)
  })

  it('takes the same key for several clients under names of their own', async () => {
    const jwk = publicJwk()
    await post(jwk)
    expect((await post(jwk, { ...jwk, kid: `${jwk.kid}.2` })).status).toBe(201)
  })
})

describe('at Maskinporten', () => {
  const own = createKey()
  const ask = async () => {
    const assertion = await signGrant(pair, own, { iss: clientId, scope: 'ks:fiks' })
    const response = await requestToken(pair.maskinporten, assertion)
    return {
      status: response.status,
      text: ((await response.json()) as { error_description?: string }).error_description ?? '',
    }
  }

  it('a key works from when it is posted until its year is over, and again when posted anew', async () => {
    expect((await ask()).text).toMatch(/Unknown key identifier/)
    await post(own.jwk)
    expect((await ask()).status).toBe(200)
    pair.clock.forward(YEAR * 1000)
    expect((await ask()).text).toMatch(/^MP-121/)
    // The admin client's own key has grown as old.
    const admin = pair.registry.client(caller.client_id)!
    const keys = admin.keys!.keys.map((one) => ({ ...one, exp: one.exp + YEAR }))
    pair.registry.save({ ...admin, keys: { ...admin.keys!, keys } })
    await post(own.jwk)
    expect((await ask()).status).toBe(200)
    await caller.call('DELETE', path, WRITE)
    expect((await ask()).text).toMatch(/Unknown key identifier/)
  })
})
