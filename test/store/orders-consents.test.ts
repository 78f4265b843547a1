import { expect, it } from 'vitest'
import { endStates } from '../../src/domain/order/machine.ts'
import { orderStates } from '../../src/domain/order/types.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { addOrder, customer } from './order-samples.ts'
import { effect, twenty, user } from './samples.ts'

const aCode = (hash: string, over: { orderId?: string; expiresAt?: number } = {}) => ({
  hash,
  orderId: 'ORD-1',
  customerNumber: customer.number,
  expiresAt: 100,
  ...over,
})

const aConsent = (orderId: string, over: { at?: number; customerNumber?: string } = {}) => ({
  orderId,
  customerNumber: customer.number,
  by: user,
  at: 5,
  ...over,
})

eachEngine((engine) => {
  it('lets one of 20 use a code at once, and nobody when it is over', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    expect(await store.orderCode('a')).toBeNull()
    await effect(store, (tx) => tx.addOrderCode(aCode('a')))
    expect(await store.orderCode('a')).toEqual({ ...aCode('a'), createdAt: 1, usedAt: null })
    at = 99
    const used = await twenty(() => effect(store, (tx) => tx.useOrderCode('a')))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect((await store.orderCode('a'))?.usedAt).toBe(99)
    await effect(store, (tx) => tx.addOrderCode(aCode('b')))
    at = 100
    expect(await effect(store, (tx) => tx.useOrderCode('b'))).toBe(false)
    expect(await effect(store, (tx) => tx.useOrderCode('none'))).toBe(false)
    expect((await store.orderCode('b'))?.usedAt).toBeNull()
  })

  it('counts the codes that were made for an order since an instant', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => at })
    for (const hash of ['a', 'b', 'c']) {
      at++
      await effect(store, (tx) => tx.addOrderCode(aCode(hash)))
    }
    await effect(store, (tx) => tx.addOrderCode(aCode('d', { orderId: 'ORD-2' })))
    expect(await store.orderCodesSince('ord-1', 2)).toBe(2)
    expect(await store.orderCodesSince('ORD-1', 4)).toBe(0)
    expect(await store.orderCodesSince('ORD-3', 0)).toBe(0)
  })

  it('keeps one consent for an order, the last, and forgets it once', async () => {
    const store = await freshStore(engine)
    expect(await store.consentOf('ORD-1')).toBeNull()
    await twenty((i) => effect(store, (tx) => tx.addConsent(aConsent('ORD-1', { at: i }))))
    expect(await store.consentsOf(customer.number)).toHaveLength(1)
    await effect(store, (tx) => tx.addConsent(aConsent('ord-1', { at: 50 })))
    expect(await store.consentOf('ord-1')).toEqual(aConsent('ORD-1', { at: 50 }))
    const gone = await twenty(() => effect(store, (tx) => tx.forgetConsent('ord-1')))
    expect(gone.filter(Boolean)).toHaveLength(1)
    expect(await store.consentOf('ORD-1')).toBeNull()
  })

  it('lists what a customer let be seen, and nobody else’s', async () => {
    const store = await freshStore(engine)
    await effect(store, async (tx) => {
      await tx.addConsent(aConsent('ORD-2', { at: 9 }))
      await tx.addConsent(aConsent('ORD-3', { at: 4 }))
      await tx.addConsent(aConsent('ORD-4', { customerNumber: '310000027' }))
    })
    expect((await store.consentsOf(customer.number)).map(({ orderId }) => orderId)).toEqual(['ORD-3', 'ORD-2'])
    expect(await store.consentsOf('1')).toEqual([])
  })

  it('forgets codes that ended, and consents to orders that ended, and says how many', async () => {
    let at = 49
    const store = await freshStore(engine, { now: () => at })
    for (const state of orderStates) {
      const { id } = await addOrder(store, { state })
      await effect(store, (tx) => tx.addConsent(aConsent(id, { at: 1 })))
    }
    await effect(store, async (tx) => {
      await tx.addOrderCode(aCode('used'))
      await tx.useOrderCode('used')
      await tx.addOrderCode(aCode('over', { expiresAt: 49 }))
    })
    at = 50
    const late = await addOrder(store, { state: 'in-use' })
    await effect(store, async (tx) => {
      await tx.addConsent(aConsent(late.id, { at: 1 }))
      await tx.addOrderCode(aCode('used-late'))
      await tx.useOrderCode('used-late')
      await tx.addOrderCode(aCode('open', { expiresAt: 50 }))
    })
    expect(await effect(store, (tx) => tx.forgetOrderTraces(50))).toBe(2 + endStates.length)
    const codes = await Promise.all(['used', 'over', 'used-late', 'open'].map((hash) => store.orderCode(hash)))
    expect(codes.map((code) => code?.hash)).toEqual([undefined, undefined, 'used-late', 'open'])
    const left = await Promise.all(orderStates.map((_, i) => store.consentOf(`ORD-${i + 1}`)))
    expect(orderStates.filter((_, i) => left[i] === null).sort()).toEqual([...endStates].sort())
    expect(await store.consentOf(late.id)).not.toBeNull()
  })
})
