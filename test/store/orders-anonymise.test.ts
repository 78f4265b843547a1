import { expect, it } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import { endStates } from '../../src/domain/order/machine.ts'
import { orderStates } from '../../src/domain/order/types.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { addMail, addOrder, allFacts, customer, existing, idsOf, moveOrder } from './order-samples.ts'
import { effect, org, twenty } from './samples.ts'

const tables = ['orders', 'order_events', 'order_mails', 'order_codes', 'order_consents']
/** Whatever of a person, an address, a phone or a text stands in the samples. */
const personal =
  /kari|ola |nordmann|máret|maret|@|\+47|4000|remark|ærlig|čáhci|servodat|tiger|bestilling|hei|skrev|cafe01/i

const everything = async (url: string): Promise<string> =>
  JSON.stringify(await Promise.all(tables.map((table) => rowsOf(url, `select * from ${table}`))))

const anonymise = (store: Store, before: number, size = 99) => effect(store, (tx) => tx.anonymiseOrders(before, size))

eachEngine((engine) => {
  it('leaves ids, kinds, states and companies’ numbers of an order, and nothing of anybody', async () => {
    const url = await databaseUrl(engine)
    let at = 1
    const store = await openStore(url, { now: () => at })
    const { id } = await addOrder(store, { content: existing({ remark: 'remark' }), facts: allFacts })
    await addMail(store, { orderId: id })
    await effect(store, (tx) =>
      tx.addOrderCode({ hash: 'cafe01', orderId: id, customerNumber: customer.number, expiresAt: 99 }),
    )
    const before = await moveOrder(store, { id, version: 1 }, { state: 'cancelled', turn: 'nobody' })
    if (!before) return expect.fail()
    expect(await everything(url)).toMatch(personal)
    at = 2
    await effect(store, (tx) => tx.anonymiseOrder('ord-1'))
    expect(await everything(url)).not.toMatch(personal)
    expect(await store.order(id)).toEqual({
      ...before,
      content: null,
      ordererEmail: null,
      facts: {
        ...allFacts,
        acknowledged: { ...allFacts.acknowledged, companies: [{ number: org, name: '' }] },
        fictionalUnit: { number: '310000027', name: '' },
      },
      version: before.version + 1,
      updatedAt: 2,
    })
    expect((await store.orderEvents(id)).map(({ event, note }) => [event, note])).toEqual([
      ['draft', ''],
      ['send', ''],
    ])
    expect(await store.orderMails(id)).toEqual([])
    expect(await store.orderMail('m1')).toBeNull()
    expect(await store.orderCode('cafe01')).toBeNull()
    const found = async (text: string) => idsOf((await store.orders({ text, page: 0, size: 9 })).rows)
    expect(await found('čáhci')).toEqual([])
    expect(await found('ord-1')).toEqual([id])
    expect(await found(customer.number)).toEqual([id])
    await store.close()
  })

  it('takes those that ended and were left alone for long, a few at a time, and no others', async () => {
    let at = 9
    const store = await freshStore(engine, { now: () => at })
    for (const state of orderStates) await addOrder(store, { state })
    at = 10
    const late = await addOrder(store, { state: 'rejected' })
    const busy = await addOrder(store, { state: 'in-use' })
    at = 20
    await moveOrder(store, busy, { facts: { ...busy.facts, production: 'delegated' } })
    expect(await anonymise(store, 9)).toBe(0)
    expect(await anonymise(store, 10, 3)).toBe(3)
    expect(await anonymise(store, 10, 3)).toBe(endStates.length - 3)
    expect(await anonymise(store, 10)).toBe(0)
    const { rows } = await store.orders({ page: 0, size: 99 })
    const emptied = rows.filter(({ content }) => content === null)
    expect(emptied.map(({ state }) => state).sort()).toEqual([...endStates].sort())
    expect((await store.order(late.id))?.content).not.toBeNull()
    expect(await anonymise(store, 11)).toBe(1)
    expect(await anonymise(store, 21)).toBe(1)
  })

  it('takes each of 60 once when 20 are at it', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    for (let i = 0; i < 60; i++) await addOrder(store, { state: 'withdrawn' })
    at = 2
    const counts = await twenty(() => anonymise(store, 2, 7))
    const sum = counts.reduce((all, count) => all + count, 0)
    const { rows } = await store.orders({ page: 0, size: 99 })
    const emptied = rows.filter(({ content }) => content === null)
    expect(sum).toBe(emptied.length)
    expect(emptied.every(({ version }) => version === 2)).toBe(true)
    expect(sum).toBe(60)
  })

  it('is not undone by somebody who moves what they read before', async () => {
    const store = await freshStore(engine)
    const read = await addOrder(store)
    await effect(store, (tx) => tx.anonymiseOrder(read.id))
    expect(await moveOrder(store, read, { content: read.content })).toBeNull()
    expect((await store.order(read.id))?.content).toBeNull()
  })
})
