import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
const stranger = createKey()
const oldKey = createKey()

let pair: Pair
let keyed: string

beforeAll(async () => {
  pair = await startPair()
  const { registry } = pair
  registry.addScope({ prefix: 'ks', subscope: 'fiks', allowed_integration_types: ['maskinporten'] })
  registry.addScope({ prefix: 'ks', subscope: 'lukket' })
  registry.addScope({ prefix: 'ks', subscope: 'nedlagt', active: false })
  registry.addScope({ prefix: 'krr', subscope: 'user/x.read', allowed_integration_types: ['api_klient'] })
  registry.addScope({ prefix: 'skatt', subscope: 'delt', delegation_source: 'https://tt02.altinn.no/' })
  registry.grant('ks:fiks', OWN)
  registry.grant('ks:fiks', CUSTOMER)
  registry.grant('skatt:delt', CUSTOMER)
  keyed = registry.addClient(OWN, {
    scopes: ['ks:fiks', 'ks:lukket', 'ks:nedlagt', 'krr:user/x.read', 'openid', 'skatt:delt'],
    keys: [key.jwk, { ...oldKey.jwk, exp: Math.floor(START / 1000) - 1 }],
  }).client_id
})
afterAll(() => pair.close())

const now = START / 1000

const refusal = async (assertion: string) => {
  const response = await requestToken(pair.maskinporten, assertion)
  const body = (await response.json()) as { error: string; error_description: string }
  return { status: response.status, ...body }
}

/** A name, what stands in place of a good grant's claims, and the text of the answer. */
type ClaimCase = [string, Record<string, unknown>, RegExp]

const details = (detail: object) => ({ authorization_details: [detail] })

const claimCases: { error: string; status: number; cases: ClaimCase[] }[] = [
  {
    error: 'invalid_grant',
    status: 400,
    cases: [
      ['an unknown client', { iss: OTHER }, /^MP-100: .*not found/],
      ['a wrong audience', { aud: 'https://maskinporten.no/' }, /^MP-110: /],
      ['several audiences', { aud: ['https://maskinporten.no/'] }, /^MP-110: /],
      ['a grant that has expired', { iat: now - 5, exp: now }, /^MP-130: /],
      ['a grant made eleven seconds ago', { iat: now - 11, exp: now + 60 }, /^MP-130: /],
      ['a grant from the future', { iat: now + 11, exp: now + 60 }, /^Authentication of.*issue time after now/],
      ['a grant that is not valid yet', { nbf: now + 11 }, /issue time after now/],
      ['a grant that lives 121 seconds', { iat: now, exp: now + 121 }, /120 seconds/],
    ],
  },
  {
    error: 'invalid_scope',
    status: 400,
    cases: [
      ['a scope that the client lacks', { scope: 'ks:fiks ks:annet' }, /^MP-200: /],
      ['a scope that is taken down', { scope: 'ks:nedlagt' }, /^MP-200: /],
      ['a scope for logged-in users', { scope: 'krr:user/x.read' }, /^MP-201: /],
      ['openid', { scope: 'openid' }, /^MP-201: /],
    ],
  },
  {
    error: 'forbidden',
    status: 403,
    cases: [
      [
        'a scope without access',
        { scope: 'ks:lukket' },
        /^MP-250: Consumer has not been granted access to the scope ks:lukket\. /,
      ],
      ['a delegable scope without consumer_org', { scope: 'skatt:delt' }, /^MP-250: /],
      ['a consumer without access', { scope: 'skatt:delt', consumer_org: OTHER }, /^MP-250: /],
      [
        'a consumer that delegated nothing',
        { scope: 'skatt:delt', consumer_org: CUSTOMER },
        new RegExp(
          `^MP-251: Consumer ${CUSTOMER} has not delegated access to the scope skatt:delt to supplier ${OWN}\\. `,
        ),
      ],
      ['a scope that cannot be delegated', { consumer_org: CUSTOMER }, /^MP-251: /],
    ],
  },
  {
    error: 'invalid_request',
    status: 400,
    cases: [
      ['its own organisation as consumer', { consumer_org: OWN }, /^Validation of JWT claim failed: .*consumer_org/],
      ['a consumer that is no number', { consumer_org: `NO${OWN}` }, /^MP-011: .*consumer_org/],
      ['consumer_org beside iss_onbehalfof', { consumer_org: CUSTOMER, iss_onbehalfof: 'x' }, /^MP-011: /],
      ['a claim that nobody knows', { consumer_orgno: CUSTOMER }, /^Invalid assertion.*consumer_orgno/],
      ['a resource that is no array', { resource: 'https://api.example' }, /^MP-011: .*resource/],
      ['a pid that is no number', { pid: '123' }, /^MP-011: .*pid/],
      ['no scope', { scope: undefined }, /^MP-011: .*scope/],
      ['no issue time', { iat: undefined }, /^MP-011: .*iat/],
      ['an expiry that is text', { exp: '120' }, /^MP-011: .*exp/],
      ['a line break in the client id', { iss: 'abc\n' }, /^MP-011: .*iss/],
    ],
  },
  {
    error: 'invalid_authorization_details',
    status: 400,
    cases: [
      ['details of an unknown type', details({ type: 'urn:x' }), /^MP-301: /],
      ['details with unknown fields', details({ type: 'urn:altinn:systemuser', x: 1 }), /^MP-302: /],
      ['details without an organisation', details({ type: 'urn:altinn:systemuser' }), /^MP-303: /],
      ['details that are no array', { authorization_details: {} }, /^MP-303: /],
    ],
  },
]

type HeaderCase = [string, Record<string, unknown>, typeof key, string, RegExp]

const headerCases: HeaderCase[] = [
  ['an expired key', { kid: oldKey.kid }, oldKey, 'invalid_grant', /^MP-121: /],
  ['an unknown kid', { kid: 'nobody' }, key, 'invalid_grant', /^Invalid assertion.*Unknown key identifier \(kid\)/],
  ['another key behind a registered kid', {}, stranger, 'invalid_grant', /^MP-124: /],
  ['another algorithm than the key is for', { alg: 'RS512' }, key, 'invalid_grant', /^MP-124: /],
  ['an algorithm of another family', { alg: 'PS256' }, key, 'invalid_request', /^MP-011: .*alg/],
  ['neither kid nor x5c', { kid: undefined }, key, 'invalid_request', /^MP-011: .*kid and x5c/],
  ['both kid and x5c', { x5c: ['AAAA'] }, key, 'invalid_request', /^MP-011: .*kid and x5c/],
  ['x5c where keys are registered', { kid: undefined, x5c: ['AAAA'] }, key, 'invalid_grant', /kid is required/],
]

describe.each(claimCases)('the token endpoint answers $status $error', ({ error, status, cases }) => {
  it.each(cases)('to %s', async (_name, claims, text) => {
    const answer = await refusal(await signGrant(pair, key, { iss: keyed, scope: 'ks:fiks', ...claims }))
    expect(answer).toMatchObject({ status, error, error_description: expect.stringMatching(text) })
    expect(answer.error_description).toMatch(/ \(trace_id: [0-9a-f]{32}\)$/)
  })
})

describe('the token endpoint', () => {
  it.each(headerCases)('refuses %s', async (_name, header, signer, error, text) => {
    const claims = { iss: keyed, scope: 'ks:fiks' }
    const answer = await refusal(await signGrant(pair, signer, claims, { kid: key.kid, ...header }))
    expect(answer).toMatchObject({ status: 400, error, error_description: expect.stringMatching(text) })
  })

  it('refuses an audience without its slash', async () => {
    const assertion = await signGrant(pair, key, { iss: keyed, scope: 'ks:fiks', aud: pair.maskinporten.url })
    expect((await refusal(assertion)).error_description).toMatch(/^MP-110/)
  })

  it('refuses a grant that was used before, also one without jti', async () => {
    for (const jti of ['once', undefined]) {
      const assertion = await signGrant(pair, key, { iss: keyed, scope: 'ks:fiks', jti })
      expect((await requestToken(pair.maskinporten, assertion)).status).toBe(200)
      expect(await refusal(assertion)).toMatchObject({
        status: 400,
        error: 'invalid_grant',
        error_description: expect.stringMatching(/^MP-012: .*used before/),
      })
    }
  })

  it('refuses a new grant with an old jti', async () => {
    const claims = { iss: keyed, scope: 'ks:fiks', jti: 'the-same' }
    expect((await requestToken(pair.maskinporten, await signGrant(pair, key, claims))).status).toBe(200)
    const again = await signGrant(pair, key, { ...claims, pid: '01019012345' })
    expect((await refusal(again)).error_description).toMatch(/^MP-012/)
  })

  it('refuses what is no JWT, and other grant types', async () => {
    expect((await refusal('a.b')).error_description).toMatch(/^MP-011: /)
    const hmac = [{ alg: 'HS256', kid: key.kid }, { iss: keyed }]
      .map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'))
      .join('.')
    const forged = `${hmac}.${createHmac('sha256', key.jwk.n).update(hmac).digest('base64url')}`
    expect((await refusal(forged)).error_description).toMatch(/^MP-011: .*alg/)
    const response = await requestToken(pair.maskinporten, 'x', 'client_credentials')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'unsupported_grant_type' })
  })

  it('refuses parameters in the query string', async () => {
    const assertion = await signGrant(pair, key, { iss: keyed, scope: 'ks:fiks' })
    const query = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })
    const response = await fetch(`${pair.maskinporten.url}/token?${query}`, { method: 'POST' })
    expect(response.status).toBe(400)
  })

  it('refuses an inactive client and one whose grants do not allow it', async () => {
    const inactive = pair.registry.addClient(OWN, {
      scopes: ['ks:fiks'],
      keys: [{ ...key.jwk, kid: 'inactive' }],
      active: false,
    })
    const gone = await signGrant(pair, key, { iss: inactive.client_id, scope: 'ks:fiks' }, { kid: 'inactive' })
    expect((await refusal(gone)).error_description).toMatch(/^MP-100/)
    const login = pair.registry.addClient(OWN, {
      integration_type: 'api_klient',
      grant_types: ['authorization_code'],
      scopes: ['openid', 'ks:fiks'],
      keys: [{ ...key.jwk, kid: 'login' }],
    })
    const other = await signGrant(pair, key, { iss: login.client_id, scope: 'ks:fiks' }, { kid: 'login' })
    expect(await refusal(other)).toMatchObject({ error: 'unauthorized_client' })
  })
})
