import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { applyChange } from '../../src/domain/apply-change.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import type { Belonging } from '../../src/domain/belonging/types.ts'
import type { ChangeKind } from '../../src/domain/change-kind.ts'
import { markInterrupted } from '../../src/domain/interrupted-changes.ts'
import { AppError } from '../../src/errors.ts'
import { asker, clientWorld, member } from '../helpers/client-world.ts'

type Payload = { word: string }
type Result = { count: number }

/** A kind that does one thing, counted. */
const kindOf = (acts: (word: string) => Promise<void> | void, over: Partial<ChangeKind<Payload, Result>> = {}) => {
  const kind: ChangeKind<Payload, Result> = {
    name: 'test.say',
    action: 'client.change',
    policy: 'self',
    life: 600_000,
    payload: z.strictObject({ word: z.string() }),
    result: z.strictObject({ count: z.number() }),
    describe: ({ word }) => ({ subject: 'word', after: { word } }),
    async apply(_, run) {
      await run.reach('acting', { count: (run.result?.count ?? 0) + 1 })
      await acts(run.payload.word)
      return { result: run.result ?? { count: 0 }, effects: [] }
    },
    ...over,
  }
  return kind
}

const begun = async (kind: ChangeKind<Payload, Result>, environment: 'test' | 'prod' = 'test') => {
  const world = clientWorld()
  const { change } = await beginChange(world.deps, kind, world.asked({ word: 'hei' }, environment), 'once')
  const apply = (belonging: () => Promise<Belonging> = world.belonging) =>
    applyChange(world.deps, [kind], change.id, belonging)
  return { ...world, id: change.id, apply }
}
const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('beginChange', () => {
  test('writes the change and its audit line; a doubled request is the same change', async () => {
    const kind = kindOf(() => {})
    const { deps, store, asked } = clientWorld()
    const first = await beginChange(deps, kind, asked({ word: 'hei' }), 'submit-1')
    const second = await beginChange(deps, kind, asked({ word: 'hei' }), 'submit-1')
    expect(first).toMatchObject({ fresh: true, change: { state: 'approved', policy: 'self', kind: 'test.say' } })
    expect(second).toEqual({ fresh: false, change: first.change })
    expect(store.audit).toMatchObject([
      { action: 'test.say', outcome: 'begun', subject: 'word', values: { after: { word: 'hei' } } },
    ])
    const third = await beginChange(deps, kind, asked({ word: 'hei' }), 'submit-2')
    expect(third).toMatchObject({ fresh: true })
    expect(third.change.id).not.toBe(first.change.id)
    expect(third.change.payloadHash).toBe(first.change.payloadHash)
  })

  test('what needs the yes of another is proposed only, and cannot be applied', async () => {
    const { apply } = await begun(kindOf(() => {}, { policy: 'second-operator' }))
    await expect(apply()).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a payload of another shape is refused and leaves nothing', async () => {
    const { deps, store, asked } = clientWorld()
    const wrong = asked({ word: 'hei', secret: 'x' } as Payload)
    await expect(
      beginChange(
        deps,
        kindOf(() => {}),
        wrong,
        'once',
      ),
    ).rejects.toMatchObject({ code: 'bad-input' })
    expect(store.audit).toEqual([])
  })
})

describe('applyChange', () => {
  test('of two runners at once one acts, the other hears that it is in progress', async () => {
    let acted = 0
    const { apply } = await begun(
      kindOf(() => {
        acted += 1
      }),
    )
    const both = await Promise.allSettled([apply(), apply()])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'in-progress' } })
    expect(acted).toBe(1)
  })

  test('twenty runners at once, one acts', async () => {
    let acted = 0
    const { apply, store } = await begun(
      kindOf(() => {
        acted += 1
      }),
    )
    await Promise.allSettled(Array.from({ length: 20 }, () => apply()))
    expect(acted).toBe(1)
    expect(store.audit.map((each) => each.outcome)).toEqual(['begun', 'done'])
  })

  test('a runner that was overtaken saves nothing more and says nothing of the outcome', async () => {
    const { open, opened } = gate()
    let runs = 0
    const { apply, pass, store, id } = await begun(
      kindOf(() => {
        runs += 1
        return runs === 1 ? opened : undefined
      }),
    )
    const slow = apply()
    await new Promise((resolve) => setImmediate(resolve))
    pass(120_000)
    expect(await apply()).toMatchObject({ state: 'done', change: { result: { count: 2 } } })
    open()
    await expect(slow).rejects.toMatchObject({ code: 'in-progress' })
    expect(store.change(id)).toMatchObject({ state: 'done', result: { count: 2 } })
    expect(store.audit.filter((each) => each.outcome === 'done')).toHaveLength(1)
  })

  test('an error of ours after a step is unknown, and comes back for the log', async () => {
    const bug = new TypeError('bug')
    const { apply, store } = await begun(
      kindOf(() => {
        throw bug
      }),
    )
    expect(await apply()).toMatchObject({ state: 'unknown', failure: { code: 'internal', error: bug } })
    expect(store.audit.at(-1)).toMatchObject({ outcome: 'unknown', code: 'internal' })
  })

  test('a failure keeps code, correlation id and details; the next run may succeed', async () => {
    const fields = [{ field: 'redirect_uris', reason: 'must be https' }]
    let runs = 0
    const { apply } = await begun(
      kindOf(() => {
        runs += 1
        if (runs === 1) throw new AppError('digdir-refused', 'no', { correlationId: 'cor-1', fields })
      }),
    )
    expect(await apply()).toMatchObject({
      state: 'failed',
      failure: { code: 'digdir-refused', correlationId: 'cor-1', details: { fields } },
      change: { failure: { code: 'digdir-refused', correlationId: 'cor-1' } },
    })
    expect(await apply()).toMatchObject({ state: 'done', change: { failure: null } })
  })

  test('who is no member by now does nothing, and the audit says so', async () => {
    let acted = 0
    const { apply, store } = await begun(
      kindOf(() => {
        acted += 1
      }),
    )
    const stranger: Belonging = { operator: false, as: 'stranger', reason: 'deactivated', domain: null }
    expect(await apply(async () => stranger)).toMatchObject({ state: 'failed', failure: { code: 'not-a-member' } })
    expect(acted).toBe(0)
    expect(store.audit.at(-1)).toMatchObject({ outcome: 'failed', code: 'not-a-member' })
  })

  test('who belongs to another organisation by now finds nothing', async () => {
    const { apply } = await begun(kindOf(() => {}))
    const other: Belonging = {
      ...member,
      organisation: { number: '820956532', name: 'KINN KOMMUNE', language: 'nb' },
    }
    expect(await apply(async () => other)).toMatchObject({ state: 'failed', failure: { code: 'not-found' } })
  })

  test('it asks about the one who began', async () => {
    const { deps, asked, belonging } = clientWorld()
    const kind = kindOf(() => {})
    const { change } = await beginChange(deps, kind, asked({ word: 'hei' }), 'once')
    const users: unknown[] = []
    await applyChange(deps, [kind], change.id, (user) => {
      users.push(user)
      return belonging()
    })
    expect(users).toEqual([asker])
  })

  test('nothing is changed in prod without a clearance', async () => {
    const { apply } = await begun(
      kindOf(() => {}),
      'prod',
    )
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'not-cleared' } })
  })

  test('one that was never begun expires, one that was can be resumed later', async () => {
    const late = await begun(kindOf(() => {}))
    late.pass(600_000)
    await expect(late.apply()).rejects.toMatchObject({ code: 'stale-button' })
    expect(late.store.change(late.id)).toMatchObject({ state: 'expired' })
    await expect(late.apply()).rejects.toMatchObject({ code: 'stale-button' })

    let runs = 0
    const resumed = await begun(
      kindOf(() => {
        runs += 1
        if (runs === 1) throw new AppError('digdir-unavailable', 'down')
      }),
    )
    await resumed.apply()
    resumed.pass(86_400_000)
    expect(await resumed.apply()).toMatchObject({ state: 'done' })
  })

  test('a payload that is not what was approved is not carried out', async () => {
    let acted = 0
    const { apply, store, id } = await begun(
      kindOf(() => {
        acted += 1
      }),
    )
    store.leave(id, { payload: { word: 'noe annet' } })
    await expect(apply()).rejects.toMatchObject({ code: 'internal' })
    expect(acted).toBe(0)
  })

  test('an unknown change is not found', async () => {
    const { deps, belonging } = clientWorld()
    await expect(applyChange(deps, [], 'no-such', belonging)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('markInterrupted', () => {
  test('what was left applying for two minutes becomes unknown, and can be resumed', async () => {
    const { apply, deps, store, id, pass } = await begun(kindOf(() => {}))
    store.leave(id, { state: 'applying', step: 'acting', updatedAt: deps.now() })
    pass(120_000)
    expect(await markInterrupted(deps)).toEqual([])
    pass(1)
    expect(await markInterrupted(deps)).toMatchObject([{ id, state: 'unknown', step: 'acting' }])
    expect(store.audit.at(-1)).toMatchObject({ outcome: 'unknown', changeId: id })
    expect(await markInterrupted(deps)).toEqual([])
    expect(await apply()).toMatchObject({ state: 'done' })
  })

  test('one that another instance moves meanwhile is left to it', async () => {
    const { deps, store, id, pass } = await begun(kindOf(() => {}))
    store.leave(id, { state: 'applying', updatedAt: deps.now() })
    pass(200_000)
    const found = await deps.store.interruptedChanges(deps.now())
    store.leave(id, { state: 'done' })
    const raced = { ...deps, store: { ...deps.store, interruptedChanges: async () => found } }
    expect(await markInterrupted(raced)).toEqual([])
    expect(store.change(id)).toMatchObject({ state: 'done' })
  })
})
