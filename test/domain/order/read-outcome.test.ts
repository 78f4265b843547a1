import { describe, expect, test } from 'vitest'
import { readOutcome, type TokenExpected, tokenExpected } from '../../../src/domain/order/read-outcome.ts'
import type { OrderFacts } from '../../../src/domain/order/types.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'
import { direct, existing, fictional, nationalNumbers, OTHER_COMPANY } from '../../helpers/order-samples.ts'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const ISSUER = 'https://test.maskinporten.no/'
const SCOPE = 'brreg:reelle/offentlig'

const expected = (over: Partial<TokenExpected> = {}): TokenExpected => ({
  issuer: ISSUER,
  scope: SCOPE,
  organisationNumber: kinn.number,
  delegated: true,
  consumerOrg: heroy.number,
  clientId: 'client-1',
  now: NOW,
  ...over,
})

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const party = (number: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${number}` })
const claims = {
  iss: ISSUER,
  scope: SCOPE,
  client_id: 'client-1',
  iat: NOW / 1000 - 30,
  exp: NOW / 1000 + 90,
  consumer: party(heroy.number),
  supplier: party(kinn.number),
  delegation_source: 'https://tt02.altinn.no/',
}
const unsigned = (over: object = {}) => `${part({ alg: 'RS256', kid: 'k' })}.${part({ ...claims, ...over })}`
const issued = {
  outcome: 'issued',
  clientId: 'client-1',
  scope: SCOPE,
  consumerOrg: heroy.number,
  issuedAt: NOW - 30_000,
  expiresAt: NOW + 90_000,
}

describe('a token that was issued', () => {
  test.each([
    ['the line that the command prints', unsigned()],
    ['the same with a prompt and line ends', `\n$ \`${unsigned()}\`\r\n`],
    ['a whole token', `${unsigned()}.c2lnbmF0dXJl`],
    ['the whole answer', JSON.stringify({ access_token: `${unsigned()}.c2lnbmF0dXJl`, token_type: 'Bearer' }, null, 2)],
    ['a header line', `Authorization: Bearer ${unsigned()}.c2lnbmF0dXJl`],
  ])('is read from %s, and nothing of its signature is kept', (_, pasted) => {
    const read = readOutcome(pasted, expected())
    expect(read).toEqual(issued)
    expect(JSON.stringify(read)).not.toContain('c2lnbmF0dXJl')
  })

  test('may have more scopes than the one, and an issuer without its slash', () => {
    const pasted = unsigned({ scope: `annet:scope ${SCOPE}`, iss: ISSUER.slice(0, -1) })
    expect(readOutcome(pasted, expected())).toMatchObject({ outcome: 'issued' })
  })

  test('is compared with what is known alone', () => {
    const unknown = expected({ scope: null, consumerOrg: null, clientId: null })
    expect(readOutcome(unsigned({ consumer: party(OTHER_COMPANY), client_id: 'another' }), unknown)).toMatchObject({
      outcome: 'issued',
      consumerOrg: OTHER_COMPANY,
    })
  })
})

describe('a token that is not the order’s', () => {
  test.each([
    ['issuer', { iss: 'https://maskinporten.no/' }],
    ['scope', { scope: 'brreg:reelle/offentlig2' }],
    ['consumer', { consumer: party(OTHER_COMPANY) }],
    ['supplier', { supplier: undefined }],
    ['supplier', { supplier: party(OTHER_COMPANY) }],
    ['client', { client_id: 'client-2' }],
    ['old', { iat: NOW / 1000 - 25 * 3600 }],
    ['future', { iat: NOW / 1000 + 3600 }],
  ])('has another %s: %j', (what, over) => {
    expect(readOutcome(unsigned(over), expected())).toMatchObject({ outcome: 'mismatch', what })
  })

  test('says what it should have been, and what it is', () => {
    expect(readOutcome(unsigned({ consumer: party(OTHER_COMPANY) }), expected())).toEqual({
      outcome: 'mismatch',
      what: 'consumer',
      expected: heroy.number,
      found: OTHER_COMPANY,
    })
  })

  test('is one for somebody else’s access, where access is direct', () => {
    const own = expected({ delegated: false, consumerOrg: null })
    expect(readOutcome(unsigned(), own)).toMatchObject({ outcome: 'mismatch', what: 'consumer', expected: kinn.number })
    expect(readOutcome(unsigned({ consumer: party(kinn.number), supplier: undefined }), own)).toMatchObject({
      outcome: 'issued',
    })
  })
})

describe('a refusal', () => {
  const refusal = {
    error: 'forbidden',
    error_description: 'MP-251: Consumer has not delegated access (trace_id: 0f8fad5bd9cb469f)',
  }
  const read = { outcome: 'refused', mpCode: 'MP-251', error: 'forbidden', traceId: '0f8fad5bd9cb469f' }

  test.each([
    ['as it came', JSON.stringify(refusal)],
    ['over several lines, after a prompt', `$ KEY=x sh\n${JSON.stringify(refusal, null, 2)}\n$`],
    [
      'with an older tail',
      JSON.stringify({ ...refusal, error_description: 'MP-251 … (correlation id: 0f8fad5bd9cb469f)' }),
    ],
  ])('is read %s', (_, pasted) => {
    expect(readOutcome(pasted, expected())).toEqual(read)
  })

  test('may have no code', () => {
    expect(readOutcome('{"error":"invalid_request"}', expected())).toEqual({
      outcome: 'refused',
      mpCode: null,
      error: 'invalid_request',
      traceId: null,
    })
  })

  test('keeps nothing of what it repeats', () => {
    const noisy = { ...refusal, error_description: `MP-130 assertion eyJhbGciOi.x.y for ${nationalNumbers[0]}` }
    expect(readOutcome(JSON.stringify(noisy), expected())).toEqual({ ...read, mpCode: 'MP-130', traceId: null })
  })
})

describe('what can’t be read', () => {
  test.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE', 'private-key'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private-key'],
    ['{"kty":"RSA","n":"x","d": "y"}', 'private-key'],
    ['curl: (7) Failed to connect', 'form'],
    ['{}', 'form'],
    ['{"error":', 'form'],
    ['{"error":"<!channel> så rart"}', 'form'],
    ['eyJhbGciOiJSUzI1NiJ9.bm9uc2Vuc2U', 'form'],
    [`${part({})}.${part({ iss: ISSUER, scope: SCOPE })}`, 'form'],
    [`${part({})}.${part({ ...claims, consumer: { ID: heroy.number } })}`, 'form'],
    ['x'.repeat(20_000), 'form'],
  ])('%s', (pasted, why) => {
    expect(readOutcome(pasted, expected())).toEqual({ outcome: 'unreadable', why })
  })
})

describe('what a token for an order must say', () => {
  const facts: OrderFacts = {
    acknowledged: null,
    scope: 'offentlig',
    granted: {},
    fictionalUnit: { number: '310000019', name: 'FIKTIV AS' },
    proof: null,
    production: 'none',
    clientId: null,
    refusedWith: null,
    tokenAt: {},
  }
  const about = { issuer: ISSUER, clientId: null, now: NOW }
  const of = (content: typeof direct | typeof fictional | typeof existing) =>
    tokenExpected({ kind: content.kind, content, facts, organisationNumber: kinn.number }, about)

  test('is its own access in A, the fictional enterprise’s in B, the customer’s in C', () => {
    const shared = { ...about, scope: SCOPE, organisationNumber: kinn.number }
    expect(of(direct)).toEqual({ ...shared, delegated: false, consumerOrg: null })
    expect(of(fictional)).toEqual({ ...shared, delegated: true, consumerOrg: '310000019' })
    expect(of(existing)).toEqual({ ...shared, delegated: true, consumerOrg: heroy.number })
  })
})
