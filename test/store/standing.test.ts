import { expect, it } from 'vitest'
import { noStanding } from '../../src/domain/belonging/belonging-of.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aChange, aClearance, aMembership, anOrganisation, effect, org, user } from './samples.ts'

const request = (id: string, organisationNumber: string) => ({
  ...aChange(id, { kind: 'membership.request', organisationNumber, environment: null, policy: 'organisation-admin' }),
  state: 'proposed' as const,
  expiresAt: 100,
})

eachEngine((engine) => {
  it('is nothing for somebody of whom nothing is stored, nor of somebody else', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    expect(await store.standing(user)).toEqual(noStanding)
    await effect(store, async (tx) => {
      await tx.saveOrganisations([anOrganisation(org)])
      await tx.saveMembership(aMembership())
      await tx.saveClearance(aClearance())
      await tx.saveOperator(user, 'user:T01:U99')
      await tx.saveConfirmedAddress(user, 'kari@etat.no')
      await tx.chooseOrganisation(user, org)
      await tx.addChange(request('r1', org))
    })
    for (const other of [
      { ...user, teamId: 'T02' },
      { ...user, userId: 'U02' },
    ])
      expect(await store.standing(other)).toEqual(noStanding)
  })

  it('is all that counts now: what has ended, expired or lapsed is left out', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    await effect(store, async (tx) => {
      await tx.saveOrganisations(['1', '2', '3'].map((number) => anOrganisation(number)))
      await tx.saveMembership(aMembership({ organisationNumber: '2', admin: true }))
      await tx.saveClearance(aClearance({ organisationNumber: '2', expiresAt: 50 }))
      await tx.saveClearance(aClearance({ organisationNumber: '1', keyVersion: 'older', expiresAt: 200 }))
      await tx.saveOperator(user, 'user:T01:U99')
      await tx.saveConfirmedAddress(user, 'kari@etat.no')
      await tx.chooseOrganisation(user, '2')
      await tx.addChange(request('r1', '2'))
    })
    at = 2
    await effect(store, async (tx) => {
      await tx.saveMembership(aMembership({ organisationNumber: '1', until: 20 }))
      await tx.saveMembership(aMembership({ organisationNumber: '3', state: 'removed' }))
      await tx.addChange(request('r2', '3'))
      await tx.addChange({ ...request('r3', '1'), kind: 'clearance.give' })
      await tx.addChange({ ...request('r4', '1'), state: 'declined' })
    })
    const organisation = (number: string) => ({ number, name: `Etat ${number}`, language: 'nb' })
    const admin = { user, organisation: organisation('2'), state: 'assigned', admin: true, until: null }
    const guest = { user, organisation: organisation('1'), state: 'assigned', admin: false, until: 20 }
    const removed = { user, organisation: organisation('3'), state: 'removed', admin: false, until: null }
    const clearances = [
      { organisationNumber: '1', keyVersion: 'older', expiresAt: 200 },
      { organisationNumber: '2', keyVersion: 'k1', expiresAt: 50 },
    ]
    const whole = {
      memberships: [admin, guest, removed],
      confirmedAddress: 'kari@etat.no',
      chosenOrganisation: '2',
      operator: true,
      clearances,
      request: { changeId: 'r2', organisation: organisation('3'), expiresAt: 100 },
    }
    expect(await store.standing(user)).toEqual(whole)

    at = 50
    // what time alone changes is seen with the next write of anything, or by whoever compares it with the clock
    await effect(store, (tx) => tx.forgetOperator(user))
    const later = { ...whole, memberships: [admin, removed], clearances: clearances.slice(0, 1), operator: false }
    expect(await store.standing(user)).toEqual(later)
    at = 100
    await effect(store, (tx) => tx.saveConfirmedAddress(user, 'kari@annen.no'))
    expect(await store.standing(user)).toEqual({ ...later, confirmedAddress: 'kari@annen.no', request: null })
  })
})
