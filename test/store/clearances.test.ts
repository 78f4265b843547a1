import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aClearance, aMembership, anOrganisation, cameTo, effect, oneOfTwenty, org, twenty, user } from './samples.ts'

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
    expect(await renew(500)).toBe(false)
    expect(await until()).toBeNull()
    await effect(store, (tx) => tx.saveClearance(aClearance({ expiresAt: 100 })))
    await twenty((i) => renew(200 + i))
    expect(await until()).toBe(219)
    expect(await renew(210)).toBe(false)
    expect(await renew(219)).toBe(false)
    expect(await until()).toBe(219)
    at = 219
    expect(await renew(1000)).toBe(false)
    expect(await until()).toBeNull()
  })

  it('lets one of 20 through who all saw the same, and nothing of the others', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    const give = (i: number, expected: { numberHash: string; createdAt: number } | null) =>
      effect(store, async (tx) => {
        await tx.saveOperator(someone(`O${at}-${i}`), 'before the refusal')
        await tx.saveClearance(aClearance({ numberHash: `h${at}-${i}` }), expected)
      })
    const each = (expected: { numberHash: string; createdAt: number } | null) =>
      cameTo(Array.from({ length: 20 }, (_, i) => give(i, expected)))
    expect(await each(null)).toEqual(oneOfTwenty)
    const first = (await store.clearance(org, user)) ?? expect.fail('none')
    at = 2
    expect(await each(first)).toEqual(oneOfTwenty)
    const names = [first, await store.clearance(org, user)].map((row) => row?.numberHash.slice(1))
    expect((await store.operatorsNamed()).map((one) => one.user.userId.slice(1))).toEqual(names)
  })

  it('is known again after a renewal, and is none to whoever saw it before it expired or was taken', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    const save = (expected: Awaited<ReturnType<typeof store.clearance>>) =>
      effect(store, (tx) => tx.saveClearance(aClearance({ expiresAt: at + 100 }), expected)).then(
        () => 'saved',
        (error) => error.code,
      )
    expect(await save(null)).toBe('saved')
    const seen = await store.clearance(org, user)
    await effect(store, (tx) => tx.renewClearance(org, user, 400))
    at = 2
    expect(await save(seen)).toBe('saved')
    const anew = await store.clearance(org, user)
    at = 500
    expect(await save(anew)).toBe('changed-meanwhile')
    expect(await save(null)).toBe('saved')
    const last = await store.clearance(org, user)
    await effect(store, (tx) => tx.forgetClearance(org, user))
    expect(await save(last)).toBe('changed-meanwhile')
    expect(await store.clearance(org, user)).toBeNull()
  })

  it('is not given to somebody who was taken out meanwhile', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    await effect(store, (tx) => tx.saveOrganisations([anOrganisation(org)]))
    await effect(store, (tx) => tx.saveMembership(aMembership({ state: 'removed' })))
    await expect(effect(store, (tx) => tx.saveClearance(aClearance(), null))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await effect(store, (tx) => tx.saveMembership(aMembership({ state: 'assigned' })))
    await effect(store, (tx) => tx.saveClearance(aClearance(), null))
    expect(await store.clearance(org, user)).not.toBeNull()
  })

  it('of an earlier key is not among those of the present one', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    await effect(store, async (tx) => {
      await tx.saveClearance(aClearance({ user: someone('U1'), keyVersion: 'now' }))
      await tx.saveClearance(aClearance({ user: someone('U2'), keyVersion: 'before' }))
    })
    const names = async (keyVersion?: string) =>
      (await store.clearancesOf(org, keyVersion)).map((one) => one.user.userId)
    expect([await names('now'), await names()]).toEqual([['U1'], ['U1', 'U2']])
  })

  it('ends with the whole of one of 20 given at once', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    await twenty((i) => effect(store, (tx) => tx.saveClearance(aClearance({ numberHash: `h${i}`, givenBy: `g${i}` }))))
    const [row, ...more] = await store.clearancesOf(org)
    expect(more).toEqual([])
    expect(row?.numberHash.slice(1)).toBe(row?.givenBy.slice(1))
  })
})
