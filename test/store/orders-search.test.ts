import { expect, it } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import type { OrderQuery } from '../../src/domain/order/store.ts'
import { orderStates } from '../../src/domain/order/types.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { addOrder, customer, direct, existing, fictional, idsOf, moveOrder, supplier } from './order-samples.ts'
import { effect, org } from './samples.ts'

const other = { teamId: 'T01', userId: 'U02' }
const unit = (number: string, name: string) => ({ number, name, verified: true })

/** 1: the supplier's B, 2: its C, 3: its A, 4: of another organisation. */
const four = async (store: Store) => {
  await addOrder(store)
  await addOrder(store, { content: existing(), state: 'sent', turn: 'brreg' })
  await addOrder(store, { content: direct(), state: 'in-use', turn: 'nobody', orderer: other })
  await addOrder(store, {
    organisationNumber: '310000027',
    content: fictional({ supplier: unit('310000027', '100%_Fornøyd! (Øst-Vest) ENK') }),
  })
}

const found = async (store: Store, over: Partial<OrderQuery> = {}) => {
  const { rows, total } = await store.orders({ page: 0, size: 10, ...over })
  expect(total).toBeGreaterThanOrEqual(rows.length)
  return idsOf(rows)
}

const searches: [by: string, text: string, ids: string[]][] = [
  ['an id, in any letter case', ' ord-2', ['ORD-2']],
  ['an id and a word', 'ærlig ORD-3', ['ORD-3']],
  ['not the beginning of an id', 'ord', []],
  ['a word of a company’s name, in capitals', 'ÆRLIG', ['ORD-3', 'ORD-2', 'ORD-1']],
  ['the beginning of a word', 'Åre', ['ORD-3', 'ORD-2', 'ORD-1']],
  ['the customer’s name, in Sámi letters', 'ČÁHCI serv', ['ORD-2']],
  ['letters that are written as two', 'C\u030Ca\u0301hci', ['ORD-2']],
  ['a part of a word with a hyphen', 'vest', ['ORD-4']],
  ['a whole number', org, ['ORD-3', 'ORD-2', 'ORD-1']],
  ['a number in groups', `${org.slice(0, 3)} ${org.slice(3, 6)} ${org.slice(6)}`, ['ORD-3', 'ORD-2', 'ORD-1']],
  ['the beginning of a number', customer.number.slice(0, 8), ['ORD-2']],
  ['numbers of both', `${customer.number} ${supplier.number}`, ['ORD-2']],
  ['not the middle of a number', org.slice(1), []],
  ['not the middle of a word', 'rlig', []],
  ['not one word alone of two', 'ærlig fornøyd', []],
  ['what looks like a pattern', '100%_f', ['ORD-4']],
  ['not a pattern', '1%d', []],
  ['not a pattern of one letter', 'f_rnøyd', []],
  ['not who is a contact', 'kari', []],
  ['nothing but signs', ' -%_ ', ['ORD-4', 'ORD-3', 'ORD-2', 'ORD-1']],
]

eachEngine((engine) => {
  it('finds orders by id, company name and number', async () => {
    const store = await freshStore(engine)
    await four(store)
    for (const [by, text, ids] of searches) expect(await found(store, { text }), by).toEqual(ids)
  })

  it('lists orders newest first, page by page, past the tenth', async () => {
    const store = await freshStore(engine)
    for (let i = 0; i < 12; i++) await addOrder(store)
    expect(await found(store, { size: 3 })).toEqual(['ORD-12', 'ORD-11', 'ORD-10'])
    expect(await store.orders({ page: 3, size: 3, organisationNumber: org })).toMatchObject({
      rows: [{ id: 'ORD-3' }, { id: 'ORD-2' }, { id: 'ORD-1' }],
      total: 12,
    })
    expect(await store.orders({ page: 4, size: 3 })).toEqual({ rows: [], total: 12 })
  })

  it('lists those of an organisation, a person, some states, a turn and a kind', async () => {
    const store = await freshStore(engine)
    await four(store)
    const cases: [Partial<OrderQuery>, string[]][] = [
      [{}, ['ORD-4', 'ORD-3', 'ORD-2', 'ORD-1']],
      [{ organisationNumber: org }, ['ORD-3', 'ORD-2', 'ORD-1']],
      [{ organisationNumber: '1' }, []],
      [{ orderer: other }, ['ORD-3']],
      [{ orderer: { ...other, teamId: 'T02' } }, []],
      [{ states: ['draft', 'in-use'] }, ['ORD-4', 'ORD-3', 'ORD-1']],
      [{ states: [...orderStates] }, ['ORD-4', 'ORD-3', 'ORD-2', 'ORD-1']],
      [{ states: [] }, []],
      [{ turn: 'brreg' }, ['ORD-2']],
      [{ kind: 'fictional' }, ['ORD-4', 'ORD-1']],
      [{ kind: 'fictional', organisationNumber: org, text: 'ærlig' }, ['ORD-1']],
    ]
    for (const [query, ids] of cases) expect(await found(store, query), JSON.stringify(query)).toEqual(ids)
  })

  it('follows the content: a company that went out is not found, and the new one is', async () => {
    const store = await freshStore(engine)
    const added = await addOrder(store, { content: existing() })
    await moveOrder(store, added, { content: existing({ customer: unit('310000035', 'Ny Kunde AS') }) })
    expect(await found(store, { text: 'Čáhci' })).toEqual([])
    expect(await found(store, { text: 'ny 310000035' })).toEqual(['ORD-1'])
  })

  it('knows the open orders of an organisation about the same companies', async () => {
    const store = await freshStore(engine)
    const turned = existing({ supplier: customer, customer: supplier })
    await addOrder(store, { content: existing() })
    await addOrder(store, { content: turned, state: 'sent' })
    await addOrder(store, { content: existing({ customer: unit('310000035', 'Annen') }) })
    await addOrder(store, { content: fictional() })
    await addOrder(store, { content: existing(), organisationNumber: '310000027' })
    for (const state of ['in-use', 'rejected', 'withdrawn', 'cancelled'] as const)
      await addOrder(store, { content: existing(), state })
    const like = async (companies: string[], kind: 'existing' | 'fictional' = 'existing') =>
      idsOf(await store.openOrdersLike({ organisationNumber: org, kind, companies }))
    expect(await like([customer.number, supplier.number])).toEqual(['ORD-2', 'ORD-1'])
    expect(await like([supplier.number, customer.number])).toEqual(['ORD-2', 'ORD-1'])
    expect(await like([supplier.number])).toEqual([])
    expect(await like([supplier.number], 'fictional')).toEqual(['ORD-4'])
  })

  it('gives the last order of a kind to fill in the next from, unless it was emptied', async () => {
    const store = await freshStore(engine)
    expect(await store.lastOrder(org, 'fictional')).toBeNull()
    await four(store)
    const second = await addOrder(store, { state: 'cancelled' })
    expect((await store.lastOrder(org, 'fictional'))?.id).toBe('ORD-5')
    await effect(store, (tx) => tx.anonymiseOrder(second.id))
    expect((await store.lastOrder(org, 'fictional'))?.id).toBe('ORD-1')
    expect((await store.lastOrder('310000027', 'fictional'))?.id).toBe('ORD-4')
    expect(await store.lastOrder('310000027', 'direct')).toBeNull()
  })

  it('gives those who stand still for long and have not been reminded so often, in parts', async () => {
    let at = 10
    const store = await freshStore(engine, { now: () => at })
    for (let i = 0; i < 12; i++) await addOrder(store, { state: i === 5 ? 'rejected' : 'sent' })
    at = 20
    const [one, two] = [await store.order('ORD-1'), await store.order('ORD-2')]
    if (!one || !two) return expect.fail()
    await moveOrder(store, one, { reminders: 1 }, null)
    await moveOrder(store, two, { state: 'more-info' })
    const part = async (reminders: number, after: string | null, size: number, since = 20) =>
      idsOf(await store.ordersToRemind({ since, reminders, after, size }))
    expect(await part(1, null, 3)).toEqual(['ORD-3', 'ORD-4', 'ORD-5'])
    // ORD-6 is over, and ORD-10 comes after ORD-9
    expect(await part(1, 'ORD-5', 9)).toEqual(['ORD-7', 'ORD-8', 'ORD-9', 'ORD-10', 'ORD-11', 'ORD-12'])
    expect(await part(1, 'ORD-12', 9)).toEqual([])
    expect(await part(2, null, 2)).toEqual(['ORD-1', 'ORD-3'])
    expect(await part(1, null, 9, 10)).toEqual([])
    expect(await part(1, null, 2, 21)).toEqual(['ORD-2', 'ORD-3'])
  })
})
