import { describe, expect, it } from 'vitest'
import { cut, failureOf, type Reply, silence } from '../peer.ts'
import { assertionOf, start } from './told-maskinporten.ts'

describe('metadata', () => {
  it('is kept for a day, and stands in when it cannot be fetched again', async () => {
    const { counts, clock, maskinporten } = await start({
      metadata: (url, nth) => (nth === 1 ? { json: { issuer: url, token_endpoint: `${url}/token` } } : { status: 404 }),
    })
    await maskinporten.token('test', ['a:b'])
    clock.forward(24 * 60 * 60 * 1000 - 1)
    await maskinporten.token('test', ['a:b'])
    expect(counts.metadata).toBe(1)
    clock.forward(1)
    await maskinporten.token('test', ['c:d'])
    expect(counts).toEqual({ metadata: 2, token: 3 })
  })

  it('spells the issuer, slash or not', async () => {
    const { peer, maskinporten } = await start({
      metadata: (url) => ({ json: { issuer: url, token_endpoint: `${url}/token`, more: 1 } }),
    })
    await maskinporten.token('test', ['a:b'])
    const [, claims] = assertionOf(peer.heard[1]).split('.')
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()).aud).toBe(peer.url)
  })

  const bad: [string, (url: string) => Reply][] = [
    ['another issuer', (url) => ({ json: { issuer: 'https://maskinporten.no/', token_endpoint: `${url}/token` } })],
    ['no token endpoint', (url) => ({ json: { issuer: url } })],
    ['an endpoint that is no address', (url) => ({ json: { issuer: url, token_endpoint: 'javascript:1' } })],
    ['HTML', () => ({ text: '<html>' })],
    ['404', () => ({ status: 404, text: 'no' })],
    ['500', () => ({ status: 500 })],
    ['silence', () => silence],
    ['a cut', () => cut],
  ]
  it.each(bad)('that is no good: %s', async (_, metadata) => {
    const { counts, maskinporten } = await start({ metadata })
    const error = await failureOf(maskinporten.token('test', ['a:b']))
    expect(error).toMatchObject({
      code: 'maskinporten-unavailable',
      details: { environment: 'test', system: 'maskinporten' },
    })
    expect(counts.token).toBe(0)
  })
})
