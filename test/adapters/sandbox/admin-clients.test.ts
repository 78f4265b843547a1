import { describe, expect, it } from 'vitest'
import { failureOf } from '../peer.ts'
import { ORGNO, OWN, SUPPLIER, world } from './world.ts'

describe('admin clients', () => {
  it('tell their owner and whether they may supply, once for many who ask', async () => {
    for (const scopes of [OWN, [...OWN, SUPPLIER], [SUPPLIER]]) {
      const { issuer, adminClients } = await world({ scopes })
      const owners = await Promise.all(Array.from({ length: 20 }, () => adminClients.owner('test')))
      expect(owners).toEqual(Array(20).fill(ORGNO))
      const may = await Promise.all(Array.from({ length: 20 }, () => adminClients.maySupply('test')))
      expect(may).toEqual(Array(20).fill(scopes.includes(SUPPLIER)))
      const asked = issuer.requests().filter((one) => one.method === 'POST').length
      expect(asked).toBe(2)
    }
  })

  it('are none where none is configured', async () => {
    const { issuer, adminClients } = await world()
    expect([await adminClients.owner('prod'), await adminClients.maySupply('prod')]).toEqual([null, false])
    expect(issuer.count()).toBe(0)
  })

  it('remember a yes for hours, a no for minutes, and a failure not at all', async () => {
    const grants = (issuer: { requests(): readonly { method: string }[] }) =>
      issuer.requests().filter((one) => one.method === 'POST').length

    const yes = await world({ scopes: [SUPPLIER] })
    expect(await yes.adminClients.maySupply('test')).toBe(true)
    yes.clock.forward(5 * 60 * 60 * 1000)
    expect([await yes.adminClients.maySupply('test'), grants(yes.issuer)]).toEqual([true, 1])

    const no = await world()
    expect(await no.adminClients.maySupply('test')).toBe(false)
    no.clock.forward(4 * 60 * 1000)
    expect([await no.adminClients.maySupply('test'), grants(no.issuer)]).toEqual([false, 1])
    no.clock.forward(60 * 1000)
    expect([await no.adminClients.maySupply('test'), grants(no.issuer)]).toEqual([false, 2])

    const down = await world({ scopes: [...OWN, SUPPLIER] })
    down.issuer.faults.add({ method: 'POST', times: 2, fault: { kind: 'status', status: 503 } })
    expect(await failureOf(down.adminClients.maySupply('test'))).toMatchObject({ code: 'maskinporten-unavailable' })
    expect(await failureOf(down.adminClients.owner('test'))).toMatchObject({ code: 'maskinporten-unavailable' })
    expect([await down.adminClients.maySupply('test'), await down.adminClients.owner('test')]).toEqual([true, ORGNO])
  })

  it('that Maskinporten does not know are a refusal, never a no', async () => {
    const { adminClients } = await world({ clientId: 'nobody' })
    const refused = { code: 'token-refused', details: { mpCode: 'MP-100', correlationId: expect.any(String) } }
    expect(await failureOf(adminClients.owner('test'))).toMatchObject(refused)
    expect(await failureOf(adminClients.maySupply('test'))).toMatchObject(refused)
  })

  it('with neither scope are told so by the refusal for their own', async () => {
    const { adminClients } = await world({ scopes: ['idporten:scopes.write'] })
    expect(await failureOf(adminClients.owner('test'))).toMatchObject({
      code: 'token-refused',
      details: { mpCode: 'MP-200' },
    })
    expect(await adminClients.maySupply('test')).toBe(false)
  })
})
