import { generateKeyPair, SignJWT } from 'jose'
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
  send,
  startPair,
} from './pair.ts'

const READ = 'idporten:dcr.read'
const MODIFY = 'idporten:dcr.modify'
const WRITE = 'idporten:dcr.write'
const SUPPLIER = 'idporten:dcr.supplier'
const SCOPES = 'idporten:scopes.write'
const ALL = [READ, MODIFY, WRITE, SUPPLIER, SCOPES]

const key = createKey()
let pair: Pair
let caller: ReturnType<typeof createCaller>

beforeAll(async () => {
  pair = await startPair()
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks', owner_orgno: OTHER })
  pair.registry.addScope({ prefix: 'egen', subscope: 'data', owner_orgno: OWN })
  pair.registry.grant('ks:fiks', OWN)
  caller = createCaller(pair, { orgno: OWN, scopes: ALL, key })
})
afterAll(() => pair.close())

type Row = { method: string; path: string; scopes: string[]; body?: unknown; status: number; secret?: true }

/** The table of reference digdir.md 2.2; `:id` is a fresh client of the caller. */
const rows: Row[] = [
  { method: 'GET', path: '/clients', scopes: [READ], status: 200 },
  { method: 'POST', path: '/clients', scopes: [WRITE], body: maskinportenBody, status: 201 },
  { method: 'GET', path: '/clients/:id', scopes: [READ], status: 200 },
  { method: 'PUT', path: '/clients/:id', scopes: [MODIFY, WRITE], body: idportenBody, status: 200 },
  { method: 'DELETE', path: '/clients/:id', scopes: [WRITE], status: 204 },
  { method: 'POST', path: '/clients/:id/secret', scopes: [WRITE, MODIFY], status: 200, secret: true },
  { method: 'GET', path: '/clients/:id/jwks', scopes: [READ], status: 200 },
  { method: 'POST', path: '/clients/:id/jwks', scopes: [WRITE], body: 'jwks', status: 201 },
  { method: 'PUT', path: '/clients/:id/jwks', scopes: [WRITE], body: 'jwks', status: 200 },
  { method: 'DELETE', path: '/clients/:id/jwks', scopes: [WRITE], status: 204 },
  { method: 'GET', path: '/scopes', scopes: [SCOPES], status: 200 },
  { method: 'POST', path: '/scopes', scopes: [SCOPES], body: 'scope', status: 201 },
  {
    method: 'PUT',
    path: '/scopes?scope=egen:data',
    scopes: [SCOPES],
    body: { prefix: 'egen', subscope: 'data', description: 'x', active: true },
    status: 200,
  },
  { method: 'GET', path: '/scopes/access?scope=egen:data', scopes: [SCOPES], status: 200 },
  { method: 'PUT', path: `/scopes/access/${OTHER}?scope=egen:data`, scopes: [SCOPES], status: 200 },
  { method: 'DELETE', path: `/scopes/access/${OTHER}?scope=egen:data`, scopes: [SCOPES], status: 200 },
  { method: 'GET', path: '/scopes/access/all', scopes: [READ], status: 200 },
]

const prepared = (row: Row) => {
  const method = row.secret ? 'client_secret_basic' : 'private_key_jwt'
  const { client_id } = pair.registry.addClient(OWN, {
    ...(idportenBody as object),
    token_endpoint_auth_method: method,
  })
  const bodies: Record<string, unknown> = {
    jwks: { keys: [publicJwk()] },
    scope: { prefix: 'egen', subscope: `ny/${crypto.randomUUID().replaceAll('-', '')}`, description: 'Nye data' },
  }
  return {
    path: row.path.replace(':id', client_id),
    body: typeof row.body === 'string' ? bodies[row.body] : row.body,
  }
}

describe('every operation', () => {
  it.each(rows)('$method $path opens with $scopes and nothing else', async (row) => {
    // The supplier's scope opens clients too, in its own way: supplier.test.ts.
    for (const scope of ALL.filter((one) => one !== SUPPLIER)) {
      const { path, body } = prepared(row)
      const answer = await caller.call(row.method, path, scope, body)
      const expected = row.scopes.includes(scope) ? row.status : 403
      expect({ scope, status: answer.status, body: answer.body }).toMatchObject({ scope, status: expected })
    }
  })

  it.each(rows)('$method $path asks for a token and for signed terms', async (row) => {
    const { path, body } = prepared(row)
    expect((await send(pair.digdir, row.method, path, undefined, body)).status).toBe(401)
    pair.registry.setTerms(OWN, false)
    const answer = await caller
      .call(row.method, path, row.scopes[0]!, body)
      .finally(() => pair.registry.setTerms(OWN, true))
    expect(answer).toMatchObject({ status: 428, body: { status: 428, error: 'PRECONDITION_REQUIRED' } })
  })

  it.each(['/scopes/all', '/delegationsources'])('GET %s is open to anyone', async (path) => {
    expect((await send(pair.digdir, 'GET', path)).status).toBe(200)
  })

  it.each([
    ['GET', '/nothing'],
    ['PATCH', '/clients'],
    ['GET', '/clients/x/onbehalfof/'],
  ])('%s %s, which does not exist, is 500', async (method, path) => {
    expect(await send(pair.digdir, method, path)).toMatchObject({
      status: 500,
      body: { status: 500, error: 'Internal Server Error' },
    })
  })
})

describe('a bearer token', () => {
  const bearer = async () => caller.token([READ])

  it('is refused once it has expired, and not before', async () => {
    const token = await bearer()
    pair.clock.forward(119_000)
    expect((await send(pair.digdir, 'GET', '/clients', token)).status).toBe(200)
    pair.clock.forward(1000)
    expect((await send(pair.digdir, 'GET', '/clients', token)).status).toBe(401)
  })

  it('is refused when its signature is broken or another issuer’s', async () => {
    const token = await bearer()
    const [header, payload, signature] = token.split('.')
    const flipped = `${signature![0] === 'A' ? 'B' : 'A'}${signature!.slice(1)}`
    expect((await send(pair.digdir, 'GET', '/clients', `${header}.${payload}.${flipped}`)).status).toBe(401)

    const { privateKey } = await generateKeyPair('RS256')
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    expect((await send(pair.digdir, 'GET', '/clients', forged)).status).toBe(401)
  })

  it('is refused as another scheme, and as garbage', async () => {
    const token = await bearer()
    for (const authorization of [`Basic ${token}`, token, 'Bearer', 'Bearer x.y.z']) {
      const response = await fetch(`${pair.digdir.apiUrl}/clients`, { headers: { authorization } })
      expect(response.status).toBe(401)
    }
  })

  it('of production is worth nothing in test, nor the other way round', async () => {
    const prod = await startPair({ environment: 'prod' })
    try {
      const other = createCaller(prod, { orgno: OWN, scopes: [READ], key })
      const token = await other.token([READ])
      expect((await send(prod.digdir, 'GET', '/clients', token)).status).toBe(200)
      expect((await send(pair.digdir, 'GET', '/clients', token)).status).toBe(401)
      expect((await send(prod.digdir, 'GET', '/clients', await bearer())).status).toBe(401)
    } finally {
      await prod.close()
    }
  })
})

describe('an error', () => {
  it('has the documented body and the correlation id of the request', async () => {
    const answer = await send(pair.digdir, 'GET', '/clients')
    expect(answer.body).toEqual({
      status: 401,
      timestamp: new Date(pair.clock.now()).toISOString(),
      correlation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      error: 'Unauthorized',
      error_description: expect.any(String),
    })
    expect(pair.digdir.requests().at(-1)).toEqual({
      method: 'GET',
      path: '/api/v1/clients',
      at: pair.clock.now(),
      status: 401,
      correlationId: answer.body.correlation_id,
    })
  })

  it.each([
    [{ client_name: '', application_type: 'desktop' }, ['client_name', 'application_type']],
    [
      { redirect_uris: ['https://ok.example/', 'ftp://x.example'], client_uri: 'x' },
      ['redirect_uris[1]', 'client_uri'],
    ],
  ])('of a body with %j lists every field at fault', async (change, fields) => {
    const { status, body } = await caller.call('POST', '/clients', WRITE, { ...idportenBody, ...change })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'Bad Request', error_description: 'validation failed' })
    const fault = { errorMessage: expect.stringMatching(/./), isFieldError: true, objectName: 'client' }
    expect(body.errors).toEqual(
      expect.arrayContaining(fields.map((fieldIdentifier) => ({ ...fault, fieldIdentifier }))),
    )
  })

  it('answers a body that is no JSON', async () => {
    const authorization = `Bearer ${await caller.token([WRITE])}`
    const post = (contentType: string, body: string) =>
      fetch(`${pair.digdir.apiUrl}/clients`, {
        method: 'POST',
        headers: { authorization, 'content-type': contentType },
        body,
      })
    expect((await post('application/json', '{')).status).toBe(400)
    expect((await post('application/json', '[]')).status).toBe(400)
    expect((await post('text/plain', JSON.stringify(maskinportenBody))).status).toBe(415)
  })
})
