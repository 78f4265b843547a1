import { expect, it, onTestFinished } from 'vitest'
import type { RegistrationQuery } from '../../src/domain/deps.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { aKey, aRegistration, effect, org, twenty } from './samples.ts'

const first: RegistrationQuery = { organisationNumber: org, environment: 'test', page: 0, size: 10 }
const listing = (fetchedAt: number) => ({ fetchedAt, complete: true })
/** A fetch that took no time. */
const fetched = (at: number) => ({ ...listing(at), startedAt: at })

eachEngine((engine) => {
  it('makes the list what was fetched: adds, changes, forgets, and keeps the keys it knew', async () => {
    const store = await freshStore(engine)
    const replace = (fetchedAt: number, ...ids: ReturnType<typeof aRegistration>[]) =>
      effect(store, (tx) => tx.replaceRegistrations(org, 'test', ids, fetched(fetchedAt)))
    expect(await store.listing(org, 'test')).toBeNull()
    await replace(1, aRegistration('a'), aRegistration('b'), aRegistration('c', { active: false }))
    expect(await store.registrations(first)).toEqual({
      rows: [aRegistration('a'), aRegistration('b')],
      total: 2,
      inactive: 1,
    })
    expect(await store.registrationKeys(org, 'test', 'a')).toBeNull()
    await effect(store, (tx) => tx.saveKeys(org, 'test', 'a', [aKey('k1')]))
    const renamed = aRegistration('a', { client_name: 'Ny klient' })
    await replace(2, renamed, aRegistration('c', { last_updated: 3 }), aRegistration('d', { active: false }))
    expect(await store.registrationKeys(org, 'test', 'a')).toEqual([aKey('k1')])
    expect(await store.registrationKeys(org, 'test', 'none')).toBeNull()
    const all = await store.registrations({ ...first, inactive: true })
    expect(all.rows.map((row) => row.client_id)).toEqual(['c', 'd', 'a'])
    expect([all.total, all.inactive]).toEqual([3, 1])
    expect(await store.registration(org, 'test', 'a')).toEqual(renamed)
    expect(await store.registration(org, 'test', 'b')).toBeNull()
    expect(await store.registration(org, 'prod', 'a')).toBeNull()
    expect(await store.listing(org, 'test')).toEqual(listing(2))
    for (const [text, ids] of [
      ['b', []],
      ['ny', ['a']],
      ['klient', ['c', 'a']],
      ['d', []],
    ] as const) {
      expect((await store.registrations({ ...first, text })).rows.map((row) => row.client_id)).toEqual(ids)
    }
    await replace(1, aRegistration('old'))
    expect(await store.listing(org, 'test')).toEqual(listing(2))
    expect(await store.registration(org, 'test', 'old')).toBeNull()
    await replace(3)
    expect(await store.registrations({ ...first, inactive: true })).toEqual({ rows: [], total: 0, inactive: 0 })
  })

  it('keeps one that was just made, and counts it once, also when 20 are saved at once', async () => {
    const store = await freshStore(engine)
    await twenty((i) =>
      effect(store, (tx) => tx.saveRegistration(org, 'test', aRegistration(`n${i % 10}`, { active: i < 10 }))),
    )
    const all = await store.registrations({ ...first, inactive: true })
    expect(all.total).toBe(10)
    expect(all.rows).toHaveLength(10)
    const inactive = all.rows.filter((row) => !row.active).length
    expect(all.inactive).toBe(inactive)
    expect((await store.registrations({ ...first, text: 'klient' })).inactive).toBe(inactive)
  })

  it('ends with one whole list when 20 replace it at once', async () => {
    const store = await freshStore(engine)
    await twenty((i) =>
      effect(store, (tx) =>
        tx.replaceRegistrations(org, 'test', [aRegistration(`x${i}`), aRegistration(`y${i}`)], fetched(i)),
      ),
    )
    const { rows, total } = await store.registrations(first)
    expect([total, rows.map((row) => row.client_id)]).toEqual([2, ['x19', 'y19']])
    expect(await store.listing(org, 'test')).toEqual(listing(19))
  })

  it('keeps what another instance saved while the list was fetched', async () => {
    const url = await databaseUrl(engine)
    const connect = async (at: number) => {
      const store = await openStore(url, { now: () => at })
      onTestFinished(() => store.close())
      return store
    }
    const [one, other] = [await connect(0), await connect(150)]
    const [changed, gone, stale] = [aRegistration('changed'), aRegistration('gone'), aRegistration('stale')]
    await effect(one, (tx) => tx.replaceRegistrations(org, 'test', [changed, gone, stale], fetched(50)))

    const begun = 100
    const inactive = { ...changed, active: false, last_updated: 150 }
    await effect(other, (tx) => tx.saveRegistration(org, 'test', aRegistration('new')))
    await effect(other, (tx) => tx.saveRegistration(org, 'test', inactive))
    const renamed = { ...stale, client_name: 'Nytt navn', last_updated: 90 }
    await effect(one, (tx) =>
      tx.replaceRegistrations(org, 'test', [changed, renamed], { ...listing(200), startedAt: begun }),
    )

    const all = { ...first, inactive: true }
    expect(await one.registrations(all)).toEqual({
      rows: [inactive, aRegistration('new'), renamed],
      total: 3,
      inactive: 1,
    })
    expect((await one.registrations({ ...all, text: 'new' })).total).toBe(1)
    expect(await one.registrations({ ...first, text: 'changed' })).toEqual({ rows: [], total: 0, inactive: 1 })
    await effect(one, (tx) => tx.replaceRegistrations(org, 'test', [inactive], fetched(300)))
    expect(await one.registrations(all)).toEqual({ rows: [inactive], total: 1, inactive: 1 })
  })

  it('leaves out what the contract does not name, and refuses private keys', async () => {
    const store = await freshStore(engine)
    const told = { ...aRegistration('a'), client_secret: 'hemmelig' }
    await effect(store, (tx) => tx.saveRegistration(org, 'test', told))
    expect(await store.registration(org, 'test', 'a')).toEqual(aRegistration('a'))
    const leaky = { ...aKey('k'), jwk: { ...aKey('k').jwk, d: 'private' } }
    await expect(effect(store, (tx) => tx.saveKeys(org, 'test', 'a', [leaky]))).rejects.toThrow('a secret at')
    expect(await store.registrationKeys(org, 'test', 'a')).toBeNull()
  })

  it('finds by the beginnings of words and ids, in Norwegian and Sámi letters, however they are composed', async () => {
    const store = await freshStore(engine)
    const names = ['Åsnes skatt-api (ny)', 'Ångström', 'Đákkár ŋuokta', 'zebra', 'Ærlig skatt', 'a\0b % under_score']
    await effect(store, (tx) =>
      tx.replaceRegistrations(
        org,
        'test',
        names.map((client_name, i) => aRegistration(`id-${i}-Abc`, { client_name })),
        fetched(1),
      ),
    )
    const cases: [string, string[]][] = [
      ['å', ['1', '0']],
      ['A\u030A', ['1', '0']],
      ['ÅSNES api', ['0']],
      ['"skatt"', ['0', '4']],
      ['skatt-a', ['0']],
      ['(ny)', ['0']],
      ['katt', []],
      ['đákk', ['2']],
      ['Ŋ', ['2']],
      ['ID-3-aB', ['3']],
      ['id-3 zeb', ['3']],
      ['id-3 skatt', []],
      ['%', ['5', '3', '1', '0', '4', '2']],
      ['under_', ['5']],
      ['x\0', []],
    ]
    for (const [text, ids] of cases) {
      const found = await store.registrations({ ...first, text })
      expect([text, found.rows.map((row) => row.client_id.split('-')[1])]).toEqual([text, ids])
      expect(found.total).toBe(ids.length)
    }
  })

  it('searches and pages among 100 000 as it does among ten', async () => {
    const store = await freshStore(engine)
    const number = (i: number) => String(i).padStart(6, '0')
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      aRegistration(`c${number(i)}`, {
        client_name: `Tjeneste ${i % 2 ? 'odde' : 'like'} ${i % 1000} ${number(i)}`,
        active: i % 10 !== 0,
      }),
    )
    await effect(store, (tx) => tx.replaceRegistrations(org, 'test', rows, fetched(1)))
    const ids = async (query: Partial<RegistrationQuery>) => {
      const found = await store.registrations({ ...first, size: 3, ...query })
      return [found.rows.map((row) => Number(row.client_id.slice(1))), found.total, found.inactive]
    }
    expect(await ids({})).toEqual([[102, 1102, 2102], 90_000, 10_000])
    expect(await ids({ text: 'c077777' })).toEqual([[77_777], 1, 0])
    expect(await ids({ text: 'tjen 077777' })).toEqual([[77_777], 1, 0])
    expect(await ids({ text: 'odde 777' })).toEqual([[777, 1777, 2777], 100, 0])
    expect(await ids({ text: 'odde 777', page: 33 })).toEqual([[99_777], 100, 0])
    expect(await ids({ text: 'like 777' })).toEqual([[], 0, 0])
    expect(await ids({ text: 'o tj' })).toEqual([[1, 1001, 2001], 50_000, 0])
    expect(await ids({ text: 'lik', inactive: true })).toEqual([[0, 1000, 2000], 50_000, 10_000])
    expect(await ids({ text: 'odde like' })).toEqual([[], 0, 0])
    await effect(store, (tx) => tx.saveRegistration(org, 'test', aRegistration('c000001', { active: false })))
    expect(await ids({ text: 'o tj' })).toEqual([[1001, 2001, 3001], 49_999, 0])
  }, 120_000)
})
