import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { add, addOne, idsOf, save } from './contact-samples.ts'
import { anOrganisation, aPerson, effect, user } from './samples.ts'

const nothing = { contacts: 0, people: 0, confirmed: 0, bounced: 0, gone: 0, unmirrored: 0, addresses: 0 }
const someone = (userId: string) => ({ ...user, userId })

eachEngine((engine) => {
  it('counts of every organisation what its reachability is made of', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.saveOrganisations(['1', '2', '3'].map((number) => anOrganisation(number))))
    await add(
      store,
      { organisationNumber: '2', email: 'a@etat.no' },
      { organisationNumber: '2', email: 'b@etat.no', user },
      { organisationNumber: '2', email: 'c@etat.no', user },
      { organisationNumber: '2', email: 'd@etat.no', kind: 'mailbox' },
      { organisationNumber: '3', email: 'a@etat.no', kind: 'mailbox' },
      { organisationNumber: '9', email: 'a@etat.no' },
    )
    await effect(store, async (tx) => {
      await tx.markContact('CON-1', null, { confirmedAt: 100 })
      await tx.markContact('CON-2', null, { confirmedAt: 99, accountGoneAt: 1 })
      await tx.markContact('CON-4', null, { confirmedAt: 101, mirrored: { by: user, at: 1 } })
      await tx.markBounced('c@etat.no', { at: 1, reason: 'full', code: null })
      await tx.markContact('CON-3', null, { confirmedAt: 200, mirrored: { by: user, at: 1 } })
    })
    const changed = (await store.contactById('CON-3')) ?? expect.fail('gone')
    await save(store, changed, { name: 'Another' })
    const organisation = (number: string) => ({ number, name: `Etat ${number}`, language: 'nb' })
    const two = { contacts: 4, people: 2, confirmed: 2, bounced: 1, gone: 1, unmirrored: 3, addresses: 3 }
    const three = { ...nothing, contacts: 1, unmirrored: 1, addresses: 1 }
    expect(await store.reachFacts({ since: 100 })).toEqual([
      { organisation: organisation('1'), facts: nothing },
      { organisation: organisation('2'), facts: two },
      { organisation: organisation('3'), facts: three },
    ])
    expect(await store.reachFacts({ organisationNumber: '3', since: 100 })).toEqual([
      { organisation: organisation('3'), facts: three },
    ])
    expect(await store.reachFacts({ organisationNumber: '9', since: 100 })).toEqual([])
  })

  it('tells of contacts whose account is gone, and of those who are back, until it is marked', async () => {
    const store = await freshStore(engine)
    await effect(store, async (tx) => {
      await tx.savePerson(aPerson({ userId: 'there' }))
      await tx.savePerson(aPerson({ userId: 'gone', kind: 'deactivated' }))
    })
    const seen = async () => {
      const rows = await store.contactsOfGoneAccounts()
      return rows.map(({ contact, gone }) => [contact.id, gone])
    }
    await add(
      store,
      { email: 'a@etat.no', user: someone('there') },
      { email: 'b@etat.no', user: someone('gone') },
      { email: 'c@etat.no', user: someone('unmet') },
      { email: 'd@etat.no' },
    )
    await addOne(store, { organisationNumber: '2', user: someone('gone') })
    expect(await seen()).toEqual([
      ['CON-5', true],
      ['CON-2', true],
    ])
    await effect(store, (tx) => tx.markContact('CON-2', null, { accountGoneAt: 1 }))
    await effect(store, (tx) => tx.markContact('CON-5', null, { accountGoneAt: 1 }))
    expect(await seen()).toEqual([])
    await effect(store, (tx) => tx.savePerson(aPerson({ userId: 'gone', seenAt: 2000 })))
    expect(await seen()).toEqual([
      ['CON-5', false],
      ['CON-2', false],
    ])
    expect(idsOf((await store.contactsOfGoneAccounts()).map(({ contact }) => contact))).toHaveLength(2)
  })
})
