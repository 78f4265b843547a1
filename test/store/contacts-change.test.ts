import { expect, it } from 'vitest'
import type { ContactMarks } from '../../src/domain/contact/store.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import type { Store } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { add, addOne, contentOf, idsOf, save } from './contact-samples.ts'
import { cameTo, effect, org, twenty, user } from './samples.ts'

const client = (clientId: string) => ({ environment: 'prod' as const, clientId })

const mark = (store: Store, contact: Contact, marks: ContactMarks) =>
  effect(store, (tx) => tx.markContact(contact.id, null, marks))

const bounce = { at: 4, reason: 'unknown-user' as const, code: 550 }

/** A contact of whom everything is marked. */
const marked = async (store: Store): Promise<Contact> => {
  const added = await addOne(store, { user })
  const marks = { verifiedAt: 1, confirmedAt: 2, accountGoneAt: 3, mirrored: { by: user, at: 5 }, toldAt: 6 }
  await mark(store, added, marks)
  await effect(store, (tx) => tx.markBounced(added.email, bounce))
  return (await store.contactById(added.id)) ?? expect.fail('gone')
}

const toldChanges: [what: string, change: Parameters<typeof save>[2]][] = [
  ['the name', { name: 'Ola' }],
  ['the address', { email: 'ola@etat.no' }],
  ['how it is written', { email: 'Kari@etat.no' }],
  ['the number', { phone: null }],
  ['what it is for', { scope: 'prod' }],
  ['which clients it is for', { scope: 'clients', clients: [client('a')] }],
]

eachEngine((engine) => {
  it('saves another content, if it is the version that was read', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    const added = await addOne(store)
    at = 2
    const other = {
      name: 'Ola',
      phone: null,
      kind: 'mailbox' as const,
      language: 'en' as const,
      scope: 'clients' as const,
      clients: [client('b'), client('a')],
      user,
    }
    const saved = await save(store, added, other)
    const clients = [client('a'), client('b')]
    expect(saved).toEqual({ ...added, ...other, clients, version: 2, updatedAt: 2 })
    expect(await store.contactById(added.id)).toEqual(saved)
    expect(await save(store, added, { name: 'Late' })).toBeNull()
    expect(await effect(store, (tx) => tx.saveContact('CON-9', 1, contentOf(added)))).toBeNull()
    const narrowed = await save(store, saved ?? added, { clients: [client('a')] })
    expect(narrowed?.clients).toEqual([client('a')])
    const widened = await save(store, narrowed ?? added, { scope: 'prod' })
    expect(widened).toMatchObject({ scope: 'prod', clients: [], version: 4 })
    expect(await store.contactsOf(org)).toEqual([widened])
  })

  it('takes nothing but the content from what it is given to save', async () => {
    const store = await freshStore(engine)
    const added = await addOne(store)
    const whole = { ...added, name: 'Ola', id: 'CON-7', organisationNumber: '2', verifiedAt: 9, hears: [], version: 5 }
    const saved = await effect(store, (tx) => tx.saveContact(added.id, added.version, whole))
    expect(saved).toEqual({ ...added, name: 'Ola', version: 2, updatedAt: saved?.updatedAt })
  })

  it('lets one of 20 through who edit the same version', async () => {
    const store = await freshStore(engine)
    const added = await addOne(store, { scope: 'clients', clients: [client('x')] })
    const saved = await twenty((i) => save(store, added, { name: `Ola ${i}`, clients: [client(`c${i}`)] }))
    const [winner, ...others] = saved.filter((one) => one !== null)
    expect(others).toEqual([])
    expect(await store.contactById(added.id)).toEqual(winner)
    expect(winner?.clients).toEqual([client(`c${winner?.name.slice('Ola '.length)}`)])
  })

  it('lets one of 20 contacts have an address that all of them take at once', async () => {
    const store = await freshStore(engine)
    const all = await add(store, ...Array.from({ length: 20 }, (_, i) => ({ email: `p${i}@etat.no` })))
    const taken = all.map((contact) => save(store, contact, { email: 'Felles@etat.no' }))
    expect(await cameTo(taken)).toEqual({ done: 1, 'contact-exists': 19 })
    expect(await store.contactsAt('felles@etat.no')).toHaveLength(1)
  })

  it('knows nothing of a new address, and all that it knew of one that is only written otherwise', async () => {
    const store = await freshStore(engine)
    const known = await marked(store)
    const written = await save(store, known, { email: 'KARI@etat.no' })
    expect(written).toMatchObject({ verifiedAt: 1, confirmedAt: 2, bounce, email: 'KARI@etat.no' })
    const moved = await save(store, written ?? known, { email: 'ny@etat.no' })
    expect(moved).toMatchObject({ verifiedAt: null, confirmedAt: null, bounce: null, toldAt: 6, accountGoneAt: 3 })
  })

  it('forgets that an account is gone when the contact is somebody else in Slack', async () => {
    const store = await freshStore(engine)
    const known = await marked(store)
    const other = await save(store, known, { user: { ...user, userId: 'U02' } })
    expect(other?.accountGoneAt).toBeNull()
  })

  it('says that the portal has it otherwise when that is another which the portal is told', async () => {
    const store = await freshStore(engine)
    for (const [what, change] of toldChanges) {
      const known = await marked(store)
      expect(known.mirrored, what).toEqual({ by: user, at: 5, current: true })
      const same = await save(store, known, { language: 'en', kind: 'mailbox' })
      expect(same?.mirrored, what).toEqual({ by: user, at: 5, current: true })
      const changed = await save(store, same ?? known, change)
      expect(changed?.mirrored, what).toEqual({ by: user, at: 5, current: false })
      const again = await mark(store, known, { mirrored: { by: user, at: 8 } })
      expect(again?.mirrored, what).toEqual({ by: user, at: 8, current: true })
      expect((await mark(store, known, { mirrored: null }))?.mirrored, what).toBeNull()
      await effect(store, (tx) => tx.forgetContact(known.id, null))
    }
  })

  it('marks what it is told to, and leaves the rest', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    const known = await marked(store)
    at = 9
    const marks = [
      { user: null, accountGoneAt: null },
      { user, accountGoneAt: 13 },
      { user, registeredBy: 'person:T01:U98' },
      { hears: ['logins' as const] },
      { language: 'en' as const },
      { verifiedAt: 11 },
      { confirmedAt: null },
      { bounce: null },
      { accountGoneAt: null },
      { toldAt: 12 },
    ]
    let expected = known
    for (const one of marks) {
      expected = { ...expected, ...one, version: expected.version + 1, updatedAt: 9 }
      expect(await mark(store, known, one)).toEqual(expected)
    }
    expect(await effect(store, (tx) => tx.markContact(known.id, known.version, { toldAt: 1 }))).toBeNull()
    expect(await effect(store, (tx) => tx.markContact('CON-9', null, { toldAt: 1 }))).toBeNull()
  })

  it('lets one of 20 through who mark the same version, and all who ask for none', async () => {
    const store = await freshStore(engine)
    const added = await addOne(store)
    const first = await twenty((i) =>
      effect(store, (tx) => tx.markContact(added.id, added.version, { confirmedAt: i })),
    )
    expect(first.filter(Boolean)).toHaveLength(1)
    await twenty((i) => mark(store, added, { confirmedAt: i }))
    expect((await store.contactById(added.id))?.version).toBe(22)
  })

  it('marks an address as bounced in every organisation that has it, and tells of those it marked', async () => {
    const store = await freshStore(engine)
    await add(store, {}, { organisationNumber: '2', email: 'Kari@etat.no' }, { email: 'ola@etat.no' })
    const found = await twenty(() => effect(store, (tx) => tx.markBounced('KARI@etat.no', bounce)))
    const ones = found.filter((one) => one.length > 0)
    expect(ones.map(idsOf)).toEqual([['CON-2', 'CON-1']])
    expect(ones[0]?.map((one) => one.bounce)).toEqual([bounce, bounce])
    expect((await store.contactById('CON-3'))?.bounce).toBeNull()
    await effect(store, (tx) => tx.markContact('CON-1', null, { bounce: null }))
    const later = { at: 9, reason: 'full' as const, code: null }
    expect(idsOf(await effect(store, (tx) => tx.markBounced('kari@etat.no', later)))).toEqual(['CON-1'])
    expect((await store.contactById('CON-1'))?.bounce).toEqual(later)
  })

  it('says nothing against those who confirmed the address after the mail had gone out', async () => {
    const store = await freshStore(engine)
    await add(store, {}, { organisationNumber: '2' }, { organisationNumber: '3' })
    await effect(store, (tx) => tx.markContact('CON-1', null, { verifiedAt: 11 }))
    await effect(store, (tx) => tx.markContact('CON-2', null, { verifiedAt: 10 }))
    expect(idsOf(await effect(store, (tx) => tx.markBounced('kari@etat.no', bounce, 10))).sort()).toEqual([
      'CON-2',
      'CON-3',
    ])
  })

  it('forgets that an account is gone when another one is marked, and not with the same', async () => {
    const store = await freshStore(engine)
    const known = await marked(store)
    expect((await mark(store, known, { user }))?.accountGoneAt).toBe(3)
    expect((await mark(store, known, { user: { ...user, userId: 'U02' } }))?.accountGoneAt).toBeNull()
  })

  it('takes rows of several in one order, so that nobody waits for each other', async () => {
    const store = await freshStore(engine)
    const all = Array.from({ length: 30 }, (_, i) => ({ name: `${(i * 7) % 30} Kari`, email: `p${i}@etat.no` }))
    await add(store, ...all, ...['2', '3'].map((organisationNumber) => ({ organisationNumber, email: 'p0@etat.no' })))
    const work = Array.from({ length: 40 }, (_, i) =>
      effect(store, async (tx) => {
        if (i % 2 === 0) return (await tx.markBounced('p0@etat.no', bounce)).length
        for (const { id } of await tx.lockContactsOf(org)) await tx.markContact(id, null, { bounce: null })
        return 0
      }),
    )
    expect(await cameTo(work)).toEqual({ done: 40 })
  })
})
