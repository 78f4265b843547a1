import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aContact, add, addOne, idsOf } from './contact-samples.ts'
import { cameTo, effect, org, twenty, user } from './samples.ts'

const test1 = { environment: 'test' as const, clientId: 'c1' }
const prod1 = { environment: 'prod' as const, clientId: 'c1' }

eachEngine((engine) => {
  it('gives contacts numbers in the order in which they are added, and gives back what it keeps', async () => {
    const store = await freshStore(engine, { now: () => 7 })
    const [first, second] = await add(
      store,
      { user, toldAt: 5, email: 'Kari.N@etat.no' },
      { email: 'ola@etat.no', scope: 'clients', clients: [test1, prod1, test1], phone: null, hears: [] },
    )
    expect(first).toEqual({
      ...aContact({ user, toldAt: 5, email: 'Kari.N@etat.no' }),
      id: 'CON-1',
      verifiedAt: null,
      confirmedAt: null,
      bounce: null,
      accountGoneAt: null,
      mirrored: null,
      version: 1,
      createdAt: 7,
      updatedAt: 7,
    })
    expect(second).toMatchObject({ id: 'CON-2', clients: [prod1, test1], phone: null, hears: [] })
    expect(await store.contactById('con-1')).toEqual(first)
    expect(await store.contactById(' Con-2 ')).toEqual(second)
    expect(await store.contactById('CON-3')).toBeNull()
    expect(await add(store)).toEqual([])
    expect(idsOf(await add(store, { email: 'c@etat.no' }))).toEqual(['CON-3'])
  })

  it('keeps clients only where they are what the contact is for', async () => {
    const store = await freshStore(engine)
    const added = await addOne(store, { scope: 'test', clients: [test1] })
    expect(added.clients).toEqual([])
    expect(await store.contactById(added.id)).toEqual(added)
  })

  it('tells nobody about a contact of another organisation', async () => {
    const store = await freshStore(engine)
    const mine = await addOne(store)
    expect(await store.contact(org, 'con-1')).toEqual(mine)
    expect(await store.contact('2', 'CON-1')).toBeNull()
    expect(await store.contactAt(org, 'KARI@Etat.no')).toEqual(mine)
    expect(await store.contactAt('2', 'kari@etat.no')).toBeNull()
    expect(await store.contactsOf('2')).toEqual([])
  })

  it('has one contact of an organisation with an address, in whatever letter case, and says so', async () => {
    const store = await freshStore(engine)
    await addOne(store)
    await expect(addOne(store, { email: 'KARI@etat.no' })).rejects.toMatchObject({ code: 'contact-exists' })
    const twice = add(store, { email: 'a@etat.no' }, { email: 'b@etat.no' }, { email: 'B@etat.no' })
    await expect(twice).rejects.toMatchObject({ code: 'contact-exists' })
    expect(idsOf(await store.contactsOf(org))).toEqual(['CON-1'])
    // what was refused took no number
    expect((await addOne(store, { organisationNumber: '2' })).id).toBe('CON-2')
  })

  it('lets one of 20 through who add the same address at once', async () => {
    const store = await freshStore(engine)
    const each = Array.from({ length: 20 }, (_, i) => addOne(store, { name: `Kari ${i}` }))
    expect(await cameTo(each)).toEqual({ done: 1, 'contact-exists': 19 })
    expect(await store.contactsOf(org)).toHaveLength(1)
  })

  it('gives 20 who are added at once, three by three, 60 numbers without a gap', async () => {
    const store = await freshStore(engine)
    const added = await twenty((i) => add(store, ...[0, 1, 2].map((j) => ({ email: `p${i}.${j}@etat.no` }))))
    const numbers = added.flat().map(({ id }) => Number(id.slice('CON-'.length)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    for (const [one, other, third] of added) {
      const first = Number(one?.id.slice('CON-'.length))
      expect([other?.id, third?.id]).toEqual([`CON-${first + 1}`, `CON-${first + 2}`])
    }
  })

  it('takes ten thousand at once', async () => {
    const store = await freshStore(engine)
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      organisationNumber: `9${i % 500}`,
      email: `p${i}@etat.no`,
      ...(i % 2 === 0 && { scope: 'clients' as const, clients: [test1] }),
    }))
    const added = await add(store, ...many)
    expect(added).toHaveLength(10_000)
    expect(await store.contactsOf('90')).toHaveLength(20)
    expect(await store.contactById('CON-9999')).toEqual(added[9998])
  })

  it('forgets a contact with its clients and links, once, and gives its number to nobody', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    const gone = await addOne(store, { scope: 'clients', clients: [test1] })
    await effect(store, (tx) => tx.addContactLink({ id: 'l', contactId: gone.id, email: gone.email, expiresAt: 9 }))
    expect(await effect(store, (tx) => tx.forgetContact(gone.id, gone.version + 1))).toBe(false)
    const removed = await twenty(() => effect(store, (tx) => tx.forgetContact(gone.id, gone.version)))
    expect(removed.filter(Boolean)).toHaveLength(1)
    expect(await store.contactById(gone.id)).toBeNull()
    expect(await store.contactLink('l')).toBeNull()
    const again = await addOne(store)
    expect(again).toMatchObject({ id: 'CON-2', clients: [] })
    expect(await effect(store, (tx) => tx.forgetContact('con-2', null))).toBe(true)
  })

  it('keeps one of 20 contacts when each may go only if another is left', async () => {
    const store = await freshStore(engine)
    const all = await add(store, ...Array.from({ length: 20 }, (_, i) => ({ email: `p${i}@etat.no` })))
    await twenty((i) =>
      effect(store, async (tx) => {
        const left = await tx.lockContactsOf(org)
        if (left.length > 1) await tx.forgetContact(all[i]?.id ?? '', null)
      }),
    )
    expect(await store.contactsOf(org)).toHaveLength(1)
  })
})
