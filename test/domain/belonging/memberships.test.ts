import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import {
  changeMembership,
  type MembershipPayload,
  membershipBack,
  nameAdmin,
} from '../../../src/domain/belonging/change-membership.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { belongingWorld, type CastName, heroy, kinn, user } from '../../helpers/belonging-world.ts'
import { type Engine, eachEngine } from '../../helpers/databases.ts'

const assigned = (over: Partial<NonNullable<MembershipPayload['after']>> = {}) => ({
  state: 'assigned' as const,
  admin: false,
  until: null,
  ...over,
})
const removed = { state: 'removed', admin: false, until: null } as const

const setting = async (engine?: Engine) => {
  const world = await belongingWorld(engine)
  let asked = 0
  const change = async (
    by: CastName,
    value: Omit<MembershipPayload, 'user' | 'organisationNumber'> & { of?: CastName },
    kind = changeMembership,
  ) => {
    const { of = 'kjell', ...rest } = value
    const payload = { user: user(of), organisationNumber: kinn.number, ...rest }
    asked += 1
    const wanted = world.asked(user(by), kinn.number, payload)
    const { change } = await beginChange(world.deps, kind, wanted, `once ${asked}`)
    return { payload, outcome: await applyChange(world.deps, kinds, change.id, world.belonging) }
  }
  const clear = async (of: CastName) =>
    await world.store.write({}, async (tx) => {
      await tx.saveClearance({
        organisationNumber: kinn.number,
        user: user(of),
        numberHash: 'a',
        keyVersion: world.deps.vault.keyVersion,
        givenBy: 'test',
        confirmedBy: null,
        expiresAt: world.deps.now() + 60_000,
      })
      return null
    })
  /** What the audit says was done with somebody at Kinn. */
  const done = async (of: CastName) => {
    const subject = `person:T1:${user(of).userId}`
    const lines = await world.store.auditLines({ organisationNumber: kinn.number, subject, size: 10 })
    return lines
      .filter(({ outcome }) => outcome === 'done')
      .map(({ action }) => action)
      .sort()
  }
  return { ...world, change, clear, done }
}

eachEngine((engine) => {
  test('of 20 who saw the same, one changes a membership', async () => {
    const { deps, store, asked, belonging } = await setting(engine)
    const begun = await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        const after = i % 2 === 0 ? removed : assigned({ until: 2_000_000 + i })
        const payload = { user: user('kjell'), organisationNumber: kinn.number, before: null, after }
        const [by, kind] = i % 4 === 0 ? (['kinnAdmin', changeMembership] as const) : (['operator', nameAdmin] as const)
        return beginChange(deps, kind, asked(user(by), kinn.number, payload), `at once ${i}`)
      }),
    )
    const apply = ({ change }: (typeof begun)[number]) =>
      applyChange(deps, kinds, change.id, belonging).then(
        ({ state, failure }) => failure?.code ?? state,
        (error) => error.code,
      )
    const codes = await Promise.all(begun.map(apply))
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'changed-meanwhile')).toHaveLength(19)
    const { after } = changeMembership.payload.parse(begun[codes.indexOf('done')]?.change.payload)
    expect(await store.membership(user('kjell'), kinn.number)).toMatchObject(after ?? {})
  })
})

describe('a membership', () => {
  test('an admin removes somebody whom the domain would give, and takes it back', async () => {
    const { change, belonging } = await setting()
    const { payload, outcome } = await change('kinnAdmin', { before: null, after: removed })
    expect(outcome.state).toBe('done')
    expect(await belonging(user('kjell'))).toMatchObject({ as: 'stranger', reason: 'removed' })
    const { before, after } = membershipBack(payload)
    expect((await change('kinnAdmin', { before, after })).outcome.state).toBe('done')
    expect(await belonging(user('kjell'))).toMatchObject({ as: 'member', rule: { by: 'domain' } })
  })

  test('an operator assigns by name, in whichever organisation, until a day', async () => {
    const { change, belonging, pass } = await setting()
    const until = 1_000_000 + 60_000
    await change('operator', { of: 'hanne', before: null, after: assigned({ until }) })
    expect(await belonging(user('hanne'))).toMatchObject({ organisation: kinn, rule: { by: 'assignment', until } })
    pass(60_000)
    expect(await belonging(user('hanne'))).toMatchObject({ as: 'stranger', reason: 'shared-domain' })
  })

  test('what was removed takes the clearance along', async () => {
    const { change, clear, done, store } = await setting()
    await clear('kjell')
    await change('kinnAdmin', { before: null, after: removed })
    expect(await store.clearance(kinn.number, user('kjell'))).toBeNull()
    expect(await done('kjell')).toEqual(['clearance.remove', 'membership.change'])
  })

  test.each<[string, CastName, MembershipPayload['before'], MembershipPayload['after'], boolean]>([
    ['assigned, and now as the domain says', 'kjell', assigned(), null, false],
    ['assigned elsewhere than the domain says, and no more', 'hanne', assigned(), null, false],
    ['removed, and assigned anew', 'kjell', removed, assigned(), false],
    ['removed, and now as the domain says', 'kjell', removed, null, false],
    ['nobody, and assigned', 'hanne', null, assigned(), false],
    ['one who is not met, and assigned', 'secondOperator', null, assigned(), false],
    ['a member by domain, and assigned', 'kjell', null, assigned(), true],
    ['assigned, and assigned until a day', 'hanne', assigned(), assigned({ until: 2_000_000 }), true],
  ])('of one who was %s: the clearance', async (_what, of, before, after, kept) => {
    const { change, clear, done, store } = await setting()
    await store.write({}, async (tx) => {
      const place = { user: user(of), organisationNumber: kinn.number, givenBy: 'test' }
      if (before !== null) await tx.saveMembership({ ...place, ...before })
      return null
    })
    await clear(of)
    expect((await change('operator', { of, before, after })).outcome.state).toBe('done')
    expect((await store.clearance(kinn.number, user(of))) !== null).toBe(kept)
    expect(await done(of)).toEqual([...(kept ? [] : ['clearance.remove']), 'membership.change'])
  })

  test('that ended leaves no clearance to whoever is assigned anew', async () => {
    const { change, clear, belonging, pass } = await setting()
    await change('operator', { of: 'hanne', before: null, after: assigned({ until: 1_000_000 + 1_000 }) })
    await clear('hanne')
    expect(await belonging(user('hanne'))).toMatchObject({ organisation: kinn, cleared: true })
    pass(1_000)
    await change('operator', { of: 'hanne', before: null, after: assigned() })
    expect(await belonging(user('hanne'))).toMatchObject({ organisation: kinn, cleared: false })
  })

  test.each<[string, CastName, Parameters<Awaited<ReturnType<typeof setting>>['change']>[1], string]>([
    ['one’s own', 'kinnAdmin', { of: 'kinnAdmin', before: assigned({ admin: true }), after: null }, 'not-allowed'],
    ['one’s own, as operator', 'operator', { of: 'operator', before: null, after: assigned() }, 'needs-another'],
    ['that makes an admin', 'kinnAdmin', { before: null, after: assigned({ admin: true }) }, 'not-allowed'],
    [
      'that ends an admin’s',
      'operator',
      { of: 'kinnAdmin', before: assigned({ admin: true }), after: null },
      'not-allowed',
    ],
    ['that is another by now', 'kinnAdmin', { before: removed, after: null }, 'changed-meanwhile'],
    ['with an end in the past', 'kinnAdmin', { before: null, after: assigned({ until: 5 }) }, 'bad-input'],
  ])('nobody begins a change %s', async (_what, by, value, code) => {
    const { change } = await setting()
    await expect(change(by, value)).rejects.toMatchObject({ code })
  })

  test('a guest is assigned with an end', async () => {
    const { change, store } = await setting()
    const known = await store.person(user('hanne'))
    await store.write({}, async (tx) => {
      if (known) await tx.savePerson({ ...known.person, kind: 'guest', seenAt: known.person.seenAt + 1 })
      return null
    })
    await expect(change('operator', { of: 'hanne', before: null, after: assigned() })).rejects.toMatchObject({
      code: 'bad-input',
    })
  })

  test.each<[CastName, string]>([
    ['kjell', 'not-allowed'],
    ['admin', 'not-found'],
    ['hanne', 'not-a-member'],
  ])('is not changed by %s', async (by, code) => {
    const { change, belonging } = await setting()
    const { outcome } = await change(by, { of: 'operator', before: null, after: assigned() })
    expect(outcome).toMatchObject({ state: 'failed', failure: { code } })
    expect(await belonging(user('operator'))).toMatchObject({ as: 'stranger' })
  })
})

describe('an admin', () => {
  test('is named and unnamed by an operator', async () => {
    const { change, belonging } = await setting()
    const admin = assigned({ admin: true })
    await change('operator', { before: null, after: admin }, nameAdmin)
    expect(await belonging(user('kjell'))).toMatchObject({ admin: true })
    await change('operator', { before: admin, after: assigned() }, nameAdmin)
    expect(await belonging(user('kjell'))).toMatchObject({ admin: false })
  })

  test.each<[CastName, string]>([
    ['kinnAdmin', 'not-allowed'],
    ['hanne', 'not-a-member'],
  ])('is not named by %s', async (by, code) => {
    const { change, belonging } = await setting()
    const { outcome } = await change(by, { before: null, after: assigned({ admin: true }) }, nameAdmin)
    expect(outcome).toMatchObject({ failure: { code } })
    expect(await belonging(user('kjell'))).toMatchObject({ admin: false })
  })

  test('of one organisation is nothing in another', async () => {
    const { belonging } = await setting()
    expect(await belonging(user('admin'))).toMatchObject({ organisation: heroy, admin: true, others: [] })
  })
})
