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

const assigned = (over: Partial<NonNullable<MembershipPayload['after']>> = {}) => ({
  state: 'assigned' as const,
  admin: false,
  until: null,
  ...over,
})
const removed = { state: 'removed', admin: false, until: null } as const

const setting = async () => {
  const world = await belongingWorld()
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
  return { ...world, change }
}

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
    const { change, store, deps } = await setting()
    await store.write({}, async (tx) => {
      await tx.saveClearance({
        organisationNumber: kinn.number,
        user: user('kjell'),
        numberHash: 'a',
        keyVersion: 'b',
        givenBy: 'test',
        confirmedBy: null,
        expiresAt: deps.now() + 1_000,
      })
      return null
    })
    await change('kinnAdmin', { before: null, after: removed })
    expect(await store.clearance(kinn.number, user('kjell'))).toBeNull()
    const lines = await store.auditLines({ organisationNumber: kinn.number, subject: 'person:T1:UKJELL', size: 10 })
    expect(
      lines
        .filter(({ outcome }) => outcome === 'done')
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['clearance.remove', 'membership.change'])
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
