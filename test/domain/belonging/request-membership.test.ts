import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import { assertMayAsk, requestMembership } from '../../../src/domain/belonging/request-membership.ts'
import { decideChange, withdrawChange } from '../../../src/domain/decide-change.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { belongingWorld, heroy, otherHeroy, user } from '../../helpers/belonging-world.ts'
import { type Engine, eachEngine } from '../../helpers/databases.ts'

const HOUR = 60 * 60_000
const hanne = user('hanne')

const setting = async (engine?: Engine) => {
  const world = await belongingWorld(engine)
  const { deps, asked, belonging, store } = world
  let count = 0
  const request = async ({ number } = heroy) => {
    count += 1
    const wanted = asked(hanne, number, { organisationNumber: number })
    return (await beginChange(deps, requestMembership, wanted, `request ${count}`)).change
  }
  const decide = async (id: string, yes: boolean) => {
    const by = user('admin')
    await decideChange(deps, kinds, id, { by, belonging: await belonging(by), yes })
  }
  const approve = async (id: string) => {
    await decide(id, true)
    return await applyChange(deps, kinds, id, belonging)
  }
  const assign = async (over: { state?: 'assigned' | 'removed'; admin?: boolean }) => {
    const row = { state: 'assigned' as const, admin: false, until: null, givenBy: 'test', ...over }
    await store.write({}, async (tx) => {
      await tx.saveMembership({ user: hanne, organisationNumber: heroy.number, ...row })
      return null
    })
  }
  return { ...world, request, decide, approve, assign }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.code,
  )

eachEngine((engine) => {
  test('of 20 requests of one person at once, one is open', async () => {
    const { request, store } = await setting(engine)
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => codeOf(request(i % 2 === 0 ? heroy : otherHeroy))),
    )
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'changed-meanwhile')).toHaveLength(19)
    expect(await store.openChanges(hanne)).toHaveLength(1)
  })

  test('of a removal and 19 yeses at once, the yes gives nothing that the removal does not take', async () => {
    const { request, deps, belonging, store, assign } = await setting(engine)
    const { id } = await request()
    const by = user('admin')
    await decideChange(deps, kinds, id, { by, belonging: await belonging(by), yes: true })
    await Promise.all([
      assign({ state: 'removed' }),
      ...Array.from({ length: 19 }, () => codeOf(applyChange(deps, kinds, id, belonging))),
    ])
    expect(await store.membership(hanne, heroy.number)).toMatchObject({ state: 'removed' })
  })
})

describe('a request for a membership', () => {
  test('is made three times a day, whatever becomes of it', async () => {
    const { request, deps, pass } = await setting()
    for (let count = 1; count <= 3; count += 1) {
      const { id } = await request()
      await withdrawChange(deps, id, hanne)
      pass(HOUR)
    }
    const tooMany = { code: 'too-many-attempts', details: { retryAfter: (21 * HOUR) / 1000 } }
    await expect(request()).rejects.toMatchObject(tooMany)
    await expect(assertMayAsk(deps, hanne, heroy.number)).rejects.toMatchObject(tooMany)
    pass(21 * HOUR - 1)
    await expect(request()).rejects.toMatchObject({ code: 'too-many-attempts' })
    pass(1)
    expect(await request()).toMatchObject({ state: 'proposed' })
    // the second of the first day still counts, an hour longer
    await expect(assertMayAsk(deps, hanne, heroy.number)).rejects.toMatchObject({
      details: { retryAfter: HOUR / 1000 },
    })
  })

  test('that was declined is made to the same organisation again a day later, and to another at once', async () => {
    const { request, decide, deps, pass } = await setting()
    const { id } = await request()
    // long after it was made
    pass(48 * HOUR)
    await decide(id, false)
    pass(HOUR)
    const now = deps.now()
    expect(await assertMayAsk(deps, hanne, heroy.number)).toEqual({ again: now + 23 * HOUR })
    const tooSoon = { code: 'too-many-attempts', details: { retryAfter: (23 * HOUR) / 1000 } }
    await expect(request()).rejects.toMatchObject(tooSoon)
    expect(await assertMayAsk(deps, hanne, otherHeroy.number)).toEqual({ again: null })
    const other = await request(otherHeroy)
    await withdrawChange(deps, other.id, hanne)
    pass(23 * HOUR - 1)
    await expect(request()).rejects.toMatchObject({ code: 'too-many-attempts' })
    pass(1)
    expect(await assertMayAsk(deps, hanne, heroy.number)).toEqual({ again: null })
    expect(await request()).toMatchObject({ state: 'proposed' })
  })

  test('that one withdrew oneself is made again at once', async () => {
    const { request, deps } = await setting()
    await withdrawChange(deps, (await request()).id, hanne)
    expect(await assertMayAsk(deps, hanne, heroy.number)).toEqual({ again: null })
    expect(await request()).toMatchObject({ state: 'proposed' })
  })

  test('of others count for nobody else', async () => {
    const { request, deps } = await setting()
    for (let count = 1; count <= 3; count += 1) await withdrawChange(deps, (await request()).id, hanne)
    expect(await codeOf(assertMayAsk(deps, user('kjell'), heroy.number))).toBe('done')
  })

  test('can be made anew once the earlier one has lapsed', async () => {
    const { request, pass } = await setting()
    const { expiresAt, id } = await request()
    await expect(request(otherHeroy)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    pass(expiresAt)
    expect((await request(otherHeroy)).id).not.toBe(id)
  })

  test('that is approved gives no less than what was given by name meanwhile', async () => {
    const { request, approve, assign, store } = await setting()
    const { id } = await request()
    await assign({ admin: true })
    // who is a member by now may not ask, and loses nothing by having asked
    await approve(id)
    expect(await store.membership(hanne, heroy.number)).toMatchObject({ state: 'assigned', admin: true })
  })

  test('makes a member', async () => {
    const { request, approve, belonging } = await setting()
    expect(await approve((await request()).id)).toMatchObject({ state: 'done' })
    expect(await belonging(hanne)).toMatchObject({ as: 'member', organisation: heroy })
  })
})
