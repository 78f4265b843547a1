import { expect, it, vi } from 'vitest'
import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import type { Outcome } from '../../src/domain/change-kind.ts'
import type { Store } from '../../src/domain/deps.ts'
import { lapseProposals, watchLapsed } from '../../src/jobs/lapse-proposals.ts'
import { createLog } from '../../src/log.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'

const asker = { teamId: 'T1', userId: 'U1' }
const HOUR = 60 * 60_000

const propose = async (store: Store, id: string, expiresAt: number) => {
  await store.write({}, async (tx) => {
    await tx.addChange({
      id,
      kind: requestMembership.name,
      organisationNumber: '310000019',
      environment: null,
      subject: 'organisation:310000019',
      requester: asker,
      payload: { organisationNumber: '310000019' },
      payloadHash: 'x',
      baseVersion: null,
      policy: 'organisation-admin',
      state: 'proposed',
      surface: { kind: 'direct' },
      language: 'nb',
      expiresAt,
    })
    return null
  })
}

const listening = (reached: (id: string) => boolean = () => true) => {
  const told: string[] = []
  return {
    told,
    tell: {
      proposal: async ({ id, state }: { id: string; state: string }) => void told.push(`card ${id} ${state}`),
      reach: async ({ state, change }: Outcome) => {
        told.push(`told ${change.id} ${state} ${change.state}`)
        return reached(change.id)
      },
    },
  }
}

eachEngine((engine) => {
  it('ends what nobody decided in time, once, and leaves the rest', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await freshStore(engine, { now })
    await propose(store, 'late', 2_000)
    await propose(store, 'in-time', 5_000)
    const { told, tell } = listening()
    expect(await lapseProposals({ store, now, tell })).toBe(0)
    clock = 3_000
    const counts = await Promise.all([1, 2, 3].map(() => lapseProposals({ store, now, tell })))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(told).toEqual(['told late expired expired', 'card late expired'])
    const lines = await store.auditLines({ organisationNumber: '310000019', size: 10 })
    expect(lines).toMatchObject([{ action: requestMembership.name, outcome: 'failed', code: 'expired' }])
    expect((await store.change('late'))?.state).toBe('expired')
    expect((await store.change('in-time'))?.state).toBe('proposed')
  })

  it('tells in a later round whom it could not reach, and ends it then; others do not wait for that', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await freshStore(engine, { now })
    await propose(store, 'first', 2_000)
    await propose(store, 'second', 2_500)
    clock = 3_000
    let down = true
    const { told, tell } = listening((id) => id === 'second' || !down)
    expect(await lapseProposals({ store, now, tell })).toBe(1)
    expect((await store.change('first'))?.state).toBe('proposed')
    expect((await store.change('second'))?.state).toBe('expired')
    down = false
    // another instance looks while the first may still be telling
    clock += 29_000
    expect(await lapseProposals({ store, now, tell })).toBe(0)
    clock += 31_000
    expect(await lapseProposals({ store, now, tell })).toBe(1)
    expect((await store.change('first'))?.state).toBe('expired')
    expect(told.filter((one) => one.includes('first'))).toEqual([
      'told first expired expired',
      'told first expired expired',
      'card first expired',
    ])
  })

  it('ends after a day what nobody can be told of', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await freshStore(engine, { now })
    await propose(store, 'late', 2_000)
    clock = 3_000
    const { tell } = listening(() => false)
    expect(await lapseProposals({ store, now, tell })).toBe(0)
    clock = 2_000 + 24 * HOUR
    expect(await lapseProposals({ store, now, tell })).toBe(1)
    expect((await store.change('late'))?.state).toBe('expired')
  })

  it('leaves alone what was decided at the last moment', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await freshStore(engine, { now })
    await propose(store, 'late', 2_000)
    clock = 3_000
    const { told, tell } = listening()
    const decided: Store = {
      ...store,
      lapsedChanges: async (at) => {
        const found = await store.lapsedChanges(at)
        await store.write({}, async (tx) => {
          for (const { id, version } of found)
            await tx.moveChange(id, version, { state: 'approved', decision: { by: asker, at } })
          return null
        })
        return found
      },
    }
    expect(await lapseProposals({ store: decided, now, tell })).toBe(0)
    expect(told).toEqual([])
    expect((await store.change('late'))?.state).toBe('approved')
  })
})

it('looks at once and every minute until it is stopped, also after a round that failed', async () => {
  vi.useFakeTimers()
  try {
    let logged = ''
    const log = createLog('warn', {
      write(line: string) {
        logged += line
      },
    })
    let asked = 0
    const lapsedChanges = async () => {
      asked += 1
      throw new Error('locked')
    }
    const rounds: Promise<void>[] = []
    const services = { store: { lapsedChanges } as unknown as Store, now: () => 0, tell: listening().tell }
    const job = watchLapsed(services, log, (round) => void rounds.push(round))
    vi.advanceTimersByTime(60_000)
    expect(asked).toBe(2)
    job.stop()
    vi.advanceTimersByTime(HOUR)
    expect(asked).toBe(2)
    await Promise.all(rounds)
    expect(logged.match(/could not be ended/g)).toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})
