import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aClearance, effect, org, twenty, user } from './samples.ts'

const someone = (userId: string) => ({ ...user, userId })

eachEngine((engine) => {
  it('keeps one clearance of a person for an organisation, as it was last given, until it expires', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    await effect(store, (tx) => tx.saveClearance(aClearance()))
    expect(await store.clearance(org, user)).toEqual({ ...aClearance(), createdAt: 1 })
    expect(await store.clearance(org, { ...user, teamId: 'T02' })).toBeNull()
    expect(await store.clearance('2', user)).toBeNull()
    at = 2
    const anew = aClearance({ numberHash: 'b2', keyVersion: 'k2', confirmedBy: 'user:T01:U98', expiresAt: 100 })
    await effect(store, (tx) => tx.saveClearance(anew))
    expect(await store.clearance(org, user)).toEqual({ ...anew, createdAt: 2 })
    at = 3
    await effect(store, (tx) => tx.saveClearance(aClearance({ user: someone('U00') })))
    expect((await store.clearancesOf(org)).map((one) => one.user.userId)).toEqual(['U01', 'U00'])
    at = 100
    expect(await store.clearance(org, user)).toBeNull()
    expect((await store.clearancesOf(org)).map((one) => one.user.userId)).toEqual(['U00'])
    expect(await effect(store, (tx) => tx.forgetClearance(org, user))).toBe(true)
    expect(await effect(store, (tx) => tx.forgetClearance(org, user))).toBe(false)
  })

  it('is renewed while it lives, never cut short, and never brought back', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    const until = async () => (await store.clearance(org, user))?.expiresAt ?? null
    const renew = (expiresAt: number) => effect(store, (tx) => tx.renewClearance(org, user, expiresAt))
    await renew(500)
    expect(await until()).toBeNull()
    await effect(store, (tx) => tx.saveClearance(aClearance({ expiresAt: 100 })))
    await twenty((i) => renew(200 + i))
    expect(await until()).toBe(219)
    await renew(210)
    expect(await until()).toBe(219)
    at = 219
    await renew(1000)
    expect(await until()).toBeNull()
  })

  it('ends with the whole of one of 20 given at once', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    await twenty((i) => effect(store, (tx) => tx.saveClearance(aClearance({ numberHash: `h${i}`, givenBy: `g${i}` }))))
    const [row, ...more] = await store.clearancesOf(org)
    expect(more).toEqual([])
    expect(row?.numberHash.slice(1)).toBe(row?.givenBy.slice(1))
  })
})
