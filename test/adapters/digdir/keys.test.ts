import { describe, expect, it } from 'vitest'
import { expectNothingOf, failureOf } from '../peer.ts'
import { heardLines, ID, own, publicKey, start } from './told-digdir.ts'

describe('keys', () => {
  it('tells their end in milliseconds, and bears keys that lack use, alg or exp', async () => {
    const keys = [
      { ...publicKey, use: 'sig', exp: 1_804_000_000, x5c: ['MIIB'], d: 'never-mind-this' },
      { kid: 'b', kty: 'RSA', n: 'modulus', e: 'AQAB' },
    ]
    const { digdir } = await start(() => ({ json: { keys, created: 'x' } }))
    expect(await digdir.keys(own, ID)).toEqual([
      {
        kid: 'a',
        kty: 'RSA',
        alg: 'RS256',
        use: 'sig',
        exp: 1_804_000_000_000,
        jwk: { ...publicKey, use: 'sig', x5c: ['MIIB'] },
      },
      { kid: 'b', kty: 'RSA', alg: null, use: null, exp: null, jwk: { kid: 'b', kty: 'RSA', n: 'modulus', e: 'AQAB' } },
    ])
  })

  it('are none where the answer has no array', async () => {
    const { digdir } = await start(() => ({ json: {} }))
    expect(await digdir.keys(own, ID)).toEqual([])
  })

  it('are posted with use, and with public members alone', async () => {
    const { peer, digdir } = await start(() => ({
      status: 201,
      json: { keys: [publicKey] },
      headers: { 'x-correlation-id': 'c-9' },
    }))
    const answer = await digdir.replaceKeys(own, ID, [
      { ...publicKey, ext: true, ...{ exp: 1, note: 'x' } },
      { ...publicKey, kid: 'b', use: 'sig' },
    ])
    expect(JSON.parse(peer.heard[0]?.body ?? '')).toEqual({
      keys: [
        { ...publicKey, use: 'sig' },
        { ...publicKey, kid: 'b', use: 'sig' },
      ],
    })
    expect(answer.correlationId).toBe('c-9')
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('with the private member %s never leave', async (member) => {
    const { peer, wishes, digdir } = await start(() => ({ json: { keys: [] } }))
    const error = await failureOf(
      digdir.replaceKeys(own, ID, [publicKey, { ...publicKey, [member]: 'hemmelig-hemmelig' }]),
    )
    expect(error.code).toBe('internal')
    expectNothingOf(error, ['hemmelig-hemmelig'])
    expect([peer.heard.length, wishes.length]).toEqual([0, 0])
  })

  it('are not posted as an empty set, which Digdir refuses', async () => {
    const { peer, digdir } = await start(() => ({ json: { keys: [] } }))
    expect(await failureOf(digdir.replaceKeys(own, ID, []))).toMatchObject({ code: 'internal' })
    expect(peer.heard).toHaveLength(0)
  })

  it('are all removed with DELETE', async () => {
    const { peer, digdir } = await start(() => ({ status: 200, headers: { 'x-correlation-id': 'c-9' } }))
    expect(await digdir.removeAllKeys(own, ID)).toEqual({ correlationId: 'c-9' })
    expect(heardLines(peer.heard)).toEqual([`DELETE /api/v1/clients/${ID}/jwks`])
  })
})
