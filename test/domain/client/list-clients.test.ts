import { describe, expect, test } from 'vitest'
import { freshEnough, refreshList, storedList } from '../../../src/domain/client/list-clients.ts'
import { clientWorld, FAERDER, KINN, registration } from '../../helpers/client-world.ts'

const query = { organisationNumber: FAERDER, environment: 'test', inactive: true, page: 0, size: 10 } as const
const marked = 'Byggesak [portvakt:0123456789ab]'

describe('refreshList', () => {
  test('stores active and inactive ones of the own organisation, and when', async () => {
    const { deps, digdir } = clientWorld()
    digdir.registrations.set('a', registration({ client_id: 'a', description: marked }))
    digdir.registrations.set('b', registration({ client_id: 'b', active: false }))
    digdir.registrations.set('c', registration({ client_id: 'c', client_orgno: KINN }))
    expect(await refreshList(deps, FAERDER, 'test')).toEqual({ fetchedAt: 1_000_000, complete: true })

    const list = await storedList(deps, query)
    expect(list.rows.map((row) => [row.client_id, row.description])).toEqual([
      ['a', 'Byggesak'],
      ['b', 'Byggesak for innbyggere'],
    ])
    expect(list).toMatchObject({ total: 2, inactive: 1, listing: { fetchedAt: 1_000_000, complete: true } })
  })

  test("a supplier's list is not complete", async () => {
    const { deps } = clientWorld(KINN, true)
    expect(await refreshList(deps, FAERDER, 'test')).toMatchObject({ complete: false })
  })

  test('many who ask at once share one fetch; other organisations have their own', async () => {
    const { deps, digdir } = clientWorld(KINN, true)
    const asked = Array.from({ length: 20 }, () => refreshList(deps, FAERDER, 'test'))
    await Promise.all([...asked, refreshList(deps, KINN, 'test'), refreshList(deps, FAERDER, 'prod')])
    expect(digdir.count('list')).toBe(3)
    await refreshList(deps, FAERDER, 'test')
    expect(digdir.count('list')).toBe(4)
  })

  test('when Digdir is down the stored list stays, with its age', async () => {
    const { deps, digdir, pass } = clientWorld()
    digdir.registrations.set('a', registration({ client_id: 'a' }))
    await refreshList(deps, FAERDER, 'test')
    pass(3_600_000)
    digdir.mishap('list', 'digdir-unavailable')
    await expect(refreshList(deps, FAERDER, 'test')).rejects.toMatchObject({ code: 'digdir-unavailable' })
    expect(await storedList(deps, query)).toMatchObject({ total: 1, listing: { fetchedAt: 1_000_000 } })
  })

  test('a client that is saved while the list is under way is not forgotten', async () => {
    const { deps, digdir } = clientWorld()
    digdir.meanwhile(async () => {
      await deps.store.write({}, async (tx) => {
        await tx.saveRegistration(FAERDER, 'test', registration({ client_id: 'new' }))
        return null
      })
    })
    await refreshList(deps, FAERDER, 'test')
    expect((await storedList(deps, query)).rows.map((row) => row.client_id)).toEqual(['new'])
  })

  test('what Digdir has no more is forgotten', async () => {
    const { deps, digdir, pass } = clientWorld()
    digdir.registrations.set('a', registration({ client_id: 'a' }))
    await refreshList(deps, FAERDER, 'test')
    pass(60_000)
    digdir.registrations.delete('a')
    await refreshList(deps, FAERDER, 'test')
    expect(await storedList(deps, query)).toMatchObject({ rows: [], total: 0 })
  })
})

test.each([
  [null, false],
  [{ fetchedAt: 0, complete: true }, false],
  [{ fetchedAt: 40_000, complete: true }, false],
  [{ fetchedAt: 40_001, complete: true }, true],
])('a list as of %j is fresh enough after 100 s: %s', (listing, fresh) => {
  expect(freshEnough(listing, 100_000)).toBe(fresh)
})
