import { expect, it } from 'vitest'
import type { Surface } from '../../src/domain/change.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aChange, effect, org, twenty, user } from './samples.ts'

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
      subject: null,
      decision: null,
      loginId: null,
    })
    expect(added).toMatchObject({ createdAt: at, updatedAt: at, expiresAt: 9999, requester: user })
    expect(await store.change('c1')).toEqual(added)
    at += 5
    const surface: Surface = { kind: 'response', url: 'https://hooks.example.no/1', expiresAt: 7, replace: true }
    const fields = [{ field: 'redirect_uris[0]', reason: 'must be https' }]
    const failure = { code: 'digdir-refused' as const, correlationId: 'abc', mpCode: 'MP-200', fields, retryAfter: 7 }
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

  it('keeps whom it is about, who decided it, and by which login', async () => {
    const store = await freshStore(engine)
    const proposal = aChange('c1', { environment: null, subject: 'person:T01:U02', policy: 'organisation-admin' })
    const added = await effect(store, (tx) => tx.addChange({ ...proposal, state: 'proposed' }))
    expect(added).toMatchObject({ environment: null, subject: 'person:T01:U02', decision: null, loginId: null })
    const decision = { by: { teamId: 'T01', userId: 'U09' }, at: 77 }
    const patch = { state: 'approved', decision, loginId: 'l1' } as const
    expect(await effect(store, (tx) => tx.moveChange('c1', 1, patch))).toMatchObject(patch)
    await effect(store, (tx) => tx.moveChange('c1', 2, { state: 'applying' }))
    expect(await store.change('c1')).toMatchObject({ ...patch, state: 'applying' })
    expect(await effect(store, (tx) => tx.moveChange('c1', 3, { decision: null, loginId: null }))).toMatchObject({
      decision: null,
      loginId: null,
    })
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
      await tx.addChange({ ...aChange('lapsed'), state: 'proposed', expiresAt: 5 })
      for (const state of ['declined', 'expired'] as const) await tx.addChange({ ...aChange(state), state })
      await tx.moveChange('unknown', 1, { state: 'unknown' })
      await tx.moveChange('half', 1, { state: 'failed', step: 'created' })
      await tx.moveChange('failed', 1, { state: 'failed' })
      await tx.moveChange('done', 1, { state: 'done', step: 'created' })
    })
    expect((await store.openChanges(user)).map((one) => one.id)).toEqual([
      'proposed',
      'second-operator',
      'self',
      'half',
      'unknown',
      'applying',
    ])
    expect((await store.interruptedChanges(100)).map((one) => one.id)).toEqual([
      'applying',
      'other',
      'self',
      'second-operator',
    ])
    const { updatedAt } = (await store.change('applying')) ?? expect.fail('none')
    expect(await store.interruptedChanges(updatedAt)).toEqual([])
    expect((await store.interruptedChanges(updatedAt + 1)).map((one) => one.id)).toEqual(['applying'])
  })

  it('lists proposals about somebody or of an organisation while they can be decided, and those that lapsed', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => at })
    const proposals: [id: string, subject: string, organisationNumber: string, expiresAt: number][] = [
      ['first', 'person:T01:U01', org, 100],
      ['second', 'person:T01:U01', 'other', 50],
      ['third', 'person:T01:U02', org, 60],
    ]
    for (const [id, subject, organisationNumber, expiresAt] of proposals) {
      at++
      const change = { ...aChange(id, { subject, organisationNumber }), state: 'proposed' as const, expiresAt }
      await effect(store, (tx) => tx.addChange(change))
    }
    await effect(store, (tx) => tx.addChange(aChange('applying', { subject: 'person:T01:U01' })))
    const found = async () => {
      const lists = [
        await store.proposedChanges({ subject: 'person:T01:U01' }),
        await store.proposedChanges({ organisationNumber: org }),
        await store.lapsedChanges(at),
      ]
      return lists.map((list) => list.map((one) => one.id))
    }
    expect(await found()).toEqual([['first', 'second'], ['first', 'third'], []])
    at = 59
    expect(await found()).toEqual([['first'], ['first', 'third'], ['second']])
    at = 60
    expect(await found()).toEqual([['first'], ['first'], ['second', 'third']])
    await effect(store, (tx) => tx.moveChange('second', 1, { state: 'expired' }))
    await effect(store, (tx) => tx.moveChange('first', 1, { state: 'declined' }))
    expect(await found()).toEqual([[], [], ['third']])
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
    const another = { ...card('1'), user: { ...user, userId: 'C02' } }
    expect(await store.card('client:1', another.user)).toBeNull()
    await effect(store, (tx) => tx.saveCard(another))
    expect(await store.cards('client:1')).toEqual([another, card('last')])
    expect(await store.cards('client:2')).toEqual([])
  })
})
