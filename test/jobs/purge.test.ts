import { afterEach, expect, it, vi } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import { purge, watchPurge } from '../../src/jobs/purge.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { addOrder } from '../store/order-samples.ts'

const day = 24 * 60 * 60_000
const hour = 60 * 60_000

const use = (store: Store, once: string) => store.write({ once }, async () => null)

afterEach(() => {
  vi.useRealTimers()
})

eachEngine((engine) => {
  it('forgets once-keys older than 30 days, and keeps the others', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    await use(store, 'first')
    clock += day
    await use(store, 'second')
    clock += 29 * day + 1
    await purge({ store, now })
    expect((await use(store, 'second')).fresh).toBe(false)
    expect((await use(store, 'first')).fresh).toBe(true)
    await store.close()
  })
})

eachEngine((engine) => {
  it('forgets the rates of those to whom nothing was sent for an hour, and none that is held', async () => {
    let clock = 1_000
    const now = () => clock
    const url = await databaseUrl(engine)
    const store = await openStore(url, { now })
    const slot = async (key: string) => (await store.write({}, (tx) => tx.takeSlot(key, 1_000))).value
    await slot('U-idle')
    await store.write({}, async (tx) => {
      await tx.holdRate('held', 2 * hour)
      return null
    })
    clock += hour
    await slot('U-lately')
    clock += 2_000
    await purge({ store, now })
    expect((await rowsOf(url, 'select key from rates order by key')).map(({ key }) => key)).toEqual([
      'U-lately',
      'held',
    ])
    expect(await slot('held')).toBe(2 * hour)
    expect(await slot('U-idle')).toBe(clock)
    await store.close()
  })
})

eachEngine((engine) => {
  it('forgets what a login proved, but not while its clearance may wait for a second person', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    await store.write({}, async (tx) => {
      await tx.addLogin({
        id: 'login-1',
        changeId: 'c1',
        user: { teamId: 'T1', userId: 'U1' },
        state: 'proved',
        browserHash: 'x',
        nonce: 'x',
        sealedVerifier: 'x',
        numberHash: 'h',
        keyVersion: 'k',
        acr: null,
        authTime: null,
        sidHash: null,
        code: null,
        expiresAt: clock + 600_000,
      })
      return null
    })
    clock += 15 * day
    await purge({ store, now })
    expect(await store.login('login-1')).toMatchObject({ numberHash: 'h' })
    clock += 16 * day
    await purge({ store, now })
    expect(await store.login('login-1')).toBeNull()
    await store.close()
  })
})

eachEngine((engine) => {
  it('forgets what was sent after thirteen months, and what waits or was tried lately never', async () => {
    let clock = Date.UTC(2026, 0, 15)
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    const row = (id: string, channel: 'mail' | 'slack') =>
      ({ id, kind: 'address-link', lane: 'incident', channel, address: 'a@b.example', language: 'nb' }) as const
    const end = async (state: 'sent' | 'failed') => {
      await store.write({}, async (tx) => {
        const claim = { worker: 'w', token: `t${clock}`, channel: 'mail', perOrganisation: 9, leaseMs: 60_000 } as const
        const rows = await tx.claimDeliveries({ ...claim, size: 1 })
        await tx.beginSending(rows)
        const failed = { state: 'failed', failure: 'timeout', failureCode: null } as const
        await tx.endSending(rows.map((one) => ({ ...one, end: state === 'sent' ? { state } : failed })))
        return null
      })
    }
    const add = (id: string, channel: 'mail' | 'slack' = 'mail') =>
      store.write({}, async (tx) => {
        await tx.addDeliveries([{ ...row(id, channel), data: {}, organisationNumber: '1', contactIds: ['CON-1'] }])
        return null
      })
    for (const [id, state] of [
      ['old', 'sent'],
      ['failed', 'failed'],
      ['again', 'failed'],
    ] as const) {
      await add(id)
      await end(state)
      clock += 1
    }
    await add('waits', 'slack')
    clock = Date.UTC(2027, 1, 1)
    await store.write({}, async (tx) => ((await tx.sendAgain('again')) === null ? 1 : 0))
    await end('sent')
    clock = Date.UTC(2027, 1, 15)
    await purge({ store, now })
    expect((await store.deliveriesOf('1', 10)).map(({ id }) => id).sort()).toEqual(['again', 'failed', 'old', 'waits'])
    clock += 1_000
    await purge({ store, now })
    expect((await store.deliveriesOf('1', 10)).map(({ id }) => id).sort()).toEqual(['again', 'waits'])
    await store.close()
  })

  it('forgets ended links after thirty days, who left after a year, personal values of the audit after two', async () => {
    let clock = Date.UTC(2026, 0, 15)
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    const entry = {
      action: 'contact.add',
      outcome: 'done',
      actor: { program: 'test' },
      organisationNumber: '1',
      environment: null,
      subject: 'contact:CON-1',
      changeId: null,
      correlationId: null,
      values: { after: { name: 'Kari' } },
    } as const
    await store.write({ audit: Array.from({ length: 600 }, () => entry) }, async (tx) => {
      await tx.addDeparture('1', 'hash', clock)
      await tx.addContactLink({ id: 'link', contactId: 'CON-1', email: 'a@b.example', expiresAt: clock })
      return null
    })
    const kept = async () => ({
      link: (await store.contactLink('link')) !== null,
      departure: (await store.departure('1', 'hash')) !== null,
      values: (await store.auditLines({ organisationNumber: '1', size: 700 })).filter(({ purged }) => !purged).length,
    })
    const at = async (time: number) => {
      clock = time
      await purge({ store, now })
      return await kept()
    }
    expect(await at(clock + 30 * day)).toEqual({ link: true, departure: true, values: 600 })
    expect(await at(clock + 1)).toEqual({ link: false, departure: true, values: 600 })
    expect(await at(Date.UTC(2027, 0, 15))).toEqual({ link: false, departure: true, values: 600 })
    expect(await at(Date.UTC(2027, 0, 16))).toEqual({ link: false, departure: false, values: 600 })
    expect(await at(Date.UTC(2028, 0, 15))).toMatchObject({ values: 600 })
    expect(await at(Date.UTC(2028, 0, 16))).toMatchObject({ values: 0 })
    expect((await store.auditLines({ organisationNumber: '1', size: 700 })).length).toBe(600)
    expect(await store.verifyChain()).toMatchObject({ faults: [] })
    await store.close()
  })
})

eachEngine((engine) => {
  it('takes names out of orders a year after they ended, and forgets their codes and consents after thirty days', async () => {
    let clock = Date.UTC(2026, 0, 15)
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    const ended = await addOrder(store, { state: 'rejected' })
    const open = await addOrder(store, { state: 'sent' })
    await store.write({}, async (tx) => {
      for (const [hash, { id: orderId }] of Object.entries({ ended, open })) {
        await tx.addOrderCode({ hash, orderId, customerNumber: '1', expiresAt: clock + 30 * day })
        await tx.addConsent({ orderId, customerNumber: '1', by: { teamId: 'T1', userId: 'U1' }, at: clock })
      }
      return null
    })
    const at = async (time: number) => {
      clock = time
      await purge({ store, now })
      const orders = [await store.order(ended.id), await store.order(open.id)]
      const codes = [await store.orderCode('ended'), await store.orderCode('open')]
      const consents = [await store.consentOf(ended.id), await store.consentOf(open.id)]
      return [orders.map((order) => order?.content), codes, consents].map((pair) =>
        pair.map((one) => (one ? 'there' : 'gone')).join(),
      )
    }
    const made = clock
    expect(await at(made + 30 * day)).toEqual(['there,there', 'there,there', 'there,there'])
    expect(await at(made + 30 * day + 1)).toEqual(['there,there', 'there,there', 'gone,there'])
    expect(await at(made + 60 * day + 1)).toEqual(['there,there', 'gone,gone', 'gone,there'])
    expect(await at(Date.UTC(2027, 0, 15))).toEqual(['there,there', 'gone,gone', 'gone,there'])
    expect(await at(Date.UTC(2027, 0, 15) + 1)).toEqual(['gone,there', 'gone,gone', 'gone,there'])
    await store.close()
  })
})

it('purges at once and every six hours until it is stopped, also after a round that failed', async () => {
  vi.useFakeTimers()
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  let asked = 0
  const write = async () => {
    asked += 1
    throw new Error('locked')
  }
  const rounds: Promise<void>[] = []
  const job = watchPurge({ store: { write } as unknown as Store, now: () => 0 }, log, (round) => rounds.push(round))
  expect(asked).toBe(1)
  vi.advanceTimersByTime(6 * hour - 1)
  expect(asked).toBe(1)
  vi.advanceTimersByTime(1)
  expect(asked).toBe(2)
  job.stop()
  vi.advanceTimersByTime(day)
  expect(asked).toBe(2)
  await Promise.all(rounds)
  expect(logged.match(/could not be purged/g)).toHaveLength(2)
})
