import { expect, it } from 'vitest'
import type { Surface } from '../../src/domain/change.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aChange, effect, twenty, user } from './samples.ts'

eachEngine((engine) => {
  it('keeps a change as it was asked for', async () => {
    let at = 1_800_000_000_000
    const store = await freshStore(engine, { now: () => at })
    const added = await effect(store, (tx) => tx.addChange(aChange('c1')))
    expect(added).toMatchObject({
      payload: { name: 'Å', scopes: ['b', 'a'] },
      payloadHash: '5f2b',
      version: 1,
      step: null,
      result: null,
      failure: null,
    })
    expect(added).toMatchObject({ createdAt: at, updatedAt: at, expiresAt: 9999, requester: user })
    expect(await store.change('c1')).toEqual(added)
    at += 5
    const surface: Surface = { kind: 'response', url: 'https://hooks.example.no/1', expiresAt: 7, replace: true }
    const failure = { code: 'digdir-refused' as const, correlationId: 'abc' }
    const patch = { state: 'failed' as const, step: 'created', result: { clientId: 'x' }, failure, surface }
    const moved = await effect(store, (tx) => tx.moveChange('c1', 1, patch))
    expect(moved).toEqual({ ...added, ...patch, version: 2, updatedAt: at })
    expect(await effect(store, (tx) => tx.moveChange('c1', 1, { state: 'done' }))).toBeNull()
    expect(await effect(store, (tx) => tx.moveChange('c1', 2, { failure: null }))).toMatchObject({
      failure: null,
      step: 'created',
    })
    expect(await effect(store, (tx) => tx.moveChange('none', 1, { state: 'done' }))).toBeNull()
    expect(await store.change('none')).toBeNull()
  })

  it('refuses a second change with the same id, and secrets', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.addChange(aChange('c1')))
    await expect(effect(store, (tx) => tx.addChange(aChange('c1')))).rejects.toMatchObject({ code: 'internal' })
    const secret = aChange('c2', { payload: { client_secret: 'hemmelig' } })
    await expect(effect(store, (tx) => tx.addChange(secret))).rejects.toThrow(
      'a secret at changes.payload.client_secret',
    )
    await expect(effect(store, (tx) => tx.moveChange('c1', 1, { result: { jwk: { d: 'x' } } }))).rejects.toThrow(
      'secret',
    )
    expect(await store.change('c2')).toBeNull()
    expect((await store.change('c1'))?.version).toBe(1)
  })

  it('lists what is not at an end, newest first, and what was left by a runner', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => ++at })
    await effect(store, async (tx) => {
      for (const id of ['applying', 'unknown', 'half', 'failed', 'done']) await tx.addChange(aChange(id))
      await tx.addChange(aChange('other', { requester: { ...user, userId: 'U02' } }))
      for (const policy of ['self', 'second-operator'] as const)
        await tx.addChange({ ...aChange(policy, { policy }), state: 'approved' })
      await tx.addChange({ ...aChange('proposed'), state: 'proposed' })
      await tx.moveChange('unknown', 1, { state: 'unknown' })
      await tx.moveChange('half', 1, { state: 'failed', step: 'created' })
      await tx.moveChange('failed', 1, { state: 'failed' })
      await tx.moveChange('done', 1, { state: 'done', step: 'created' })
    })
    expect((await store.openChanges(user)).map((one) => one.id)).toEqual([
      'second-operator',
      'self',
      'half',
      'unknown',
      'applying',
    ])
    expect((await store.interruptedChanges(100)).map((one) => one.id)).toEqual(['applying', 'other', 'self'])
    expect(await store.interruptedChanges(2)).toEqual([])
    expect((await store.interruptedChanges(3)).map((one) => one.id)).toEqual(['applying'])
  })

  it('lets one of 20 move a change on', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.addChange(aChange('c1')))
    const moved = await twenty((i) => effect(store, (tx) => tx.moveChange('c1', 1, { step: `s${i}` })))
    const winners = moved.filter((one) => one !== null)
    expect(winners).toHaveLength(1)
    expect(await store.change('c1')).toEqual(winners[0])
  })

  it('edits a card in place, also 20 at once', async () => {
    const store = await freshStore(engine)
    expect(await store.card('client:1', user)).toBeNull()
    const card = (ts: string) => ({ subject: 'client:1', user, channel: 'D1', ts })
    await twenty((i) => effect(store, (tx) => tx.saveCard(card(String(i)))))
    await effect(store, (tx) => tx.saveCard(card('last')))
    expect(await store.card('client:1', user)).toEqual(card('last'))
    expect(await store.card('client:1', { ...user, userId: 'U02' })).toBeNull()
  })
})
