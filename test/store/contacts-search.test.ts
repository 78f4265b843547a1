import { expect, it } from 'vitest'
import type { ContactsFor } from '../../src/domain/contact/store.ts'
import type { Store } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { add, addOne, idsOf } from './contact-samples.ts'
import { effect, org, user } from './samples.ts'

const found = async (store: Store, text?: string, page = 0, size = 10) => {
  const { rows, total } = await store.contacts({
    organisationNumber: org,
    page,
    size,
    ...(text !== undefined && { text }),
  })
  expect(rows.length).toBeLessThanOrEqual(total)
  return rows.map(({ name }) => name)
}

const people = (store: Store) =>
  add(
    store,
    { name: 'Åse Berg', email: 'ab@etat.no' },
    { name: 'anne-Marie Dahl', email: 'amd@xn--blbr-roah.no' },
    { name: 'Berit Aas', email: 'Berit.Aas@etat.no' },
    { name: 'Vakt (drift)', email: 'vakt@etat.no', kind: 'mailbox' },
    { name: 'Fremmed Berg', email: 'f@annen.no', organisationNumber: '2' },
  )

const searches: [by: string, text: string, names: string[]][] = [
  ['a word of the name, in any letter case', 'BERG', ['Åse Berg']],
  ['the beginning of a word', 'dah', ['anne-Marie Dahl']],
  ['a part of a name with a hyphen', 'mar', ['anne-Marie Dahl']],
  ['a word in brackets', 'drift', ['Vakt (drift)']],
  ['several words in any order', 'aas ber', ['Berit Aas']],
  ['the beginning of the address', 'berit.a', ['Berit Aas']],
  ['a whole address', 'VAKT@etat.no', ['Vakt (drift)']],
  ['a domain in letters', 'amd@blåb', ['anne-Marie Dahl']],
  ['an id', 'con-3', ['Berit Aas']],
  ['an id and a word', 'CON-3 aas', ['Berit Aas']],
  ['not a part of an id', 'con', []],
  ['not the middle of a word', 'erg', []],
  ['not what somebody else has', 'fremmed', []],
  ['not a pattern', '%', ['anne-Marie Dahl', 'Berit Aas', 'Vakt (drift)', 'Åse Berg']],
  ['not one word alone of two', 'berg aas', []],
]

eachEngine((engine) => {
  it('lists an organisation’s contacts by name, page by page', async () => {
    const store = await freshStore(engine)
    await people(store)
    const names = ['anne-Marie Dahl', 'Berit Aas', 'Vakt (drift)', 'Åse Berg']
    expect(await found(store)).toEqual(names)
    expect(await found(store, ' - ')).toEqual(names)
    expect((await store.contactsOf(org)).map(({ name }) => name)).toEqual(names)
    expect(await found(store, '', 1, 3)).toEqual(['Åse Berg'])
    expect((await store.contacts({ organisationNumber: org, page: 1, size: 3 })).total).toBe(4)
    expect(await found(store, 'a', 1, 2)).toEqual(['Åse Berg'])
    expect((await store.contacts({ organisationNumber: org, text: 'a', page: 5, size: 2 })).total).toBe(3)
  })

  it('finds contacts by words of the name, the beginning of the address, or an id', async () => {
    const store = await freshStore(engine)
    await people(store)
    for (const [by, text, names] of searches) expect(await found(store, text), by).toEqual(names)
  })

  it('knows who is told of a client', async () => {
    const store = await freshStore(engine)
    const [testOne, prodOne] = (['test', 'prod'] as const).map((environment) => ({ environment, clientId: 'c1' }))
    if (!testOne || !prodOne) return expect.fail()
    await add(
      store,
      { name: 'E', email: 'e@etat.no', scope: 'organisation' },
      { name: 'D', email: 'd@etat.no', scope: 'test' },
      { name: 'C', email: 'c@etat.no', scope: 'prod' },
      { name: 'B', email: 'b@etat.no', scope: 'clients', clients: [prodOne, { ...prodOne, clientId: 'c2' }] },
      { name: 'A', email: 'a@etat.no', scope: 'clients', clients: [testOne] },
      { name: 'X', email: 'a@etat.no', organisationNumber: '2' },
    )
    const told = async (about: Partial<ContactsFor>) =>
      (await store.contactsFor({ organisationNumber: org, environment: 'prod', clientId: 'c1', ...about })).map(
        ({ name }) => name,
      )
    expect(await told({})).toEqual(['B', 'C', 'E'])
    expect(await told({ environment: 'test' })).toEqual(['A', 'D', 'E'])
    expect(await told({ clientId: 'c2' })).toEqual(['B', 'C', 'E'])
    expect(await told({ clientId: 'c3' })).toEqual(['C', 'E'])
    expect(await told({ clientId: null })).toEqual(['C', 'E'])
    expect(await told({ organisationNumber: '3' })).toEqual([])
  })

  it('finds contacts of all organisations by address and by Slack user', async () => {
    const store = await freshStore(engine)
    await add(store, { user }, { organisationNumber: '2', user }, { organisationNumber: '3', email: 'o@etat.no' })
    expect(idsOf(await store.contactsAt('KARI@etat.no'))).toEqual(['CON-2', 'CON-1'])
    expect(idsOf(await store.contactsOfUser(user))).toEqual(['CON-2', 'CON-1'])
    expect(await store.contactsOfUser({ ...user, teamId: 'T02' })).toEqual([])
    expect(await store.contactsAt('nobody@etat.no')).toEqual([])
  })

  it('gives those who have not been confirmed for long, in parts', async () => {
    let at = 10
    const store = await freshStore(engine, { now: () => at })
    await add(store, { email: 'a@etat.no' }, { email: 'b@etat.no' }, { email: 'c@etat.no' })
    at = 50
    await addOne(store, { email: 'd@etat.no' })
    await effect(store, (tx) => tx.markContact('CON-2', null, { confirmedAt: 50 }))
    await effect(store, (tx) => tx.markContact('CON-4', null, { confirmedAt: 9 }))
    const part = async (after: string | null, size: number) =>
      idsOf(await store.contactsUnconfirmedSince(50, after, size))
    expect(await part(null, 2)).toEqual(['CON-1', 'CON-3'])
    expect(await part('CON-3', 2)).toEqual(['CON-4'])
    expect(await part('CON-4', 2)).toEqual([])
    expect(idsOf(await store.contactsUnconfirmedSince(10, null, 9))).toEqual(['CON-4'])
  })
})
