import { describe, expect, it } from 'vitest'
import { ORGNO, OWN, own, world } from './world.ts'

describe('scopes', () => {
  it('are the granted ones and the catalogue', async () => {
    const { api, digdir } = await world()
    api.registry.addScope({ prefix: 'eksempel', subscope: 'data.read', accessible_for_all: true, description: 'Data' })
    const source = 'https://tt02.altinn.no/'
    api.registry.addScope({
      prefix: 'skatt',
      subscope: 'a/b',
      allowed_integration_types: ['maskinporten'],
      delegation_source: source,
    })
    api.registry.grant('skatt:a/b', ORGNO)
    expect(await digdir.grantedScopes(own)).toEqual(expect.arrayContaining([...OWN, 'skatt:a/b']))
    const catalogue = await digdir.catalogue('test')
    expect(catalogue.find((one) => one.name === 'eksempel:data.read')).toMatchObject({
      accessible_for_all: true,
      description: 'Data',
    })
    expect(catalogue.find((one) => one.name === 'skatt:a/b')).toMatchObject({ delegation_source: source })
  })
})
