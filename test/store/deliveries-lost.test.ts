import { describe, expect, it } from 'vitest'
import { noTelling } from '../../src/domain/delivery/delivery.ts'
import type { DeliveryEnd } from '../../src/domain/delivery/message.ts'
import { sendAgain } from '../../src/domain/delivery/send-again.ts'
import type { Store } from '../../src/domain/deps.ts'
import { openStore } from '../../src/store/open.ts'
import { type aRow, write } from '../delivery/post-office.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { effect, org, twenty, user } from './samples.ts'

const minute = 60_000
const slack = { channel: 'slack', address: 'U1' } as const
const failed: DeliveryEnd = { state: 'failed', failure: 'no-recipient', failureCode: null }
const unknown: DeliveryEnd = { state: 'unknown', failure: 'timeout', failureCode: null }

/** Writes rows down and ends each so. */
const ended = async (store: Store, end: DeliveryEnd, ...rows: (Parameters<typeof aRow>[0] & { id: string })[]) => {
  await write(store, ...rows)
  const claim = { worker: 'w', token: 't', size: 50, perOrganisation: 50, leaseMs: minute }
  await effect(store, async (tx) => {
    for (const channel of ['mail', 'slack'] as const) {
      const held = await tx.claimDeliveries({ ...claim, channel })
      await tx.beginSending(held)
      await tx.endSending(held.map((row) => ({ ...row, end })))
    }
  })
}

const lost = (token: string, before: number, leaseMs = minute) =>
  ({ worker: 'w', token, channel: 'slack', size: 10, leaseMs, before }) as const

eachEngine((engine) => {
  it('remembers which contacts a row is for, each once', async () => {
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    await write(store, { id: 'd1', contactIds: ['CON-1', 'CON-2', 'CON-1'] }, 'd2')
    await store.close()
    const rows = await rowsOf(url, 'select * from delivery_contacts order by contact_id')
    expect(rows).toEqual([
      { delivery_id: 'd1', contact_id: 'CON-1' },
      { delivery_id: 'd1', contact_id: 'CON-2' },
    ])
  })

  it('keeps where a Slack message stands', async () => {
    const store = await freshStore(engine)
    const posted = { channel: 'D1', ts: '1795391532.225000' }
    await ended(store, { state: 'sent', posted }, { id: 'd1', ...slack })
    expect(await store.delivery('d1')).toMatchObject({ state: 'sent', posted })
  })

  it('leaves the lanes alone that it is not asked for, and they keep their turn', async () => {
    const store = await freshStore(engine)
    await write(store, { id: 'r', lane: 'reminder', dueAt: 1 }, { id: 't', dueAt: 2 })
    const claim = { worker: 'w', token: 't', channel: 'mail', size: 50, perOrganisation: 50, leaseMs: minute } as const
    const take = (lanes?: ('incident' | 'transactional' | 'reminder')[]) =>
      effect(store, (tx) => tx.claimDeliveries({ ...claim, ...(lanes && { lanes }) }))
    expect(await take([])).toEqual([])
    expect((await take(['incident', 'transactional'])).map(({ id }) => id)).toEqual(['t'])
    expect(await take()).toMatchObject([{ id: 'r', dueAt: 1 }])
  })

  describe('what did not arrive', () => {
    it('is listed newest first, with how many there are of each', async () => {
      let clock = 0
      const store = await freshStore(engine, { now: () => ++clock })
      await ended(store, failed, { id: 'f1' }, { id: 'f2', dueAt: 0 })
      await ended(store, unknown, { id: 'u1', dueAt: 0 })
      await ended(store, { state: 'sent' }, { id: 's1', dueAt: 0 })
      const ids = async (query: Parameters<Store['undelivered']>[0]) => {
        const { rows, ...sums } = await store.undelivered(query)
        return [rows.map(({ id }) => id), sums]
      }
      const sums = { failed: 2, unknown: 1 }
      expect(await ids({ page: 0, size: 2 })).toEqual([['u1', 'f2'], { ...sums, total: 3 }])
      expect(await ids({ page: 1, size: 2 })).toEqual([['f1'], { ...sums, total: 3 }])
      expect(await ids({ page: 0, size: 9, state: 'failed' })).toEqual([['f2', 'f1'], { ...sums, total: 2 }])
    })

    it('is sent again by an operator, once for each time it is asked, and the audit says so', async () => {
      let clock = 1_000
      const store = await freshStore(engine, { now: () => clock })
      await ended(store, failed, { id: 'd1', organisationNumber: org, expiresAt: 2_000 })
      clock = 5_000
      const ask = (once: string) => sendAgain({ store }, user, { id: 'd1', once })
      expect(await Promise.all([ask('o1'), ask('o1')])).toEqual([true, true])
      expect(await ask('o2')).toBe(false)
      expect(await store.delivery('d1')).toMatchObject({
        state: 'queued',
        attempts: 0,
        failure: null,
        dueAt: 5_000,
        expiresAt: null,
      })
    })

    it('is all sent again at once, of 20 who ask by one, and what ended since they looked by none', async () => {
      let clock = 1_000
      const store = await freshStore(engine, { now: () => clock })
      const ofOrg = { organisationNumber: org }
      await ended(store, failed, { id: 'f1', ...ofOrg }, { id: 'f2', ...ofOrg }, { id: 'f3', ...slack })
      await ended(store, unknown, { id: 'u1', ...ofOrg, dueAt: 0 }, { id: 'u2', ...slack, dueAt: 0 })
      await ended(store, { state: 'sent' }, { id: 's1', dueAt: 0 })
      clock = 2_000
      await ended(store, failed, { id: 'later', dueAt: 0 })
      const again = await twenty(() => effect(store, (tx) => tx.sendAllAgain(1_000)))
      const sums = again.flat().map((one) => [String(one.organisationNumber), [one.failed, one.unknown]])
      expect(again.filter((one) => one.length > 0)).toHaveLength(1)
      expect(Object.fromEntries(sums)).toEqual({ [org]: [2, 1], null: [1, 1] })
      for (const id of ['f1', 'f2', 'f3', 'u1', 'u2'])
        expect(await store.delivery(id)).toMatchObject({ state: 'queued', attempts: 0, failure: null, dueAt: 2_000 })
      const { rows } = await store.undelivered({ page: 0, size: 9 })
      expect(rows.map(({ id }) => id)).toEqual(['later'])
      expect((await store.delivery('s1'))?.state).toBe('sent')
    })

    it('stays as it is when it arrived or is not there', async () => {
      const store = await freshStore(engine)
      await ended(store, { state: 'sent' }, { id: 'd1' })
      expect(await effect(store, (tx) => tx.sendAgain('d1'))).toBeNull()
      expect(await effect(store, (tx) => tx.sendAgain('nobody'))).toBeNull()
    })
  })

  describe('a look-up', () => {
    it('is made by one of 20 at once, of Slack rows whose answer was lost long enough ago', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await ended(store, unknown, { id: 'd1', ...slack, dueAt: 1 }, { id: 'mail', dueAt: 1 })
      expect(await effect(store, (tx) => tx.claimLost(lost('early', 999)))).toEqual([])
      const taken = await twenty((i) => effect(store, (tx) => tx.claimLost(lost(`t${i}`, 1_000))))
      expect(taken.flat().map(({ id }) => id)).toEqual(['d1'])
      expect((await store.delivery('d1'))?.state).toBe('unknown')
    })

    it.each([
      [{ state: 'sent', posted: { channel: 'D1', ts: '1.2' } } as const, 0],
      [{ state: 'queued', dueAt: 7, failure: 'timeout', failureCode: null } as const, 0],
      [{ state: 'unknown', failure: noTelling, failureCode: null } as const, 0],
      [null, 1],
    ])('that ends in %j leaves %i to look up again', async (end, again) => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await ended(store, unknown, { id: 'd1', ...slack, dueAt: 1 })
      await effect(store, (tx) => tx.claimLost(lost('t1', 1_000)))
      expect(await effect(store, (tx) => tx.endLookUp({ id: 'd1', token: 'another' }, end))).toBe(false)
      expect(await effect(store, (tx) => tx.endLookUp({ id: 'd1', token: 't1' }, end))).toBe(true)
      expect(await store.delivery('d1')).toMatchObject(end ?? { state: 'unknown', failure: 'timeout' })
      expect(await effect(store, (tx) => tx.claimLost(lost('t2', 9_000)))).toHaveLength(again)
    })

    it('changes nothing of what an operator sent again meanwhile, nor after its lease', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await ended(store, unknown, { id: 'd1', ...slack, dueAt: 1 }, { id: 'd2', ...slack, dueAt: 1 })
      await effect(store, (tx) => tx.claimLost(lost('t1', 1_000, -1)))
      await effect(store, (tx) => tx.sendAgain('d1'))
      expect((await effect(store, (tx) => tx.claimLost(lost('t2', 1_000)))).map(({ id }) => id)).toEqual(['d2'])
      for (const id of ['d1', 'd2'])
        expect(await effect(store, (tx) => tx.endLookUp({ id, token: 't1' }, { state: 'sent' }))).toBe(false)
      expect((await store.delivery('d1'))?.state).toBe('queued')
    })
  })
})
