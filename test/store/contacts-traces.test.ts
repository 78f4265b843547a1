import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { addOne, save } from './contact-samples.ts'
import { effect, org, twenty } from './samples.ts'

const aLink = (id: string, over: { contactId?: string; expiresAt?: number } = {}) => ({
  id,
  contactId: 'CON-1',
  email: 'kari@etat.no',
  expiresAt: 100,
  ...over,
})

eachEngine((engine) => {
  it('lets one of 20 use a link at once, and nobody when it is over', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    expect(await store.contactLink('a')).toBeNull()
    await effect(store, (tx) => tx.addContactLink(aLink('a')))
    expect(await store.contactLink('a')).toEqual({ ...aLink('a'), createdAt: 1, usedAt: null })
    const used = await twenty((i) => effect(store, (tx) => tx.useContactLink('a', 50 + i)))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect((await store.contactLink('a'))?.usedAt).toBe(50 + used.indexOf(true))
    await effect(store, (tx) => tx.addContactLink(aLink('b')))
    expect(await effect(store, (tx) => tx.useContactLink('b', 100))).toBe(false)
    expect(await effect(store, (tx) => tx.useContactLink('b', 99))).toBe(true)
    expect(await effect(store, (tx) => tx.useContactLink('none', 1))).toBe(false)
  })

  it('counts the links that went to a contact since an instant', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => at })
    for (const id of ['a', 'b', 'c']) {
      at++
      await effect(store, (tx) => tx.addContactLink(aLink(id)))
    }
    await effect(store, (tx) => tx.addContactLink(aLink('d', { contactId: 'CON-2' })))
    expect(await store.contactLinksSince('CON-1', 2)).toBe(2)
    expect(await store.contactLinksSince('CON-1', 4)).toBe(0)
    expect(await store.contactLinksSince('CON-3', 0)).toBe(0)
  })

  it('knows when somebody left an organisation last', async () => {
    const store = await freshStore(engine)
    expect(await store.departure(org, 'hash')).toBeNull()
    await twenty((i) => effect(store, (tx) => tx.addDeparture(org, 'hash', (i * 7) % 20)))
    expect(await store.departure(org, 'hash')).toBe(19)
    expect(await store.departure('2', 'hash')).toBeNull()
    expect(await store.departure(org, 'other')).toBeNull()
  })

  it('forgets links that ended and departures when their time has come, and says how many', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    await effect(store, async (tx) => {
      await tx.addContactLink(aLink('expired', { expiresAt: 49 }))
      await tx.addContactLink(aLink('used'))
      await tx.useContactLink('used', 49)
      await tx.addContactLink(aLink('used-late'))
      await tx.useContactLink('used-late', 50)
      await tx.addContactLink(aLink('open', { expiresAt: 50 }))
      await tx.addDeparture(org, 'old', 29)
      await tx.addDeparture(org, 'new', 30)
    })
    expect(await effect(store, (tx) => tx.forgetContactTraces({ links: 50, departures: 30 }))).toBe(3)
    const left = await Promise.all(['expired', 'used', 'used-late', 'open'].map((id) => store.contactLink(id)))
    expect(left.map((link) => link?.id)).toEqual([undefined, undefined, 'used-late', 'open'])
    expect(await store.departure(org, 'old')).toBeNull()
    expect(await store.departure(org, 'new')).toBe(30)
  })

  it('keeps the links of a contact who still has the address, however old', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    const contact = await addOne(store, { email: 'Kari@etat.no' })
    await effect(store, async (tx) => {
      await tx.addContactLink(aLink('first', { expiresAt: 2 }))
      await tx.addContactLink(aLink('second', { expiresAt: 3 }))
    })
    const forget = () => effect(store, (tx) => tx.forgetContactTraces({ links: 50, departures: 0 }))
    expect(await forget()).toBe(0)
    expect((await store.contactLink('first'))?.id).toBe('first')
    await save(store, contact, { email: 'ola@etat.no' })
    expect(await forget()).toBe(2)
  })
})
