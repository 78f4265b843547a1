import { describe, expect, test } from 'vitest'
import { applyChange } from '../../src/domain/apply-change.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import { decideChange, withdrawChange } from '../../src/domain/decide-change.ts'
import { kinds } from '../../src/domain/kinds.ts'
import { belongingWorld, type CastName, heroy, kinn, otherHeroy, user } from '../helpers/belonging-world.ts'

/** Hanne's domain is shared, and she picked Herøy in the west. */
const requested = async () => {
  const world = await belongingWorld()
  const { deps, asked } = world
  const wanted = asked(user('hanne'), heroy.number, { organisationNumber: heroy.number })
  const { change } = await beginChange(deps, requestMembership, wanted, 'pick')
  const decide = async (by: CastName, yes = true) =>
    decideChange(deps, kinds, change.id, { by: user(by), belonging: await world.belonging(user(by)), yes })
  const apply = () => applyChange(deps, kinds, change.id, world.belonging)
  return { ...world, change, decide, apply }
}

describe('a request for a membership', () => {
  test('waits, is approved by an admin of the organisation, and makes a member', async () => {
    const { belonging, change, decide, apply, store } = await requested()
    expect(change).toMatchObject({ state: 'proposed', policy: 'organisation-admin', environment: null })
    expect(await belonging(user('hanne'))).toMatchObject({ as: 'pending', organisation: heroy, changeId: change.id })
    expect(await decide('admin')).toMatchObject({ state: 'approved', decision: { by: user('admin') } })
    expect(await apply()).toMatchObject({ state: 'done' })
    expect(await belonging(user('hanne'))).toMatchObject({
      as: 'member',
      organisation: heroy,
      admin: false,
      rule: { by: 'assignment' },
    })
    const lines = await store.auditLines({ organisationNumber: heroy.number, size: 10 })
    expect(lines.map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual([
      'membership.change done',
      'membership.request approved',
      'membership.request begun',
    ])
  })

  test('declined, it leaves a stranger who may pick again', async () => {
    const { belonging, decide, apply } = await requested()
    expect(await decide('operator', false)).toMatchObject({ state: 'declined' })
    expect(await belonging(user('hanne'))).toMatchObject({ as: 'stranger', reason: 'shared-domain' })
    await expect(apply()).rejects.toMatchObject({ code: 'stale-button' })
  })

  test.each<[string, CastName, string]>([
    ['oneself', 'hanne', 'pending'],
    ["another organisation's admin, who learns nothing", 'kinnAdmin', 'not-found'],
    ['the admin of the other one that shares the domain', 'otherAdmin', 'not-found'],
    ['a member', 'kjell', 'not-allowed'],
  ])('is not decided by %s', async (_who, by, code) => {
    const { decide, belonging } = await requested()
    await expect(decide(by)).rejects.toMatchObject({ code })
    expect(await belonging(user('hanne'))).toMatchObject({ as: 'pending' })
  })

  test('is decided once, also by two who click at once', async () => {
    const { decide } = await requested()
    const both = await Promise.allSettled([decide('admin'), decide('operator', false), decide('secondOperator')])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(['already-decided', 'already-decided'])
    await expect(decide('admin')).rejects.toMatchObject({ code: 'already-decided' })
  })

  test('is nothing once its time is over', async () => {
    const { pass, decide, belonging } = await requested()
    pass(14 * 24 * 60 * 60_000)
    expect(await belonging(user('hanne'))).toMatchObject({ as: 'stranger', reason: 'shared-domain' })
    await expect(decide('admin')).rejects.toMatchObject({ code: 'stale-button' })
  })

  test('is taken back by the one who asked, and by nobody else', async () => {
    const { deps, change, decide, belonging } = await requested()
    await expect(withdrawChange(deps, change.id, user('kjell'))).rejects.toMatchObject({ code: 'not-found' })
    expect(await withdrawChange(deps, change.id, user('hanne'))).toMatchObject({ state: 'declined' })
    expect(await belonging(user('hanne'))).toMatchObject({ as: 'stranger' })
    await expect(decide('admin')).rejects.toMatchObject({ code: 'already-decided' })
  })

  test('is not carried out by nobody’s yes', async () => {
    const { apply } = await requested()
    await expect(apply()).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test.each([
    ['an organisation that does not share the domain', kinn.number],
    ['one that nobody knows', '999999999'],
  ])('cannot be made for %s', async (_what, organisationNumber) => {
    const { deps, asked } = await belongingWorld()
    const wanted = asked(user('hanne'), organisationNumber, { organisationNumber })
    await expect(beginChange(deps, requestMembership, wanted, 'pick')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is not carried out when the domain is no longer shared by then', async () => {
    const { store, decide, apply } = await requested()
    await decide('admin')
    await store.write({}, async (tx) => {
      await tx.saveOrganisations([{ ...heroy, domains: ['nytt.kommune.example'] }])
      return null
    })
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'already-done' } })
    expect(await store.membership(user('hanne'), heroy.number)).toBeNull()
  })

  test('of an organisation that one was removed from is none', async () => {
    const { deps, store, asked } = await belongingWorld()
    await store.write({}, async (tx) => {
      const removed = { state: 'removed', admin: false, until: null, givenBy: 'test' } as const
      await tx.saveMembership({ user: user('hanne'), organisationNumber: otherHeroy.number, ...removed })
      return null
    })
    const wanted = asked(user('hanne'), otherHeroy.number, { organisationNumber: otherHeroy.number })
    await expect(beginChange(deps, requestMembership, wanted, 'pick')).rejects.toMatchObject({ code: 'not-found' })
  })
})
