import { describe, expect, test } from 'vitest'
import { beginChange } from '../../src/domain/begin-change.ts'
import type { Change, ChangeState } from '../../src/domain/change.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { INTERRUPTED_AFTER_MS, markInterrupted } from '../../src/domain/interrupted-changes.ts'
import { AppError } from '../../src/errors.ts'
import { clientWorld } from '../helpers/client-world.ts'

const payload = {
  metadata: {
    client_name: 'Byggesak',
    description: 'Byggesak for innbyggere',
    integration_type: 'maskinporten' as const,
    application_type: 'web' as const,
    token_endpoint_auth_method: 'private_key_jwt' as const,
    scopes: ['eksempel:data.read'],
  },
  key: null,
}

/** A world where runners died more than two minutes ago and left changes in `states`, in this order. */
const left = async (...states: ChangeState[]) => {
  const world = clientWorld()
  const ids: string[] = []
  for (const state of states) {
    const { change } = await beginChange(world.deps, createClient, world.asked(payload), `once-${ids.length}`)
    if (state !== 'approved') world.store.leave(change.id, { state })
    ids.push(change.id)
  }
  world.pass(INTERRUPTED_AFTER_MS + 1)
  return { ...world, ids, states: () => ids.map((id) => world.store.change(id)?.state) }
}

describe('a change whose runner died', () => {
  test.each([
    ['applying', 'unknown', { outcome: 'unknown', code: 'digdir-outcome-unknown' }],
    ['approved', 'expired', { outcome: 'failed', code: 'not-begun' }],
  ] as const)('when %s is told of as %s, then marked so', async (was, is, line) => {
    const { deps, store, ids, states } = await left(was)
    const told: [Change, unknown][] = []
    const marked = await markInterrupted(deps, async (change) => {
      told.push([change, store.change(change.id)?.state])
      return true
    })
    expect(told).toMatchObject([[{ id: ids[0], state: is }, was]])
    expect(marked).toMatchObject([{ id: ids[0], state: is }])
    expect(states()).toEqual([is])
    expect(store.audit.slice(1)).toMatchObject([{ ...line, changeId: ids[0], action: 'client.create' }])
  })

  test('is left alone for two minutes, and when it waits for the yes of another', async () => {
    const { deps, store, ids, pass, states } = await left('applying', 'approved')
    for (const id of ids) store.leave(id, { updatedAt: deps.now() })
    pass(INTERRUPTED_AFTER_MS)
    expect(await markInterrupted(deps)).toEqual([])
    pass(1)
    store.leave(ids[1] ?? '', { policy: 'second-operator' })
    expect(await markInterrupted(deps)).toHaveLength(1)
    expect(states()).toEqual(['unknown', 'approved'])
  })

  test('whose person could not be told stays as it was, and comes back two minutes later', async () => {
    const { deps, store, pass, states } = await left('applying', 'approved')
    const begun = store.audit.length
    expect(await markInterrupted(deps, async () => false)).toEqual([])
    expect(states()).toEqual(['applying', 'approved'])
    expect(store.audit).toHaveLength(begun)
    pass(INTERRUPTED_AFTER_MS + 1)
    expect(await markInterrupted(deps, async () => true)).toHaveLength(2)
    expect(states()).toEqual(['unknown', 'expired'])
  })

  test('is told of by one of two instances', async () => {
    const { deps, ids } = await left('applying', 'approved')
    const told: string[] = []
    const tell = async (change: Change) => told.push(change.id) > 0
    const both = await Promise.all([markInterrupted(deps, tell), markInterrupted(deps, tell)])
    expect(told.toSorted()).toEqual(ids.toSorted())
    expect(both.flat()).toHaveLength(2)
  })

  test('and is moved by another while its person is told is left to that one', async () => {
    const { deps, store, states } = await left('applying')
    const tell = async ({ id }: Change) => {
      store.leave(id, { state: 'done' })
      return true
    }
    expect(await markInterrupted(deps, tell)).toEqual([])
    expect(states()).toEqual(['done'])
  })

  test('keeps none of the others back when the store fails on it', async () => {
    const { deps, store, states } = await left('applying', 'approved')
    store.fail(1)
    await expect(markInterrupted(deps)).rejects.toEqual(new AppError('store-busy', 'locked'))
    expect(states()).toEqual(['applying', 'expired'])
  })
})
