import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aPerson, effect, twenty, user } from './samples.ts'

eachEngine((engine) => {
  it('keeps what Slack said last, and the chosen language through it', async () => {
    const store = await freshStore(engine)
    expect(await store.person(user)).toBeNull()
    await effect(store, (tx) => tx.savePerson(aPerson()))
    expect(await store.person(user)).toEqual({ person: aPerson(), chosenLanguage: null })
    await effect(store, (tx) => tx.chooseLanguage(user, 'en'))
    const later = aPerson({ name: null, email: null, emailConfirmed: false, kind: 'guest', locale: null, seenAt: 2000 })
    await effect(store, (tx) => tx.savePerson(later))
    await effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 1500 })))
    expect(await store.person(user)).toEqual({ person: later, chosenLanguage: 'en' })
    expect(await store.person({ ...user, teamId: 'T02' })).toBeNull()
  })

  it('keeps the choice of somebody who was never saved, as somebody Slack must be asked about', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.chooseLanguage(user, 'en'))
    const known = await store.person(user)
    expect(known?.chosenLanguage).toBe('en')
    expect(known?.person).toMatchObject({ kind: 'stranger', seenAt: 0, name: null })
  })

  it('keeps the chosen organisation beside what Slack says, the last of 20 chosen at once', async () => {
    const store = await freshStore(engine)
    await twenty((i) => effect(store, (tx) => tx.chooseOrganisation(user, String(i))))
    expect((await store.standing(user)).chosenOrganisation).toMatch(/^1?[0-9]$/)
    await effect(store, (tx) => tx.chooseOrganisation(user, 'last'))
    await effect(store, (tx) => tx.savePerson(aPerson()))
    expect((await store.standing(user)).chosenOrganisation).toBe('last')
    expect(await store.person(user)).toEqual({ person: aPerson(), chosenLanguage: null })
  })

  it('makes an expired person be asked about again, also when an older answer arrives late', async () => {
    const store = await freshStore(engine, { now: () => 3000 })
    await effect(store, (tx) => tx.expirePerson(user))
    await effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 2900 })))
    await effect(store, (tx) => tx.expirePerson(user))
    expect((await store.person(user))?.person.seenAt).toBe(0)
    await effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 2990 })))
    expect((await store.person(user))?.person.seenAt).toBe(0)
    await effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 3001 })))
    expect((await store.person(user))?.person.seenAt).toBe(3001)
  })

  it('ends with the newest of 20 saved at once', async () => {
    const store = await freshStore(engine)
    await twenty((i) => effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 1000 + i, email: `${i}@etat.no` }))))
    expect((await store.person(user))?.person).toMatchObject({ seenAt: 1019, email: '19@etat.no' })
  })
})
