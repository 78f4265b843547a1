import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../src/domain/delivery/message.ts'
import type { Store } from '../../src/domain/deps.ts'
import { AppError } from '../../src/errors.ts'
import { MINUTE, SECOND } from '../helpers/clock.ts'
import { freshStore } from '../helpers/databases.ts'
import { effect } from '../store/samples.ts'
import { manualClock, settle, until } from './manual-clock.ts'
import { anOffice, mail, meddled, open, postOffice, write } from './post-office.ts'

describe('the worker', () => {
  it('begins no more than there are free connections, and what waits is not `sending`', async () => {
    const { store, start, begun, answer, asleep } = await anOffice({ connections: 2 })
    const gate = open<SendOutcome>()
    answer(() => gate.promise)
    await write(store, 'd1', 'd2', 'd3', 'd4')
    start()
    await until(() => begun.length === 2)
    await settle()
    expect(begun).toHaveLength(2)
    const states = await Promise.all(['d1', 'd2', 'd3', 'd4'].map(async (id) => (await store.delivery(id))?.state))
    expect(states).toEqual(['sending', 'sending', 'claimed', 'claimed'])
    gate.resolve({ sent: true })
    await until(asleep)
    expect(begun).toHaveLength(4)
  })

  it('sends on over one connection while another one hangs', async () => {
    const { store, start, begun, answer, wake, ended } = await anOffice({ connections: 2 })
    answer(({ id }) => (id === 'slow' ? new Promise(() => undefined) : { sent: true }))
    await write(store, 'slow')
    start()
    await until(() => begun.length === 1)
    await write(store, 'd1', 'd2', 'd3')
    wake()
    await until(() => ended.length === 3)
    expect((await store.delivery('slow'))?.state).toBe('sending')
  })

  it('asks nothing of the store while nothing happens', async () => {
    const clock = manualClock()
    const store = await freshStore('sqlite', { now: clock.now })
    let asked = 0
    const counting: Pick<Store, 'write'> = {
      write(effects, body) {
        asked += 1
        return store.write(effects, body)
      },
    }
    const { start, asleep } = postOffice(counting, { clock })
    start()
    await until(asleep)
    const before = asked
    await settle()
    expect(asked).toBe(before)
    clock.pass(3 * SECOND)
    await until(asleep)
    expect(asked).toBe(before + 1)
  })

  it('keeps to the rate of a channel', async () => {
    const { store, start, begun, clock, ended } = await anOffice({ connections: 5, everyMs: 1_000 })
    await write(store, 'd1', 'd2', 'd3')
    start()
    for (const count of [1, 2, 3]) {
      await until(() => ended.length === count && clock.pending().includes(1_000) === count < 3)
      await settle()
      expect(begun).toHaveLength(count)
      clock.pass(1_000)
    }
    expect(begun.map(({ at }) => at)).toEqual([0, 1_000, 2_000])
  })

  it('begins nothing once it cannot prove half of its lease, and claims anew', async () => {
    let composed = 0
    const { store, start, begun, clock, asleep } = await anOffice({
      compose: async () => {
        composed += 1
        if (composed === 1) clock.pass(2.5 * MINUTE)
        return { mail }
      },
      connections: 1,
    })
    await write(store, 'd1', 'd2')
    start()
    await until(asleep)
    expect(composed).toBe(3)
    expect(begun.map(({ id }) => id)).toEqual(['d1', 'd2'])
  })

  it('does not send what took the store too long to begin', async () => {
    const clock = manualClock()
    const store = await freshStore('sqlite', { now: clock.now })
    const slow = meddled(store, (tx) => ({
      beginSending: async (...args) => {
        clock.pass(2.5 * MINUTE)
        return tx.beginSending(...args)
      },
    }))
    const { start, asleep, begun } = postOffice(slow, { clock })
    await write(store, 'd1')
    start()
    await until(asleep)
    expect(begun).toEqual([])
    expect(await store.delivery('d1')).toMatchObject({ state: 'queued', failure: 'late' })
  })

  it('takes over what a worker that is gone had claimed, and repeats nothing that was under way', async () => {
    const { store, start, begun, asleep, ended } = await anOffice()
    await write(store, 'd1', 'd2')
    const dead = { worker: 'dead', token: 'x', channel: 'mail', size: 10, perOrganisation: 10, leaseMs: -1 } as const
    await effect(store, (tx) => tx.claimDeliveries(dead))
    await effect(store, (tx) => tx.beginSending([{ id: 'd1', token: 'x' }]))
    start()
    await until(() => ended.length === 1)
    await until(asleep)
    expect(begun.map(({ id }) => id)).toEqual(['d2'])
    expect((await store.delivery('d1'))?.state).toBe('unknown')
  })

  it('writes an end down later when the store is busy', async () => {
    const clock = manualClock()
    const store = await freshStore('sqlite', { now: clock.now })
    let busy = 2
    const flaky = meddled(store, (tx) => ({
      endSending: async (...args) => {
        if (busy-- > 0) throw new AppError('store-busy', 'locked')
        return tx.endSending(...args)
      },
    }))
    const { start, begun, ended } = postOffice(flaky, { clock })
    await write(store, 'd1')
    start()
    await until(() => clock.pending().includes(200))
    clock.pass(200)
    await until(() => clock.pending().includes(1_000))
    clock.pass(1_000)
    await until(() => ended.length === 1)
    expect(begun).toHaveLength(1)
    expect((await store.delivery('d1'))?.state).toBe('sent')
  })

  it.each(['claimDeliveries', 'beginSending', 'beat'] as const)(
    'goes on after the store failed at %s',
    async (name) => {
      const clock = manualClock()
      const store = await freshStore('sqlite', { now: clock.now })
      let failures = 3
      const flaky = meddled(store, (tx) => ({
        [name]: async (...args: never[]) => {
          if (failures-- > 0) throw new AppError('store-busy', 'locked')
          return (tx[name] as (...args: never[]) => Promise<unknown>)(...args)
        },
      }))
      const { start, asleep, ended, lines } = postOffice(flaky, { clock })
      await write(store, 'd1')
      start()
      for (let i = 0; i < 10 && (failures > 0 || ended.length === 0); i += 1) {
        await until(asleep)
        clock.pass(30 * SECOND)
      }
      expect(ended).toHaveLength(1)
      expect(failures).toBeLessThan(1)
      expect(lines.filter((line) => line.includes('store-busy'))).toHaveLength(3)
    },
  )

  it('sends reminders when people are at work, and everything else at any time', async () => {
    let atWork = false
    const { store, start, asleep, begun, clock } = await anOffice({ isWorkingTime: () => atWork })
    await write(store, { id: 'reminder', lane: 'reminder' }, 'link', { id: 'incident', lane: 'incident' })
    start()
    await until(asleep)
    expect(begun.map(({ id }) => id)).toEqual(['incident', 'link'])
    expect(await store.delivery('reminder')).toMatchObject({ state: 'queued', dueAt: clock.start, attempts: 0 })
    atWork = true
    clock.pass(3 * SECOND)
    await until(asleep)
    expect(begun.at(-1)?.id).toBe('reminder')
  })

  it('leaves the rows of a channel that is not set up, and says so once', async () => {
    const { store, start, lines, clock } = await anOffice({ channels: { mail: null } })
    await write(store, 'd1')
    start()
    await until(() => clock.pending().length === 1)
    clock.pass(30 * SECOND)
    await until(() => clock.pending().length === 1)
    expect((await store.delivery('d1'))?.state).toBe('queued')
    expect(lines).toHaveLength(1)
  })
})
