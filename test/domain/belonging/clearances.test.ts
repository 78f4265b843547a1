import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import { askClearance, giveClearance, removeClearance } from '../../../src/domain/belonging/clearance-kinds.ts'
import { decideChange } from '../../../src/domain/decide-change.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { belongingWorld, type CastName, kinn, user } from '../../helpers/belonging-world.ts'
import { type Engine, eachEngine } from '../../helpers/databases.ts'

const NUMBER = '17816550068'
const wanted = { user: user('kjell'), organisationNumber: kinn.number }

/** An operator has named Kjell. */
const named = async (engine?: Engine) => {
  const world = await belongingWorld(engine)
  const { deps, store } = world
  const { change } = await beginChange(deps, giveClearance, world.asked(user('operator'), kinn.number, wanted), 'give')
  const decide = async (by: CastName, yes = true) =>
    decideChange(deps, kinds, change.id, { by: user(by), belonging: await world.belonging(user(by)), yes })
  const apply = () => applyChange(deps, kinds, change.id, world.belonging)
  /** The login that proves the number, as it is stored once it is done. */
  const prove = async (keyVersion = deps.vault.keyVersion, changeId = change.id) => {
    await store.write({}, async (tx) => {
      await tx.addLogin({
        id: 'login-1',
        changeId,
        user: user('kjell'),
        state: 'proved',
        browserHash: 'x',
        nonce: 'x',
        sealedVerifier: 'x',
        numberHash: deps.vault.numberProof(NUMBER).hash,
        keyVersion,
        acr: 'idporten-loa-substantial',
        authTime: deps.now(),
        sidHash: null,
        code: null,
        expiresAt: deps.now() + 60_000,
      })
      const stored = await tx.moveChange(change.id, change.version, { loginId: 'login-1' })
      return stored !== null
    })
  }
  return { ...world, change, decide, apply, prove }
}

eachEngine((engine) => {
  test('of 20 namings of one person that are carried out at once, one gives the clearance', async () => {
    const { deps, store, asked, belonging } = await belongingWorld(engine)
    const { hash: numberHash, keyVersion } = deps.vault.numberProof(NUMBER)
    const ids: string[] = []
    for (let i = 0; i < 20; i += 1) {
      const { change } = await beginChange(
        deps,
        giveClearance,
        asked(user('operator'), kinn.number, wanted),
        `give ${i}`,
      )
      await store.write({}, async (tx) => {
        const proved = { state: 'proved' as const, numberHash, keyVersion, acr: null, authTime: 0, sidHash: null }
        const secret = { browserHash: 'x', nonce: 'x', sealedVerifier: 'x', code: null }
        const login = { id: `login-${i}`, changeId: change.id, user: user('kjell'), expiresAt: deps.now() + 60_000 }
        await tx.addLogin({ ...login, ...proved, ...secret })
        return (await tx.moveChange(change.id, change.version, { loginId: login.id })) !== null
      })
      const by = user('secondOperator')
      await decideChange(deps, kinds, change.id, { by, belonging: await belonging(by), yes: true })
      ids.push(change.id)
    }
    // what all of them saw before any of them wrote: nothing
    const seen = { ...store, clearance: async () => null }
    const outcomes = await Promise.all(ids.map((id) => applyChange({ ...deps, store: seen }, kinds, id, belonging)))
    const codes = outcomes.map(({ state, failure }) => failure?.code ?? state)
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'changed-meanwhile')).toHaveLength(19)
    const lines = await store.auditLines({ organisationNumber: kinn.number, size: 200 })
    const given = lines.filter(({ action, outcome }) => action === 'clearance.give' && outcome === 'done')
    expect(given.map(({ changeId }) => changeId)).toEqual([ids[codes.indexOf('done')]])
  })

  test('of 20 who take one away at once, one does', async () => {
    const { deps, asked, decide, apply, prove, belonging } = await named(engine)
    await prove()
    await decide('secondOperator')
    await apply()
    const begun = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        beginChange(deps, removeClearance, asked(user('operator'), kinn.number, wanted), `take ${i}`),
      ),
    )
    const outcomes = await Promise.all(begun.map(({ change }) => applyChange(deps, kinds, change.id, belonging)))
    const codes = outcomes.map(({ state, failure }) => failure?.code ?? state)
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'already-done')).toHaveLength(19)
  })
})

describe('a clearance', () => {
  test('is named, proved, confirmed by a second person, and lasts a year', async () => {
    const { change, decide, apply, prove, belonging, store, deps } = await named()
    expect(change).toMatchObject({ state: 'proposed', policy: 'second-operator' })
    await prove()
    await decide('secondOperator')
    expect(await apply()).toMatchObject({ state: 'done' })
    expect(await belonging(user('kjell'))).toMatchObject({ cleared: true })
    expect(await store.clearance(kinn.number, user('kjell'))).toMatchObject({
      numberHash: deps.vault.numberProof(NUMBER).hash,
      givenBy: 'person:T1:UOPERATOR',
      confirmedBy: 'person:T1:USECONDOPERATOR',
      expiresAt: Date.UTC(1971, 0, 1, 0, 16, 40),
    })
  })

  test('an admin of the organisation may be the second person', async () => {
    const { decide, apply, prove, belonging } = await named()
    await prove()
    await decide('kinnAdmin')
    await apply()
    expect(await belonging(user('kjell'))).toMatchObject({ cleared: true })
  })

  test.each<[string, CastName, string]>([
    ['the one who named', 'operator', 'needs-another'],
    ['the one who is cleared', 'kjell', 'not-allowed'],
    ['an admin of another organisation', 'admin', 'not-found'],
  ])('is not confirmed by %s', async (_who, by, code) => {
    const { decide, prove } = await named()
    await prove()
    await expect(decide(by)).rejects.toMatchObject({ code })
  })

  test('is not confirmed before it is proved, and can be declined', async () => {
    const { decide } = await named()
    await expect(decide('secondOperator')).rejects.toMatchObject({ code: 'not-proved' })
    expect(await decide('secondOperator', false)).toMatchObject({ state: 'declined' })
  })

  test.each([
    ['with another SECRET_KEY', 'another', undefined],
    ['for another change', undefined, 'another'],
  ])('is not made of a proof %s', async (_what, keyVersion, changeId) => {
    const { decide, apply, prove, store } = await named()
    await prove(keyVersion, changeId)
    await decide('secondOperator')
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'changed-meanwhile' } })
    expect(await store.clearance(kinn.number, user('kjell'))).toBeNull()
  })

  test('is not given to somebody who was taken out of the organisation meanwhile', async () => {
    const { decide, apply, prove, store } = await named()
    await prove()
    await store.write({}, async (tx) => {
      const out = { state: 'removed', admin: false, until: null, givenBy: 'test' } as const
      await tx.saveMembership({ user: user('kjell'), organisationNumber: kinn.number, ...out })
      return null
    })
    await decide('secondOperator')
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'changed-meanwhile' } })
    expect(await store.clearance(kinn.number, user('kjell'))).toBeNull()
  })

  test('an operator who is named for a clearance does not confirm it, nor name themselves through another', async () => {
    const { deps, asked, belonging } = await belongingWorld()
    const payload = { user: user('secondOperator'), organisationNumber: kinn.number }
    const { change } = await beginChange(deps, giveClearance, asked(user('operator'), kinn.number, payload), 'give')
    const by = user('secondOperator')
    await expect(
      decideChange(deps, kinds, change.id, { by, belonging: await belonging(by), yes: false }),
    ).rejects.toMatchObject({ code: 'needs-another' })
  })
})

describe('asking for a clearance', () => {
  test('is answered by an operator who is not the one', async () => {
    const { deps, asked, belonging } = await belongingWorld()
    const { change } = await beginChange(deps, askClearance, asked(user('kjell'), kinn.number, wanted), 'ask')
    expect(change).toMatchObject({ state: 'proposed', policy: 'service-desk' })
    const decide = async (by: CastName) =>
      decideChange(deps, kinds, change.id, { by: user(by), belonging: await belonging(user(by)), yes: true })
    await expect(decide('kinnAdmin')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await decide('operator')).toMatchObject({ state: 'approved' })
    expect(await applyChange(deps, kinds, change.id, belonging)).toMatchObject({ state: 'done' })
    // the yes names nobody by itself
    expect(await belonging(user('kjell'))).toMatchObject({ cleared: false })
  })
})

describe('taking a clearance', () => {
  test('needs one that is there', async () => {
    const { deps, asked } = await belongingWorld()
    const begin = beginChange(deps, removeClearance, asked(user('operator'), kinn.number, wanted), 'take')
    await expect(begin).rejects.toMatchObject({ code: 'already-done' })
  })

  test('leaves somebody who is not cleared', async () => {
    const { deps, asked, decide, apply, prove, belonging } = await named()
    await prove()
    await decide('secondOperator')
    await apply()
    const { change } = await beginChange(deps, removeClearance, asked(user('kinnAdmin'), kinn.number, wanted), 'take')
    expect(await applyChange(deps, kinds, change.id, belonging)).toMatchObject({ state: 'done' })
    expect(await belonging(user('kjell'))).toMatchObject({ as: 'member', cleared: false })
  })
})
