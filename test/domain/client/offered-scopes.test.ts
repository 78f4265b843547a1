import { describe, expect, test } from 'vitest'
import { adminAccessFor, typesWithin } from '../../../src/domain/client/admin-access.ts'
import { isOffered, offeredScopes } from '../../../src/domain/client/offered-scopes.ts'
import type { AdminAccess, Scope } from '../../../src/domain/client/types.ts'
import { clientWorld, FAERDER, KINN } from '../../helpers/client-world.ts'

const scope = (name: string, over: Partial<Scope> = {}): Scope => ({
  name,
  description: name,
  allowed_integration_types: ['maskinporten'],
  accessible_for_all: false,
  delegation_source: null,
  active: true,
  ...over,
})
const altinn = { delegation_source: 'https://tt02.altinn.no/' }
const own: AdminAccess = { mode: 'own', environment: 'test', organisationNumber: FAERDER }
const supplier: AdminAccess = {
  mode: 'supplier',
  environment: 'test',
  organisationNumber: FAERDER,
  supplierOrgno: KINN,
}

const world = () => {
  const { deps, digdir } = clientWorld()
  digdir.catalogue.push(
    scope('b:granted'),
    scope('z:open', { accessible_for_all: true }),
    scope('a:open', { accessible_for_all: true, allowed_integration_types: [] }),
    scope('c:delegable', altinn),
    scope('d:granted-and-delegable', altinn),
    scope('e:open-and-granted', { accessible_for_all: true }),
    scope('f:closed'),
    scope('g:inactive', { accessible_for_all: true, active: false }),
    scope('h:login', { accessible_for_all: true, allowed_integration_types: ['api_klient'] }),
    scope('i:granted-inactive', { active: false }),
  )
  digdir.granted.push('d:granted-and-delegable', 'b:granted', 'e:open-and-granted', 'i:granted-inactive', 'p:private')
  return { deps, digdir }
}
const names = (scopes: Scope[]) => scopes.map((each) => each.name)

describe('offeredScopes', () => {
  test('three groups, sorted, no scope twice, none that is inactive or for other types', async () => {
    const offered = await offeredScopes(world().deps, own, 'maskinporten')
    expect(offered.fixed).toEqual([])
    expect(names(offered.granted)).toEqual(['b:granted', 'd:granted-and-delegable', 'e:open-and-granted', 'p:private'])
    expect(names(offered.open)).toEqual(['a:open', 'z:open'])
    expect(names(offered.delegable)).toEqual(['c:delegable'])
    expect(isOffered(offered, 'c:delegable')).toBe(true)
    expect(isOffered(offered, 'f:closed')).toBe(false)
  })

  test.each(['idporten:dcr.write', 'idporten:dcr.supplier', 'idporten:dcr/onbehalfof:write', 'idporten:scopes.write'])(
    'the admin scope %s is never offered, though the organisation has it: only Digdir gives it',
    async (name) => {
      const { deps, digdir } = world()
      digdir.granted.push(name, 'idporten:dcrystal')
      const offered = await offeredScopes(deps, own, 'maskinporten')
      expect(isOffered(offered, name)).toBe(false)
      expect(isOffered(offered, 'idporten:dcrystal')).toBe(true)
    },
  )

  test("a login client's API scopes are those for its type, and nothing is delegable", async () => {
    const { deps, digdir } = world()
    digdir.catalogue.push(scope('j:all', { ...altinn, allowed_integration_types: [] }))
    const offered = await offeredScopes(deps, own, 'api_klient')
    expect(offered.fixed).toEqual(['openid', 'profile'])
    expect(names(offered.open)).toEqual(['a:open', 'h:login'])
    expect(offered.delegable).toEqual([])
  })

  test('idporten has its fixed scopes, and Digdir is not asked', async () => {
    const { deps, digdir } = world()
    expect(await offeredScopes(deps, own, 'idporten')).toEqual({
      fixed: ['openid', 'profile'],
      granted: [],
      open: [],
      delegable: [],
    })
    expect(digdir.calls).toEqual([])
  })

  test('with a supplier only scopes open to all', async () => {
    const { deps, digdir } = world()
    const offered = await offeredScopes(deps, supplier, 'api_klient')
    expect(names(offered.open)).toEqual(['a:open', 'h:login'])
    expect(offered.granted).toEqual([])
    expect(digdir.count('grantedScopes')).toBe(0)
  })

  test('a supplier makes no maskinporten clients for others', async () => {
    await expect(offeredScopes(world().deps, supplier, 'maskinporten')).rejects.toMatchObject({
      code: 'supplier-type',
    })
    expect(typesWithin(supplier)).toEqual(['idporten', 'api_klient'])
  })
})

describe('adminAccessFor', () => {
  test.each([
    ['its own admin client', FAERDER, false, own],
    ['its own, also when it may supply others', FAERDER, true, own],
    ["a supplier's", KINN, true, supplier],
  ] as const)('%s', async (_, owner, maySupply, access) => {
    expect(await adminAccessFor(clientWorld(owner, maySupply).deps, FAERDER, 'test')).toEqual(access)
  })

  test.each([
    ['environment-off', null, true],
    ['supplier-access-missing', KINN, false],
  ] as const)('%s', async (code, owner, maySupply) => {
    await expect(adminAccessFor(clientWorld(owner, maySupply).deps, FAERDER, 'test')).rejects.toMatchObject({ code })
  })
})
