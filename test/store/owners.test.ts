import { expect, it } from 'vitest'
import type { Credential } from '../../src/domain/client/owner-store.ts'
import type { Writes } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { cameTo, effect, oneOfTwenty, org, twenty, user } from './samples.ts'

const someone = (userId: string) => ({ ...user, userId })

const aCredential = (over: Partial<Credential> = {}) => ({
  organisationNumber: org,
  environment: 'test' as const,
  clientId: 'c1',
  kid: 'k1',
  sealedKey: 'sealed',
  givenBy: 'user:T01:U99',
  testedAt: 5,
  ...over,
})

eachEngine((engine) => {
  it('makes the owners of a client exactly those given', async () => {
    const store = await freshStore(engine)
    const set = (...users: (typeof user)[]) => effect(store, (tx) => tx.setOwners(org, 'test', 'c1', users, 'g'))
    expect(await store.owners(org, 'test', 'c1')).toEqual([])
    await set(someone('U2'), someone('U1'), someone('U2'))
    expect(await store.owners(org, 'test', 'c1')).toEqual([someone('U1'), someone('U2')])
    await set(someone('U3'), someone('U2'))
    expect(await store.owners(org, 'test', 'c1')).toEqual([someone('U2'), someone('U3')])
    expect(await store.owners(org, 'prod', 'c1')).toEqual([])
    expect(await store.owners('2', 'test', 'c1')).toEqual([])
    expect(await store.owners(org, 'test', 'c2')).toEqual([])
    await set()
    expect(await store.owners(org, 'test', 'c1')).toEqual([])
  })

  it('ends with one of 20 sets of owners given at once, not with a mixture', async () => {
    const store = await freshStore(engine)
    await twenty((i) =>
      effect(store, (tx) => tx.setOwners(org, 'test', 'c1', [someone(`A${i}`), someone(`B${i}`)], 'g')),
    )
    const [one, other, ...more] = await store.owners(org, 'test', 'c1')
    expect(more).toEqual([])
    expect(one?.userId.slice(1)).toBe(other?.userId.slice(1))
  })

  it('lets one of 20 through who all saw the same owners', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.setOwners(org, 'test', 'c1', [user, someone('U02')], 'g'))
    const seen = [someone('U02'), user]
    const each = Array.from({ length: 20 }, (_, i) =>
      effect(store, (tx) => tx.setOwners(org, 'test', 'c1', [someone(`A${i}`)], 'g', seen)),
    )
    expect(await cameTo(each)).toEqual(oneOfTwenty)
    expect(await store.owners(org, 'test', 'c1')).toHaveLength(1)
  })

  it('lets one of 20 through who all saw the same admin client, or none', async () => {
    const store = await freshStore(engine)
    const each = (round: number, seen: Parameters<Writes['saveCredential']>[1]) =>
      Array.from({ length: 20 }, (_, i) =>
        effect(store, (tx) => tx.saveCredential(aCredential({ clientId: `c${i}`, testedAt: round + i }), seen)),
      )
    expect(await cameTo(each(100, null))).toEqual(oneOfTwenty)
    const first = (await store.credential(org, 'test')) ?? expect.fail('none')
    const late = effect(store, (tx) => tx.forgetCredential(org, 'test', { ...first, testedAt: 9 }))
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await cameTo(each(200, first))).toEqual(oneOfTwenty)
    const second = (await store.credential(org, 'test')) ?? expect.fail('none')
    expect(await effect(store, (tx) => tx.forgetCredential(org, 'test', second))).toBe(true)
  })

  it('keeps one admin client of an organisation in an environment, and lists them without keys', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    expect(await store.credential(org, 'test')).toBeNull()
    await effect(store, (tx) => tx.saveCredential(aCredential()))
    expect(await store.credential(org, 'test')).toEqual({ ...aCredential(), createdAt: 1 })
    expect(await store.credential(org, 'prod')).toBeNull()
    at = 2
    await twenty((i) =>
      effect(store, (tx) => tx.saveCredential(aCredential({ clientId: `c${i}`, sealedKey: `s${i}`, testedAt: i }))),
    )
    const replaced = await store.credential(org, 'test')
    const i = replaced?.testedAt
    expect(replaced).toEqual({ ...aCredential({ clientId: `c${i}`, sealedKey: `s${i}`, testedAt: i }), createdAt: 2 })
    await effect(store, (tx) => tx.saveCredential(aCredential({ environment: 'prod' })))
    const listed = await store.credentials()
    expect(listed.map((one) => one.environment)).toEqual(['prod', 'test'])
    expect(JSON.stringify(listed)).not.toMatch(/seal/i)
    expect(await effect(store, (tx) => tx.forgetCredential(org, 'test'))).toBe(true)
    expect(await effect(store, (tx) => tx.forgetCredential(org, 'test'))).toBe(false)
    expect(await store.credentials()).toHaveLength(1)
  })
})
