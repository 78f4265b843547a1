import { expect, it } from 'vitest'
import type { Login } from '../../src/domain/login/types.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aClearance, effect, twenty, user } from './samples.ts'

const aLogin = (id: string, over: Partial<Login> = {}) => ({
  id,
  changeId: 'c1',
  user,
  state: 'begun' as const,
  browserHash: 'b1',
  nonce: 'n1',
  sealedVerifier: 'v1',
  numberHash: null,
  keyVersion: null,
  acr: null,
  authTime: null,
  sidHash: null,
  code: null,
  expiresAt: 100,
  ...over,
})

eachEngine((engine) => {
  it('keeps a login and what it proved', async () => {
    const store = await freshStore(engine, { now: () => 7 })
    expect(await store.login('l1')).toBeNull()
    await effect(store, (tx) => tx.addLogin(aLogin('l1')))
    expect(await store.login('l1')).toEqual({ ...aLogin('l1'), version: 1, createdAt: 7 })
    const proof = {
      numberHash: 'h',
      keyVersion: 'k1',
      acr: 'idporten-loa-high',
      authTime: 5,
      sidHash: 's',
    }
    expect(await effect(store, (tx) => tx.moveLogin('l1', 1, { state: 'proved', ...proof }))).toBe(true)
    expect(await effect(store, (tx) => tx.moveLogin('l1', 2, { code: 'x' }))).toBe(true)
    expect(await store.login('l1')).toEqual({
      ...aLogin('l1'),
      ...proof,
      state: 'proved',
      code: 'x',
      version: 3,
      createdAt: 7,
    })
    expect(await effect(store, (tx) => tx.moveLogin('l1', 2, { state: 'used' }))).toBe(false)
    expect(await effect(store, (tx) => tx.moveLogin('none', 1, { state: 'used' }))).toBe(false)
  })

  it('lets one of 20 use a login', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.addLogin(aLogin('l1', { state: 'proved' })))
    const used = await twenty((i) => effect(store, (tx) => tx.moveLogin('l1', 1, { state: 'used', code: `c${i}` })))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await store.login('l1')).toMatchObject({ state: 'used', version: 2, code: `c${used.indexOf(true)}` })
  })

  it('finds the logins of a session that are not at an end', async () => {
    const store = await freshStore(engine)
    await effect(store, async (tx) => {
      for (const state of ['begun', 'proved', 'used', 'refused', 'ended'] as const) {
        await tx.addLogin(aLogin(state, { state, sidHash: 's1' }))
      }
      await tx.addLogin(aLogin('other', { sidHash: 's2' }))
      await tx.addLogin(aLogin('none'))
    })
    expect((await store.loginsBySid('s1')).map((one) => one.id).sort()).toEqual(['begun', 'proved', 'used'])
    expect(await store.loginsBySid('s3')).toEqual([])
  })

  it('forgets what ended before an instant, and that alone', async () => {
    let at = 10
    const store = await freshStore(engine, { now: () => at })
    await effect(store, async (tx) => {
      for (const [name, expiresAt] of [
        ['old', 49],
        ['young', 50],
      ] as const) {
        await tx.addLogin(aLogin(name, { expiresAt }))
        await tx.addLink({ id: name, purpose: 'address', user, email: 'kari@etat.no', expiresAt })
        await tx.saveClearance(aClearance({ organisationNumber: name, expiresAt }))
        await tx.countAttempt(name, expiresAt, expiresAt)
      }
    })
    expect(await effect(store, (tx) => tx.forgetProofs(50))).toBe(4)
    expect(await effect(store, (tx) => tx.forgetProofs(50))).toBe(0)
    at = 0
    for (const [name, there] of [
      ['old', false],
      ['young', true],
    ] as const) {
      expect((await store.login(name)) !== null).toBe(there)
      expect((await store.link(name)) !== null).toBe(there)
      expect((await store.clearance(name, user)) !== null).toBe(there)
      expect(await store.attempts(name, 0)).toBe(there ? 1 : 0)
    }
  })
})
