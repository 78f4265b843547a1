import { expect, it } from 'vitest'
import type { NewOrder } from '../../src/domain/order/store.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import {
  addOrder,
  allFacts,
  anOrder,
  direct,
  existing,
  fictional,
  idsOf,
  line,
  moveOrder,
  noFacts,
} from './order-samples.ts'
import { org, twenty } from './samples.ts'

const other = { teamId: 'T01', userId: 'U02' }

eachEngine((engine) => {
  it('gives orders numbers in the order in which they are added, and gives back what it keeps', async () => {
    let clock = 7
    const store = await freshStore(engine, { now: () => clock++ })
    const each: Partial<NewOrder>[] = [
      { content: direct() },
      { content: fictional(), facts: allFacts, orderer: other, language: 'en' },
      { content: existing(), state: 'waiting-for-customer', turn: 'customer' },
      { content: direct({ legalBasis: { basis: 'other', letter: null, text: 'Vi vet ikke <!channel>' } }) },
    ]
    for (const [i, over] of each.entries()) {
      const added = await addOrder(store, over)
      const at = added.createdAt
      expect(added).toEqual({
        ...anOrder(over),
        id: `ORD-${i + 1}`,
        since: at,
        reminders: 0,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })
      expect(await store.order(added.id)).toEqual(added)
      expect(await store.orderEvents(added.id)).toEqual([
        { ...line, orderId: added.id, number: 1, state: added.state, at: expect.any(Number) },
      ])
    }
    expect((await store.order(' ord-2 '))?.id).toBe('ORD-2')
    expect(await store.order('ORD-5')).toBeNull()
    expect(await store.order('')).toBeNull()
  })

  it('tells nobody about an order of another organisation', async () => {
    const store = await freshStore(engine)
    const mine = await addOrder(store)
    expect(await store.order('ord-1', org)).toEqual(mine)
    expect(await store.order('ORD-1', '310000019')).toBeNull()
  })

  it('gives 20 who are added at once 20 numbers without a gap', async () => {
    const store = await freshStore(engine)
    const added = await twenty(() => addOrder(store))
    const numbers = added.map(({ id }) => Number(id.slice('ORD-'.length)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    const lists = await Promise.all(idsOf(added).map((id) => store.orderEvents(id)))
    expect(lists.every((events) => events.length === 1)).toBe(true)
  })

  it('moves an order on with its history, and begins a new state anew', async () => {
    let clock = 1
    const store = await freshStore(engine, { now: () => clock })
    const added = await addOrder(store)
    clock = 2
    const reminded = await moveOrder(store, added, { reminders: 2 }, null)
    expect(reminded).toEqual({ ...added, reminders: 2, version: 2, updatedAt: 2 })
    clock = 3
    if (!reminded) return expect.fail()
    const sent = await moveOrder(store, { id: 'ord-1', version: 2 }, { state: 'sent', turn: 'brreg', facts: allFacts })
    expect(sent).toEqual({
      ...reminded,
      state: 'sent',
      turn: 'brreg',
      facts: allFacts,
      since: 3,
      reminders: 0,
      version: 3,
      updatedAt: 3,
    })
    clock = 4
    const given = await moveOrder(store, { id: 'ORD-1', version: 3 }, { orderer: other, ordererEmail: 'ola@etat.no' })
    expect(given).toMatchObject({ orderer: other, ordererEmail: 'ola@etat.no', since: 3, state: 'sent' })
    clock = 5
    const edited = await moveOrder(store, { id: 'ORD-1', version: 4 }, { content: fictional({ remark: 'Ny' }) })
    expect(edited?.content).toEqual(fictional({ remark: 'Ny' }))
    expect(await store.order('ORD-1')).toEqual(edited)
    expect(
      (await store.orderEvents('ord-1')).map(({ number, event, state, at }) => [number, event, state, at]),
    ).toEqual([
      [1, 'draft', 'draft', 1],
      [2, 'send', 'sent', 3],
      [3, 'send', 'sent', 4],
      [4, 'send', 'sent', 5],
    ])
  })

  it('begins nothing anew for a state that stays', async () => {
    let clock = 1
    const store = await freshStore(engine, { now: () => clock })
    const added = await addOrder(store, { state: 'granted' })
    const reminded = await moveOrder(store, added, { reminders: 1 }, null)
    clock = 2
    expect(await moveOrder(store, { ...added, version: 2 }, { state: 'granted' })).toEqual({
      ...reminded,
      version: 3,
      updatedAt: 2,
    })
    expect(await moveOrder(store, { ...added, version: 3 }, { state: 'in-use', reminders: 2 })).toMatchObject({
      since: 2,
      reminders: 2,
    })
  })

  it('lets one of 20 move a version on, and writes one line', async () => {
    const store = await freshStore(engine)
    const added = await addOrder(store)
    const moved = await twenty((i) => moveOrder(store, added, { reminders: i }))
    expect(moved.filter(Boolean)).toHaveLength(1)
    expect(await store.order(added.id)).toMatchObject({ version: 2, reminders: moved.findIndex(Boolean) })
    expect(await store.orderEvents(added.id)).toHaveLength(2)
    expect(await moveOrder(store, { id: 'ORD-9', version: 1 }, {})).toBeNull()
  })

  it('numbers the history without a gap when 20 follow each other', async () => {
    const store = await freshStore(engine)
    const { id } = await addOrder(store)
    // each tries until its turn comes, as `untilSettled` does
    const insist = async () => {
      for (;;) {
        const now = await store.order(id)
        if (now !== null && (await moveOrder(store, now, {})) !== null) return
      }
    }
    await twenty(insist)
    const numbers = (await store.orderEvents(id)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  })

  it('keeps no secret', async () => {
    const store = await freshStore(engine)
    const remark = 'x -----BEGIN PRIVATE KEY----- x'
    await expect(addOrder(store, { content: fictional({ remark }) })).rejects.toThrow('orders.content.remark')
    const added = await addOrder(store)
    const facts = { ...noFacts, token: 'abc' }
    await expect(moveOrder(store, added, { facts })).rejects.toThrow('a secret at orders.facts.token')
    expect(await store.order(added.id)).toEqual(added)
  })

  it('says where a row holds what it can’t read, and not what it is', async () => {
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    await addOrder(store, { content: direct() })
    await rowsOf(url, `update orders set content = '{"kind":"direct","remark":"Kari"}'`)
    const fault = await store.order('ORD-1').catch((error) => error)
    expect(fault).toMatchObject({ code: 'internal', message: expect.stringMatching(/^orders\.content .*legalBasis/) })
    expect(fault.message).not.toContain('Kari')
    await store.close()
  })
})
