import { expect, it } from 'vitest'
import type { DeliveryEnd } from '../../src/domain/delivery/message.ts'
import type { Store } from '../../src/domain/deps.ts'
import { type OrderState, orderStates } from '../../src/domain/order/types.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { addMail, addOrder, aMail, idsOf } from './order-samples.ts'
import { effect, twenty } from './samples.ts'

const failed = { state: 'failed', failure: 'refused-recipient', failureCode: 550 } as const

/** The delivery of a mail, ended so; null: it waits. */
const deliver = async (store: Store, id: string, end: DeliveryEnd | null = null): Promise<void> => {
  const row = { kind: 'order-mail', lane: 'transactional', channel: 'mail', address: 'a@brreg.example' } as const
  await store.write(
    { deliveries: [{ ...row, id, language: 'nb', data: {}, organisationNumber: '1' }] },
    async () => null,
  )
  if (end === null) return
  await effect(store, async (tx) => {
    const claim = { worker: 'w', token: id, channel: 'mail', size: 99, perOrganisation: 99, leaseMs: 60_000 } as const
    const rows = (await tx.claimDeliveries(claim)).filter((one) => one.id === id)
    await tx.beginSending(rows)
    await tx.endSending(rows.map((one) => ({ ...one, end })))
    await tx.releaseDeliveries(id)
  })
}

eachEngine((engine) => {
  it('keeps an order’s mails in the order in which they were written', async () => {
    const store = await freshStore(engine, { now: () => 5 })
    await addOrder(store)
    await addOrder(store)
    await addMail(store, { id: 'z' })
    await addMail(store, {
      id: 'a',
      orderId: 'ord-1',
      purpose: 'answer',
      follows: 'z',
      text: 'Ærlig\n',
    })
    await addMail(store, { id: 'b', orderId: 'ORD-2' })
    const mails = await store.orderMails('ord-1')
    expect(mails).toEqual([
      { ...aMail({ id: 'z' }), createdAt: 5 },
      { ...aMail({ id: 'a', purpose: 'answer', follows: 'z', text: 'Ærlig\n' }), createdAt: 5 },
    ])
    expect(await store.orderMail('a')).toEqual(mails[1])
    expect(await store.orderMail('c')).toBeNull()
    expect(await store.orderMails('ORD-3')).toEqual([])
  })

  it('gives 20 mails of one order 20 places, and none to no order', async () => {
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    await addOrder(store)
    await twenty((i) => addMail(store, { id: `m${i}` }))
    const places = await rowsOf(url, 'select number from order_mails order by number')
    expect(places.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    await expect(addMail(store, { id: 'n', orderId: 'ORD-9' })).rejects.toThrow('a mail of no order')
    await store.close()
  })

  it('chooses the delivery’s id where the write names one, and makes it where not', async () => {
    const store = await freshStore(engine)
    await deliver(store, 'mine')
    expect(await store.delivery('mine')).toMatchObject({ id: 'mine', state: 'queued', kind: 'order-mail' })
    await expect(deliver(store, 'mine')).rejects.toMatchObject({ code: 'internal' })
  })

  it('knows the orders with brreg whose newest mail failed', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => ++at })
    const sent = async (state: OrderState, ...mails: [id: string, end: DeliveryEnd | null][]) => {
      const { id } = await addOrder(store, { state })
      for (const [mailId, end] of mails) {
        await addMail(store, { id: mailId, orderId: id })
        await deliver(store, mailId, end)
      }
      return id
    }
    const transient = { state: 'queued', dueAt: 9e12, failure: 'timeout', failureCode: null } as const
    const unknown = { state: 'unknown', failure: 'dropped-after-data', failureCode: null } as const
    await sent('sent')
    await sent('sent', ['waits', null])
    await sent('sent', ['arrived', { state: 'sent' }])
    await sent('sent', ['again', transient])
    await sent('sent', ['unknown', unknown])
    await sent('sent', ['lost-once', failed], ['then-sent', { state: 'sent' }])
    expect(await store.ordersWithLostMail(9)).toEqual([])
    const answer = await sent('more-info', ['first', { state: 'sent' }], ['lost-answer', failed])
    const order = await sent('sent', ['lost', { ...failed, failure: 'refused-message' }])
    const lost = await store.ordersWithLostMail(9)
    expect(lost).toEqual([
      {
        order: await store.order(answer),
        mail: await store.orderMail('lost-answer'),
        failure: 'refused-recipient',
      },
      { order: await store.order(order), mail: await store.orderMail('lost'), failure: 'refused-message' },
    ])
    expect(idsOf((await store.ordersWithLostMail(1)).map((one) => one.order))).toEqual([answer])
    await effect(store, (tx) => tx.sendAgain('lost-answer'))
    expect(idsOf((await store.ordersWithLostMail(9)).map((one) => one.order))).toEqual([order])
  })

  it('says nothing of a lost mail in any other state', async () => {
    const store = await freshStore(engine)
    for (const [i, state] of orderStates.entries()) {
      const { id } = await addOrder(store, { state })
      await addMail(store, { id: `m${i}`, orderId: id })
      await deliver(store, `m${i}`, failed)
    }
    const lost = await store.ordersWithLostMail(99)
    expect(lost.map(({ order }) => order.state).sort()).toEqual(['more-info', 'sent'])
  })
})
