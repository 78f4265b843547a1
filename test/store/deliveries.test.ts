import { describe, expect, it } from 'vitest'
import type { NewDelivery } from '../../src/domain/delivery/delivery.ts'
import type { DeliveryEnd } from '../../src/domain/delivery/message.ts'
import type { Store } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { effect, org, twenty } from './samples.ts'

const minute = 60_000

const aDelivery = (over: Partial<NewDelivery> = {}): NewDelivery => ({
  kind: 'address-link',
  lane: 'transactional',
  channel: 'mail',
  address: 'kari@etat.no',
  language: 'nb',
  data: { linkId: 'l1' },
  organisationNumber: null,
  ...over,
})

const add = (store: Store, rows: (Partial<NewDelivery> & { id: string })[]) =>
  effect(store, (tx) => tx.addDeliveries(rows.map((row) => ({ ...aDelivery(), ...row }))))

/** `count` rows named after `prefix`, with a leading zero so that they sort as they were written. */
const many = (prefix: string, count: number, over: Partial<NewDelivery> = {}) =>
  Array.from({ length: count }, (_, i) => ({ ...over, id: `${prefix}${String(i).padStart(3, '0')}` }))

const claim = (store: Store, over: Partial<Parameters<typeof claimOf>[0]> = {}) =>
  effect(store, (tx) => tx.claimDeliveries(claimOf(over)))

const claimOf = (over: {
  token?: string
  size?: number
  perOrganisation?: number
  leaseMs?: number
  worker?: string
}) => ({
  worker: 'w1',
  token: 't1',
  channel: 'mail' as const,
  size: 50,
  perOrganisation: 50,
  leaseMs: 5 * minute,
  ...over,
})

/** Whether it was marked. */
const end = (store: Store, id: string, token: string, how: DeliveryEnd) =>
  effect(store, async (tx) => (await tx.endSending([{ id, token, end: how }])).length > 0)

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

eachEngine((engine) => {
  it('writes rows down with what caused them, or not at all', async () => {
    const store = await freshStore(engine, { now: () => 1_000 })
    const failed = store.write({ deliveries: [aDelivery()] }, async () => Promise.reject(new Error('no')))
    await expect(failed).rejects.toThrow('no')
    expect(await store.deliveryQueue()).toContainEqual({ lane: 'transactional', waiting: 0, oldestDueAt: null })
    await store.write(
      { deliveries: (linkId) => [aDelivery({ data: { linkId }, organisationNumber: org })] },
      async () => 'l7',
    )
    const [row, ...more] = await store.deliveriesOf(org, 10)
    expect(more).toEqual([])
    expect(row).toEqual({
      ...aDelivery({ data: { linkId: 'l7' }, organisationNumber: org }),
      id: expect.any(String),
      dueAt: 1_000,
      expiresAt: null,
      state: 'queued',
      attempts: 0,
      failure: null,
      failureCode: null,
      sentAt: null,
      posted: null,
      acknowledgedAt: null,
      createdAt: 1_000,
      updatedAt: 1_000,
    })
    expect(await store.delivery(row?.id ?? '')).toEqual(row)
    expect(await store.delivery('nobody')).toBeNull()
  })

  it('keeps no secret', async () => {
    const store = await freshStore(engine)
    await expect(add(store, [{ id: 'd1', data: { token: 'abc' } }])).rejects.toThrow(
      'a secret at deliveries.data.token',
    )
  })

  it('lists what an organisation was sent, the newest first', async () => {
    let clock = 0
    const store = await freshStore(engine, { now: () => ++clock })
    for (const id of ['a', 'b', 'c']) await add(store, [{ id, organisationNumber: org }])
    await add(store, [{ id: 'other', organisationNumber: '991825827' }])
    expect(ids(await store.deliveriesOf(org, 2))).toEqual(['c', 'b'])
  })

  it('tells how many wait in each lane, and since when', async () => {
    const store = await freshStore(engine, { now: () => 500 })
    await add(store, [
      { id: 'a', dueAt: 300 },
      { id: 'b', dueAt: 200 },
      { id: 'c', lane: 'reminder', dueAt: 400 },
    ])
    await claim(store, { size: 1 })
    expect(await store.deliveryQueue()).toEqual([
      { lane: 'incident', waiting: 0, oldestDueAt: null },
      { lane: 'transactional', waiting: 2, oldestDueAt: 200 },
      { lane: 'reminder', waiting: 1, oldestDueAt: 400 },
    ])
  })

  describe('a claim', () => {
    it('takes what is due, of its channel, by lane and then by time, and no row twice', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await add(store, [
        { id: 'reminder', lane: 'reminder', dueAt: 1 },
        { id: 'link-2', dueAt: 900 },
        { id: 'link-1', dueAt: 800 },
        { id: 'incident', lane: 'incident', dueAt: 999 },
        { id: 'later', lane: 'incident', dueAt: 1_001 },
        { id: 'slack', lane: 'incident', channel: 'slack' },
      ])
      const rows = await claim(store)
      expect(ids(rows)).toEqual(['incident', 'link-1', 'link-2', 'reminder'])
      expect(rows[0]).toMatchObject({ state: 'claimed', token: 't1', attempts: 0, data: { linkId: 'l1' } })
      expect(rows[0]).not.toHaveProperty('worker')
      expect(await claim(store)).toEqual([])
    })

    it('gives one row in ten to whoever waits longest, whatever the lane', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await add(store, [
        ...many('incident', 60, { lane: 'incident', dueAt: 900 }),
        ...many('link', 60, { dueAt: 500 }),
        ...many('reminder', 60, { lane: 'reminder', dueAt: 100 }),
      ])
      const rows = await claim(store, { size: 20 })
      expect(ids(rows)).toEqual([...ids(many('incident', 18)), 'reminder000', 'reminder001'])
    })

    it('takes at most so many rows of one organisation, and passes no limit on to rows without one', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await add(store, [
        ...many('flood', 40, { organisationNumber: org, dueAt: 1 }),
        ...many('other', 4, { organisationNumber: '991825827', dueAt: 2 }),
        ...many('nobody', 6, { dueAt: 3 }),
      ])
      const rows = await claim(store, { perOrganisation: 3 })
      expect(ids(rows)).toEqual([...ids(many('flood', 3)), ...ids(many('other', 3)), ...ids(many('nobody', 6))])
    })

    it('reaches another organisation behind five thousand older rows of one', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await add(store, many('flood', 5_000, { organisationNumber: org, dueAt: 1 }))
      await add(store, many('future', 600, { organisationNumber: '310000001', dueAt: 1_001 }))
      await add(store, many('few', 3, { organisationNumber: '991825827', dueAt: 2 }))
      await add(store, many('nobody', 2, { dueAt: 3 }))
      await add(store, many('reminder', 3, { organisationNumber: '991825827', dueAt: 4, lane: 'reminder' }))
      const behind = [...ids(many('few', 3)), ...ids(many('nobody', 2)), ...ids(many('reminder', 3))]
      expect(ids(await claim(store, { size: 20, perOrganisation: 5 }))).toEqual([
        ...ids(many('flood', 5)),
        ...behind.slice(0, -1),
      ])
      const next = await claim(store, { token: 't2', size: 20, perOrganisation: 5 })
      expect(ids(next)).toEqual(['flood005', 'flood006', 'flood007', 'flood008', 'flood009', 'reminder002'])
    })

    it('takes the same rows behind a flood as before one, the oldest of each organisation first', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      const others = Array.from({ length: 40 }, (_, i) => ({
        id: `other${i}`,
        organisationNumber: String(991_000_000 + (i % 8)),
        dueAt: 40 - i,
      }))
      await add(store, others)
      const before = await claim(store, { size: 12, perOrganisation: 3 })
      await effect(store, (tx) => tx.releaseDeliveries('t1'))
      await add(store, many('flood', 600, { organisationNumber: org, dueAt: 0 }))
      const behind = await claim(store, { size: 15, perOrganisation: 3 })
      expect(ids(behind)).toEqual([...ids(many('flood', 3)), ...ids(before)])
      expect(before.map(({ dueAt }) => dueAt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    })

    it('fills up with other rows when a lane has too few', async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await add(store, [...many('incident', 3, { lane: 'incident' }), ...many('reminder', 30, { lane: 'reminder' })])
      expect(await claim(store, { size: 20 })).toHaveLength(20)
    })

    it('is one of 20 at once for every row', async () => {
      const store = await freshStore(engine)
      await add(store, many('d', 100))
      const claims = await twenty((i) => claim(store, { token: `t${i}`, worker: `w${i}`, size: 7 }))
      const taken = claims.flatMap(ids)
      expect(new Set(taken).size).toBe(taken.length)
      expect(taken).toHaveLength(100)
    })
  })

  describe('a mark', () => {
    const began = async () => {
      const store = await freshStore(engine, { now: () => 1_000 })
      await add(store, [{ id: 'd1' }])
      await claim(store)
      return store
    }
    const begin = (store: Store, token = 't1') =>
      effect(store, async (tx) => (await tx.beginSending([{ id: 'd1', token }])).length > 0)

    it('moves a row to sending and to its end, once', async () => {
      const store = await began()
      expect(await begin(store)).toBe(true)
      expect(await begin(store)).toBe(false)
      expect(await store.delivery('d1')).toMatchObject({ state: 'sending', attempts: 1 })
      expect(await end(store, 'd1', 't1', { state: 'sent' })).toBe(true)
      expect(await end(store, 'd1', 't1', { state: 'sent' })).toBe(false)
      expect(await store.delivery('d1')).toMatchObject({ state: 'sent', sentAt: 1_000, failure: null })
      expect(await claim(store)).toEqual([])
    })

    it.each([
      { state: 'failed', failure: 'refused-recipient', failureCode: 550 },
      { state: 'unknown', failure: 'dropped-after-data', failureCode: null },
      { state: 'queued', failure: 'connection', failureCode: null, dueAt: 9_000 },
    ] as const)('writes down an end: $state', async (how) => {
      const store = await began()
      await begin(store)
      expect(await end(store, 'd1', 't1', how)).toBe(true)
      expect(await store.delivery('d1')).toMatchObject({ ...how, attempts: 1, sentAt: null })
    })

    it('counts what was put off before it was begun, and not what nobody wants any more', async () => {
      const store = await began()
      const later = { state: 'queued', failure: 'not-made', failureCode: null, dueAt: 1_000 } as const
      await end(store, 'd1', 't1', later)
      expect(await store.delivery('d1')).toMatchObject({ state: 'queued', attempts: 1 })
      await claim(store, { token: 't2' })
      await end(store, 'd1', 't2', { state: 'suppressed', failure: 'expired' })
      expect(await store.delivery('d1')).toMatchObject({ state: 'suppressed', failure: 'expired', attempts: 1 })
    })

    it('by whoever lost the claim changes nothing', async () => {
      const store = await began()
      expect(await begin(store, 'another')).toBe(false)
      expect(await end(store, 'd1', 'another', { state: 'sent' })).toBe(false)
      expect(await effect(store, (tx) => tx.releaseDeliveries('another'))).toBe(0)
      expect(await store.delivery('d1')).toMatchObject({ state: 'claimed', attempts: 0 })
    })

    it('is one of 20 at once', async () => {
      const store = await began()
      expect((await twenty(() => begin(store))).filter(Boolean)).toHaveLength(1)
      const ends = await twenty(() => end(store, 'd1', 't1', { state: 'sent' }))
      expect(ends.filter(Boolean)).toHaveLength(1)
    })
  })

  it('gives back what was claimed and not begun', async () => {
    const store = await freshStore(engine)
    await add(store, many('d', 3))
    await claim(store)
    await effect(store, (tx) => tx.beginSending([{ id: 'd000', token: 't1' }]))
    expect(await effect(store, (tx) => tx.releaseDeliveries('t1'))).toBe(2)
    expect(ids(await claim(store, { token: 't2' }))).toEqual(['d001', 'd002'])
    expect((await store.delivery('d000'))?.state).toBe('sending')
  })

  it('frees the rows of a lease that is over, and tells of what was under way that nobody knows', async () => {
    const store = await freshStore(engine)
    await add(store, many('d', 4))
    await claim(store, { token: 'dead', size: 2, leaseMs: -1_000 })
    await claim(store, { token: 'alive', size: 1 })
    await effect(store, (tx) => tx.beginSending([{ id: 'd000', token: 'dead' }]))
    const recovered = await twenty(() => effect(store, (tx) => tx.recoverDeliveries()))
    const sum = (of: 'freed' | 'unknown') => recovered.reduce((total, one) => total + one[of], 0)
    expect([sum('freed'), sum('unknown')]).toEqual([1, 1])
    expect(await store.delivery('d000')).toMatchObject({ state: 'unknown', failure: 'interrupted' })
    expect(await end(store, 'd000', 'dead', { state: 'sent' })).toBe(false)
    expect((await store.delivery('d002'))?.state).toBe('claimed')
    expect(ids(await claim(store, { token: 't3' }))).toEqual(['d001', 'd003'])
  })
})
