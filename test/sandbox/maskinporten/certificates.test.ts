import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAuthority } from '../../../sandbox/maskinporten/authority.ts'
import { createKey, OTHER, OWN, type Pair, requestToken, START, signGrant, startPair } from '../digdir/pair.ts'

const DAY = 24 * 60 * 60 * 1000
const key = createKey()
const stranger = createKey()
const authority = createAuthority('Sandkasse CA', START - DAY)
const foreignAuthority = createAuthority('Annet miljø CA', START - DAY)

let pair: Pair
let certified: string

beforeAll(async () => {
  pair = await startPair()
  pair.registry.trustAuthority(authority.pem)
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks' })
  pair.registry.grant('ks:fiks', OWN)
  certified = pair.registry.addClient(OWN, { scopes: ['ks:fiks'] }).client_id
})
afterAll(() => pair.close())

const refusal = async (assertion: string) => {
  const response = await requestToken(pair.maskinporten, assertion)
  const body = (await response.json()) as { error: string; error_description: string }
  return { status: response.status, ...body }
}

const certificate = (orgno: string, from = authority, dates: { from: number; to?: number } = { from: START - DAY }) =>
  from.issue({ orgno, name: 'Prøve kommune', publicKey: key.privateKey, ...dates }).x5c

const withCertificate = (x5c: unknown) =>
  signGrant(pair, key, { iss: certified, scope: 'ks:fiks' }, { kid: undefined, x5c })

describe('enterprise certificates', () => {
  let good: string[]
  beforeEach(() => {
    good = certificate(OWN)
  })

  it.each([
    ['a string in place of an array', () => good[0], /^MP-123/],
    ['an array that holds no certificate', () => ['AAAA'], /^MP-123/],
    ['an authority of another environment', () => certificate(OWN, foreignAuthority), /^MP-120/],
    ['a chain without its authority', () => good.slice(0, 1), /^MP-120/],
    [
      'a certificate grafted onto a trusted authority',
      () => [certificate(OWN, foreignAuthority)[0], good[1]],
      /^MP-120/,
    ],
    ['a certificate of another organisation', () => certificate(OTHER), /^MP-122/],
    [
      'a certificate that has expired',
      () => certificate(OWN, authority, { from: START - DAY, to: START - 1000 }),
      /^MP-124/,
    ],
    ['a certificate that is not valid yet', () => certificate(OWN, authority, { from: START + DAY }), /^MP-124/],
  ])('refuses %s', async (_name, x5c, text) => {
    expect(await refusal(await withCertificate(x5c()))).toMatchObject({
      status: 400,
      error: 'invalid_grant',
      error_description: expect.stringMatching(text),
    })
  })

  it('refuses a signature by another key than the certificate holds', async () => {
    const assertion = await signGrant(
      pair,
      stranger,
      { iss: certified, scope: 'ks:fiks' },
      { kid: undefined, x5c: good },
    )
    expect((await refusal(assertion)).error_description).toMatch(/^MP-124/)
  })

  it('refuses kid from a client that has no keys', async () => {
    const assertion = await signGrant(pair, key, { iss: certified, scope: 'ks:fiks' })
    expect((await refusal(assertion)).error_description).toMatch(/Unknown key identifier/)
  })
})
