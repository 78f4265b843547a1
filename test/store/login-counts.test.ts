import { expect, it } from 'vitest'
import type { LoginCount } from '../../src/domain/contact/types.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { effect, org, twenty } from './samples.ts'

const aCount = (month: string, logins: number, over: Partial<LoginCount> = {}): LoginCount => ({
  organisationNumber: org,
  environment: 'prod',
  month,
  logins,
  ...over,
})

eachEngine((engine) => {
  it('replaces a month by what is imported later, and says what became of each', async () => {
    const store = await freshStore(engine)
    const save = (...rows: LoginCount[]) => effect(store, (tx) => tx.saveLoginCounts(rows))
    expect(await save()).toEqual({ added: 0, changed: 0, same: 0 })
    const test = aCount('2026-10', 7, { environment: 'test' })
    expect(await save(aCount('2026-10', 5), aCount('2026-11', 6), test)).toEqual({ added: 3, changed: 0, same: 0 })
    const again = [aCount('2026-10', 9), aCount('2026-11', 6), aCount('2026-12', 1), aCount('2026-12', 2)]
    expect(await save(...again)).toEqual({ added: 1, changed: 1, same: 1 })
    expect(await store.loginCounts(org, '2026-10', '2027-09')).toEqual([
      { month: '2026-10', logins: 9 },
      { month: '2026-11', logins: 6 },
      { month: '2026-12', logins: 2 },
    ])
  })

  it('sums what is of production and of the months asked for', async () => {
    const store = await freshStore(engine)
    const most = 2_000_000_000
    await effect(store, (tx) =>
      tx.saveLoginCounts([
        aCount('2026-09', 1),
        aCount('2026-10', most),
        aCount('2027-09', most),
        aCount('2027-10', 1),
        aCount('2026-10', 5, { organisationNumber: '2', environment: 'test' }),
        aCount('2026-11', 3, { organisationNumber: '3' }),
      ]),
    )
    expect(await store.loginSums('2026-10', '2027-09')).toEqual([
      { organisationNumber: '3', logins: 3 },
      { organisationNumber: org, logins: 2 * most },
    ])
    expect(await store.loginCounts(org, '2026-10', '2027-09')).toHaveLength(2)
    expect(await store.loginCounts('2', '2026-10', '2027-09')).toEqual([])
  })

  it('counts what each of 20 imports at once has changed', async () => {
    const store = await freshStore(engine)
    const all = await twenty((i) => effect(store, (tx) => tx.saveLoginCounts([aCount('2026-10', i)])))
    expect(all.filter(({ added }) => added === 1)).toHaveLength(1)
    expect(all.filter(({ changed }) => changed === 1)).toHaveLength(19)
  })

  it('takes ten thousand at once', async () => {
    const store = await freshStore(engine)
    const many = Array.from({ length: 10_000 }, (_, i) => aCount('2026-10', i, { organisationNumber: `9${i}` }))
    const save = () => effect(store, (tx) => tx.saveLoginCounts(many))
    expect(await save()).toEqual({ added: 10_000, changed: 0, same: 0 })
    expect(await save()).toEqual({ added: 0, changed: 0, same: 10_000 })
  })

  it('lets one of 20 tell of a threshold, and of what is asked again when the time has come', async () => {
    let at = 100
    const store = await freshStore(engine, { now: () => at })
    const note = (percent: number, again?: number) => effect(store, (tx) => tx.noteThreshold(org, 2026, percent, again))
    const ones = async (percent: number, again?: number) =>
      (await twenty(() => note(percent, again))).filter(Boolean).length
    expect(await ones(80)).toBe(1)
    expect(await ones(0, 50)).toBe(1)
    at = 200
    expect(await ones(80)).toBe(0)
    expect(await ones(0, 100)).toBe(0)
    expect(await ones(0, 101)).toBe(1)
    expect(await store.thresholdNotices(org, 2026)).toEqual([
      { percent: 0, at: 200 },
      { percent: 80, at: 100 },
    ])
    expect(await store.thresholdNotices(org, 2027)).toEqual([])
    expect(await store.thresholdNotices('2', 2026)).toEqual([])
  })

  it('forgets what was noted above a part of the threshold, of that organisation and year', async () => {
    const store = await freshStore(engine)
    for (const [year, percent] of [
      [2026, 0],
      [2026, 80],
      [2026, 100],
      [2027, 100],
    ] as const)
      await effect(store, (tx) => tx.noteThreshold(org, year, percent))
    await effect(store, (tx) => tx.noteThreshold('2', 2026, 100))
    expect(await effect(store, (tx) => tx.forgetThresholds(org, 2026, 80))).toBe(1)
    const left = (year: number) => store.thresholdNotices(org, year).then((all) => all.map(({ percent }) => percent))
    expect([await left(2026), await left(2027)]).toEqual([[0, 80], [100]])
    expect(await store.thresholdNotices('2', 2026)).toHaveLength(1)
  })
})
