import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { effect, twenty } from './samples.ts'

const minute = 60_000

eachEngine((engine) => {
  it('gives each of 20 at once a slot of its own, evenly apart', async () => {
    const store = await freshStore(engine, { now: () => 1_000 })
    const slots = await twenty(() => effect(store, (tx) => tx.takeSlot('chat.postMessage', 50)))
    expect(slots.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 1_000 + i * 50))
    expect(await effect(store, (tx) => tx.takeSlot('another', 50))).toBe(1_000)
  })

  it('gives no slot that passed unused, and none before a rate is let go', async () => {
    let clock = 1_000
    const store = await freshStore(engine, { now: () => clock })
    const slot = () => effect(store, (tx) => tx.takeSlot('k', 100))
    await slot()
    clock = 5_000
    expect(await slot()).toBe(5_000)
    await effect(store, (tx) => tx.holdRate('k', 9_000))
    await effect(store, (tx) => tx.holdRate('k', 6_000))
    expect([await slot(), await slot()]).toEqual([9_000, 9_100])
    await effect(store, (tx) => tx.holdRate('new', 7_000))
    expect(await effect(store, (tx) => tx.takeSlot('new', 1))).toBe(7_000)
  })

  it('gives a lease to one of 20 at once, who may keep it, and to another when it is over', async () => {
    const store = await freshStore(engine)
    const take = (holder: string, leaseMs = minute) => effect(store, (tx) => tx.takeLease('seal', holder, leaseMs))
    const taken = await twenty(async (i) => ((await take(`h${i}`)) ? `h${i}` : null))
    const [holder, ...others] = taken.filter((one) => one !== null)
    expect(others).toEqual([])
    expect(await take('late')).toBe(false)
    expect(await take(holder ?? '', -1)).toBe(true)
    expect(await take('late')).toBe(true)
    expect(await take(holder ?? '')).toBe(false)
  })

  it('keeps one row for each instance, until nobody has seen it for long', async () => {
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    await effect(store, (tx) => tx.beat('w1'))
    await rowsOf(url, 'update workers set started_at = 1, seen_at = 2')
    await effect(store, (tx) => tx.beat('w2'))
    expect((await rowsOf(url, 'select id from workers')).map(({ id }) => id)).toEqual(['w2'])
    await rowsOf(url, 'update workers set started_at = 1')
    await effect(store, (tx) => tx.beat('w2'))
    await store.close()
    const [row] = await rowsOf(url, 'select started_at, seen_at from workers')
    expect(Number(row?.started_at)).toBe(1)
    expect(Date.now() - Number(row?.seen_at)).toBeLessThan(minute)
  })
})
