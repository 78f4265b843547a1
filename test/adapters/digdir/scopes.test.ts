import { describe, expect, it } from 'vitest'
import { failureOf } from '../peer.ts'
import { heardLines, ORGNO, own, start } from './told-digdir.ts'

describe('scopes', () => {
  const access = (scope: string, state: string) => ({ scope, state, consumer_orgno: ORGNO, prefix: null })
  const scope = (name: string, more: object = {}) => ({
    name,
    prefix: 'p',
    allowed_integration_types: ['maskinporten'],
    ...more,
  })

  it('that are granted are the approved ones, kept ten minutes, with one fetch for twenty', async () => {
    const { peer, clock, digdir } = await start(() => ({
      json: [access('a:b', 'APPROVED'), access('c:d', 'REQUESTED'), access('e:f', 'DENIED'), access('a:b', 'APPROVED')],
    }))
    const asked = await Promise.all(Array.from({ length: 20 }, () => digdir.grantedScopes(own)))
    expect(asked).toEqual(Array(20).fill(['a:b']))
    clock.forward(600_000 - 1)
    await digdir.grantedScopes(own)
    expect(heardLines(peer.heard)).toEqual(['GET /api/v1/scopes/access/all'])
    clock.forward(1)
    await digdir.grantedScopes(own)
    expect(peer.heard).toHaveLength(2)
    await digdir.grantedScopes({ ...own, environment: 'prod' })
    expect(peer.heard[2]?.path).toBe('/api/v1/prod/scopes/access/all')
  })

  it('of the catalogue come without a token', async () => {
    const { peer, wishes, digdir } = await start(() => ({
      json: [
        scope('a:b', { delegation_source: 'https://www.altinn.no/' }),
        scope('c:d', { allowed_integration_types: null, delegation_source: '' }),
      ],
    }))
    const plain = { description: '', accessible_for_all: false, active: true }
    expect(await digdir.catalogue('test')).toEqual([
      {
        ...plain,
        name: 'a:b',
        allowed_integration_types: ['maskinporten'],
        delegation_source: 'https://www.altinn.no/',
      },
      { ...plain, name: 'c:d', allowed_integration_types: [], delegation_source: null },
    ])
    expect(peer.heard[0]?.headers.authorization).toBeUndefined()
    expect(wishes).toEqual([])
  })

  it('of the catalogue stand in for a day while Digdir is down', async () => {
    const { peer, clock, digdir } = await start((_, nth) => (nth === 1 ? { json: [scope('a:b')] } : { status: 404 }))
    const asked = await Promise.all(Array.from({ length: 20 }, () => digdir.catalogue('test')))
    expect([asked.every((one) => one[0]?.name === 'a:b'), peer.heard.length]).toEqual([true, 1])
    clock.forward(600_000)
    expect(await digdir.catalogue('test')).toMatchObject([{ name: 'a:b' }])
    expect(await digdir.catalogue('test')).toMatchObject([{ name: 'a:b' }])
    expect(peer.heard).toHaveLength(2)
    clock.forward(24 * 60 * 60 * 1000 - 1)
    expect(await digdir.catalogue('test')).toMatchObject([{ name: 'a:b' }])
    clock.forward(1)
    expect(await failureOf(digdir.catalogue('test'))).toMatchObject({ code: 'not-found' })
  })
})
