import { expect, it } from 'vitest'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aMembership, anOrganisation, cameTo, effect, oneOfTwenty, org, twenty, user } from './samples.ts'

const someone = (userId: string) => ({ ...user, userId })

eachEngine((engine) => {
  it('keeps one assignment of a person for each organisation, as it was last given', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    await effect(store, (tx) => tx.saveOrganisations([anOrganisation(org), anOrganisation('2')]))
    expect(await store.membership(user, org)).toBeNull()
    await effect(store, (tx) => tx.saveMembership(aMembership({ admin: true })))
    const organisation = { number: org, name: `Etat ${org}`, language: 'nb' }
    const admin = { user, organisation, state: 'assigned', admin: true, until: null }
    expect(await store.membership(user, org)).toEqual(admin)
    expect(await store.membership(user, '2')).toBeNull()
    await effect(store, (tx) => tx.saveMembership(aMembership({ until: 10 })))
    expect(await store.membership(user, org)).toEqual({ ...admin, admin: false, until: 10 })
    at = 10
    expect(await store.membership(user, org)).toBeNull()
    await effect(store, (tx) => tx.saveMembership(aMembership({ state: 'removed' })))
    expect(await store.membership(user, org)).toEqual({ ...admin, admin: false, state: 'removed' })
    expect(await effect(store, (tx) => tx.forgetMembership(user, org))).toBe(true)
    expect(await effect(store, (tx) => tx.forgetMembership(user, org))).toBe(false)
    expect(await store.membership(user, org)).toBeNull()
  })

  it('refuses an assignment to an organisation that is not there', async () => {
    const store = await freshStore(engine)
    await expect(effect(store, (tx) => tx.saveMembership(aMembership()))).rejects.toMatchObject({ code: 'internal' })
  })

  it('names the admins of now', async () => {
    let at = 0
    const store = await freshStore(engine, { now: () => ++at })
    await effect(store, async (tx) => {
      await tx.saveOrganisations([anOrganisation(org), anOrganisation('2')])
      await tx.saveMembership(aMembership({ user: someone('U9'), admin: true }))
      await tx.saveMembership(aMembership({ user: someone('U1'), admin: true, until: 1000 }))
      await tx.saveMembership(aMembership({ user: someone('U2') }))
      await tx.saveMembership(aMembership({ user: someone('U3'), admin: true, until: 5 }))
      await tx.saveMembership(aMembership({ user: someone('U4'), admin: true, state: 'removed' }))
      await tx.saveMembership(aMembership({ user: someone('U5'), admin: true, organisationNumber: '2' }))
    })
    expect(await store.adminsOf(org)).toEqual([someone('U9'), someone('U1')])
    expect(await store.adminsOf('9')).toEqual([])
  })

  it('ends with one of 20 assignments given at once, whole, and forgets it once', async () => {
    const store = await freshStore(engine, { now: () => 1 })
    await effect(store, (tx) => tx.saveOrganisations([anOrganisation(org)]))
    await twenty((i) =>
      effect(store, (tx) => tx.saveMembership(aMembership({ admin: i % 2 === 0, until: i % 2 === 0 ? 100 : 200 }))),
    )
    const { admin, until } = (await store.membership(user, org)) ?? expect.fail('none')
    expect(until).toBe(admin ? 100 : 200)
    const forgotten = await twenty(() => effect(store, (tx) => tx.forgetMembership(user, org)))
    expect(forgotten.filter(Boolean)).toHaveLength(1)
  })

  it('lets one of 20 through who all saw the same, and nothing of the others', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    await effect(store, (tx) => tx.saveOrganisations([anOrganisation(org)]))
    const each = (body: (i: number) => Promise<unknown>) => cameTo(Array.from({ length: 20 }, (_, i) => body(i)))
    const assigned = await each((i) =>
      effect(store, async (tx) => {
        await tx.saveOperator(someone(`O${i}`), 'before the refusal')
        await tx.saveMembership(aMembership({ until: 100 + i }), null)
      }),
    )
    expect(assigned).toEqual(oneOfTwenty)
    const { until } = (await store.membership(user, org)) ?? expect.fail('none')
    expect((await store.operatorsNamed()).map((one) => one.user.userId)).toEqual([`O${Number(until) - 100}`])

    const seen = { state: 'assigned', admin: false, until } as const
    const moved = await each((i) =>
      effect(store, async (tx) =>
        i % 2 === 0
          ? await tx.forgetMembership(user, org, seen)
          : await tx.saveMembership(aMembership({ state: 'removed' }), seen),
      ),
    )
    expect(moved).toEqual(oneOfTwenty)
    // what has ended is nothing, for those who save as for those who read
    await effect(store, (tx) => tx.saveMembership(aMembership({ until: 100 })))
    at = 100
    expect(await store.membership(user, org)).toBeNull()
    await effect(store, (tx) => tx.saveMembership(aMembership({ until: 200 }), null))
    expect(await store.membership(user, org)).toMatchObject({ until: 200 })
  })

  it('lists operators as they were first named, also when 20 name the same one at once', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    await effect(store, (tx) => tx.saveOperator(someone('U9'), 'program'))
    at = 2
    await twenty((i) => effect(store, (tx) => tx.saveOperator(user, `user:T01:U${i}`)))
    const named = await store.operatorsNamed()
    expect(named.map((one) => one.user)).toEqual([someone('U9'), user])
    expect(named[0]).toEqual({ user: someone('U9'), givenBy: 'program', createdAt: 1 })
    const forgotten = await twenty(() => effect(store, (tx) => tx.forgetOperator(user)))
    expect(forgotten.filter(Boolean)).toHaveLength(1)
    expect(await store.operatorsNamed()).toHaveLength(1)
  })
})
