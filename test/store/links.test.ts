import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { effect, twenty, user } from './samples.ts'

const aLink = (id: string, over: { user?: typeof user; expiresAt?: number } = {}) => ({
  id,
  purpose: 'address' as const,
  user,
  email: 'kari@etat.no',
  expiresAt: 100,
  ...over,
})

eachEngine((engine) => {
  it('gives a link to one of 20 who use it at once, and to nobody when it is over', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    expect(await store.link('a')).toBeNull()
    await effect(store, (tx) => tx.addLink(aLink('a')))
    expect(await store.link('a')).toEqual({ ...aLink('a'), createdAt: 1, usedAt: null })
    const used = await twenty((i) => effect(store, (tx) => tx.useLink('a', 50 + i)))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect((await store.link('a'))?.usedAt).toBe(50 + used.indexOf(true))
    await effect(store, (tx) => tx.addLink(aLink('b')))
    expect(await effect(store, (tx) => tx.useLink('b', 100))).toBe(false)
    expect(await effect(store, (tx) => tx.useLink('b', 99))).toBe(true)
    expect(await effect(store, (tx) => tx.useLink('none', 1))).toBe(false)
  })

  it('counts the links made for somebody since an instant', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => at })
    for (const id of ['a', 'b', 'c']) {
      at++
      await effect(store, (tx) => tx.addLink(aLink(id)))
    }
    await effect(store, (tx) => tx.addLink(aLink('d', { user: { ...user, userId: 'U02' } })))
    expect(await store.linksSince(user, 0)).toBe(3)
    expect(await store.linksSince(user, 2)).toBe(2)
    expect(await store.linksSince(user, 4)).toBe(0)
    expect(await store.linksSince({ ...user, teamId: 'T02' }, 0)).toBe(0)
  })

  it('counts every one of 20 wrong attempts at once, and begins anew when the window is over', async () => {
    const store = await freshStore(engine)
    const counts = await twenty(() => effect(store, (tx) => tx.countAttempt('k', 900, 1000)))
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(await store.attempts('k', 1000)).toBe(20)
    expect(await store.attempts('k', 1001)).toBe(0)
    expect(await store.attempts('other', 0)).toBe(0)
    expect(await effect(store, (tx) => tx.countAttempt('k', 1000, 1600))).toBe(21)
    // the window began with the first of them, not with the last
    expect(await effect(store, (tx) => tx.countAttempt('k', 1001, 1601))).toBe(1)
    expect(await store.attempts('k', 1601)).toBe(1)
  })
})
