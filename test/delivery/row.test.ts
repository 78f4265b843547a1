import { describe, expect, it } from 'vitest'
import { wakeOnWrite } from '../../src/delivery/wake-on-write.ts'
import type { SendOutcome } from '../../src/domain/delivery/message.ts'
import { AppError } from '../../src/errors.ts'
import { MINUTE, SECOND } from '../helpers/clock.ts'
import { settle, until } from './manual-clock.ts'
import { address, anOffice, aRow, mail, write } from './post-office.ts'

const failing = (lost: 'permanent' | 'transient' | 'unknown', code: number | null): SendOutcome => ({
  sent: false,
  lost,
  code,
  reason: 'connection',
})

describe('a row', () => {
  it('that waits when the worker starts is sent, once', async () => {
    const { store, start, asleep, begun, clock } = await anOffice()
    await write(store, 'd1', 'd2', 'd3')
    start()
    await until(asleep)
    for (let i = 0; i < 5; i += 1) {
      clock.pass(3 * SECOND)
      await until(asleep)
    }
    expect(begun.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3'])
    expect(await store.delivery('d3')).toMatchObject({ state: 'sent', attempts: 1, sentAt: clock.start })
  })

  it('that is written while it sleeps leaves at once when it is woken', async () => {
    const { store, start, asleep, begun, wake } = await anOffice()
    start()
    await until(asleep)
    await wakeOnWrite(store, wake).write({ deliveries: [aRow()] }, async () => null)
    await until(() => begun.length === 1)
    expect(begun[0]?.at).toBe(0)
  })

  it('that another instance writes, or that becomes due, leaves within a few seconds', async () => {
    const { store, start, asleep, begun, clock } = await anOffice()
    start()
    await until(asleep)
    await write(store, 'now', { id: 'later', dueAt: clock.start + 5 * SECOND })
    await settle()
    expect(begun).toEqual([])
    clock.pass(3 * SECOND)
    await until(() => begun.length === 1)
    await until(asleep)
    clock.pass(3 * SECOND)
    await until(() => begun.length === 2)
    expect(begun.map(({ id }) => id)).toEqual(['now', 'later'])
  })

  it.each([
    ['permanent', 550, 'failed'],
    ['unknown', null, 'unknown'],
  ] as const)('whose loss is %s is never sent again', async (lost, code, state) => {
    const { store, start, asleep, begun, clock, answer } = await anOffice()
    answer(() => failing(lost, code))
    await write(store, 'd1')
    start()
    await until(asleep)
    clock.pass(60 * MINUTE)
    await until(asleep)
    expect(begun).toHaveLength(1)
    expect(await store.delivery('d1')).toMatchObject({ state, failure: 'connection', failureCode: code })
  })

  it('whose failure may pass is sent again later and later, for four days', async () => {
    const { store, start, asleep, begun, clock, answer, wake } = await anOffice()
    answer(() => failing('transient', 451))
    await write(store, 'd1')
    start()
    await until(asleep)
    for (let attempts = 1; attempts < 8; attempts += 1) {
      const row = await store.delivery('d1')
      expect(row).toMatchObject({ state: 'queued', attempts, failureCode: 451 })
      clock.pass((row?.dueAt ?? 0) - clock.now())
      wake()
      await until(() => begun.length === attempts + 1)
      await until(asleep)
    }
    const pauses = begun.slice(1).map(({ at }, i) => (at - (begun[i]?.at ?? 0)) / SECOND)
    expect(pauses).toEqual([10, 60, 300, 900, 1800, 3600, 3600])
    clock.pass(4 * 24 * 60 * MINUTE)
    wake()
    await until(async () => (await store.delivery('d1'))?.state === 'failed')
    expect(begun).toHaveLength(9)
  })

  it('that nobody wants any more is not sent', async () => {
    const { store, start, asleep, begun } = await anOffice({
      compose: async ({ id }) => (id === 'used' ? { suppress: 'link-used' } : { mail }),
    })
    await write(store, { id: 'old', expiresAt: 1 }, 'used', 'd1')
    start()
    await until(asleep)
    expect(begun.map(({ id }) => id)).toEqual(['d1'])
    expect(await store.delivery('old')).toMatchObject({ state: 'suppressed', failure: 'expired', attempts: 0 })
    expect(await store.delivery('used')).toMatchObject({ state: 'suppressed', failure: 'link-used', attempts: 0 })
  })

  it('whose words cannot be made now is tried again', async () => {
    let works = false
    const { store, start, asleep, begun, clock } = await anOffice({
      compose: async () => {
        if (!works) throw new AppError('internal', 'no such kind')
        return { mail }
      },
    })
    await write(store, 'd1')
    start()
    await until(asleep)
    expect(await store.delivery('d1')).toMatchObject({ state: 'queued', failure: 'not-made', attempts: 1 })
    works = true
    clock.pass(10 * SECOND)
    await until(() => begun.length === 1)
  })

  it('on which the channel itself fails is not repeated, and its address is not in the log', async () => {
    const { store, start, asleep, lines, answer } = await anOffice()
    answer(() => Promise.reject(new Error('broken')))
    await write(store, 'd1')
    start()
    await until(asleep)
    expect(await store.delivery('d1')).toMatchObject({ state: 'unknown', failure: 'channel-failed' })
    expect(lines.join('')).toContain('a channel failed on a delivery')
    expect(lines.join('')).not.toContain(address)
  })
})
