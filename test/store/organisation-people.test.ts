import { expect, it } from 'vitest'
import type { PageAsked } from '../../src/domain/belonging/store.ts'
import type { SlackPerson } from '../../src/domain/belonging/types.ts'
import type { Store } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { aClearance, aMembership, anOrganisation, aPerson, effect, org, user } from './samples.ts'

const someone = (userId: string) => ({ ...user, userId })

const meet = (store: Store, ...people: Partial<SlackPerson>[]) =>
  effect(store, async (tx) => {
    for (const person of people) await tx.savePerson(aPerson(person))
  })

const listed = async (
  store: Store,
  query: Partial<PageAsked> & { organisationNumber?: string; text?: string } = {},
) => {
  const found = await store.peopleOf({ organisationNumber: org, page: 0, size: 20, ...query })
  return { ids: found.rows.map((row) => row.user.userId), total: found.total }
}

eachEngine((engine) => {
  it('lists who is assigned, removed, or at a domain, each once, sorted by name', async () => {
    const store = await freshStore(engine, { now: () => 100 })
    await meet(
      store,
      { userId: 'domain', name: 'Åse Berg', email: 'aase@etat.no' },
      { userId: 'both', name: 'Berit', email: 'berit@etat.no' },
      { userId: 'assigned', name: 'anne', email: 'anne@leverandor.no', kind: 'guest' },
      { userId: 'removed', name: 'Zara', email: 'zara@etat.no' },
      { userId: 'ended', name: 'Espen', email: 'espen@leverandor.no' },
      { userId: 'elsewhere', name: 'Ola', email: 'ola@annen.no' },
    )
    await effect(store, async (tx) => {
      await tx.saveOrganisations([anOrganisation(org, { domains: ['etat.no'] }), anOrganisation('2')])
      await tx.saveMembership(aMembership({ user: someone('both'), admin: true }))
      await tx.saveMembership(aMembership({ user: someone('assigned'), until: 200 }))
      await tx.saveMembership(aMembership({ user: someone('removed'), state: 'removed' }))
      await tx.saveMembership(aMembership({ user: someone('ended'), until: 100 }))
      await tx.saveMembership(aMembership({ user: someone('unmet') }))
      await tx.saveMembership(aMembership({ user: someone('domain'), organisationNumber: '2' }))
      await tx.saveClearance(aClearance({ user: someone('both'), expiresAt: 300 }))
      await tx.saveClearance(aClearance({ user: someone('domain'), expiresAt: 100 }))
      await tx.saveClearance(aClearance({ user: someone('removed'), organisationNumber: '2', expiresAt: 300 }))
    })
    const { rows, total } = await store.peopleOf({ organisationNumber: org, page: 0, size: 20 })
    expect(total).toBe(5)
    expect(rows).toEqual([
      {
        user: someone('assigned'),
        name: 'anne',
        email: 'anne@leverandor.no',
        kind: 'guest',
        membership: { state: 'assigned', admin: false, until: 200 },
        clearedUntil: null,
      },
      {
        user: someone('both'),
        name: 'Berit',
        email: 'berit@etat.no',
        kind: 'member',
        membership: { state: 'assigned', admin: true, until: null },
        clearedUntil: 300,
      },
      expect.objectContaining({
        user: someone('removed'),
        membership: { state: 'removed', admin: false, until: null },
        clearedUntil: null,
      }),
      expect.objectContaining({ user: someone('domain'), membership: null, clearedUntil: null }),
      {
        user: someone('unmet'),
        name: null,
        email: null,
        kind: 'stranger',
        membership: { state: 'assigned', admin: false, until: null },
        clearedUntil: null,
      },
    ])
    const clearedBy = async (keyVersion: string) =>
      (await store.peopleOf({ organisationNumber: org, keyVersion, page: 0, size: 20 })).rows.flatMap((one) =>
        one.clearedUntil === null ? [] : [one.user.userId],
      )
    expect([await clearedBy('k1'), await clearedBy('another')]).toEqual([['both'], []])
    expect(await listed(store, { page: 1, size: 2 })).toEqual({ ids: ['removed', 'domain'], total: 5 })
    expect(await listed(store, { page: 9, size: 2 })).toEqual({ ids: [], total: 5 })
    expect(await listed(store, { organisationNumber: '2' })).toEqual({ ids: ['domain'], total: 1 })
    expect(await listed(store, { organisationNumber: '3' })).toEqual({ ids: [], total: 0 })
  })

  it('searches in names and addresses, also with the characters that SQL has a use for', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.saveOrganisations([anOrganisation(org, { domains: ['etat.no'] })]))
    await meet(
      store,
      { userId: 'U1', name: 'Kåre ÅSNES', email: 'kare@etat.no' },
      { userId: 'U2', name: "Robert'); drop table people;--", email: 'bobby_tables@etat.no' },
      { userId: 'U3', name: null, email: 'bobbyxtables@etat.no' },
      { userId: 'U4', name: '100%! sikker', email: 'sikker@etat.no' },
    )
    const cases: [string, string[]][] = [
      ['åsnes', ['U1']],
      ['A\u030Asnes kåre', ['U1']],
      ['kare@etat.no', ['U1']],
      ['bobby_tables', ['U2']],
      ["robert'); drop", ['U2']],
      ['bobby', ['U3', 'U2']],
      ['100%! s', ['U4']],
      ['100_', ['U4']],
      ['r%t', []],
      ['y!t', []],
      ['% _ !', ['U4', 'U3', 'U1', 'U2']],
      ['kåre bobby', []],
      ['x\0', ['U3']],
    ]
    for (const [text, ids] of cases) {
      expect([text, await listed(store, { text })]).toEqual([text, { ids, total: ids.length }])
    }
  })

  it('goes by the domain of the address as rules do', async () => {
    const store = await freshStore(engine)
    const addresses = {
      exact: 'kari@etat.no',
      loud: 'KARI@ETAT.NO',
      below: 'kari@sub.etat.no',
      deep: 'kari@a.sub.etat.no',
      near: 'kari@xetat.no',
      longer: 'kari@etat.no.evil.example',
      local: 'etat.no@evil.example',
      letters: 'kari@VÅLER.no',
      short: 'k@b.no',
    }
    await meet(store, ...Object.entries(addresses).map(([userId, email]) => ({ userId, name: userId, email })))
    await meet(
      store,
      { userId: 'named', name: 'lur@etat.no', email: 'lur@evil.example' },
      { userId: 'noaddress', name: 'lur@etat.no', email: null },
      { userId: 'noat', name: 'lur@etat.no', email: 'x.etat.no' },
    )
    const cases: [string, string[]][] = [
      ['etat.no', ['exact', 'loud']],
      ['*.etat.no', ['below', 'deep']],
      ['*.sub.etat.no', ['deep']],
      ['xn--vler-qoa.no', ['letters']],
      ['no', []],
    ]
    for (const [rule, ids] of cases) {
      await effect(store, (tx) => tx.saveOrganisation({ ...anOrganisation(org, { domains: [rule] }), channel: null }))
      expect([rule, (await listed(store)).ids.sort()]).toEqual([rule, ids])
    }
    expect(await store.peopleAt('etat.no', 'exact')).toBe(2)
    expect(await store.peopleAt('Etat.no', 'exact')).toBe(2)
    expect(await store.peopleAt('etat.no', 'below')).toBe(2)
    expect(await store.peopleAt('sub.etat.no', 'below')).toBe(1)
    expect(await store.peopleAt('xn--vler-qoa.no', 'exact')).toBe(1)
    expect(await store.peopleAt('tat.no', 'exact')).toBe(0)
  })

  it('counts those at a domain to whom a rule gives something', async () => {
    const store = await freshStore(engine)
    const kinds = ['member', 'guest', 'stranger', 'bot', 'deactivated'] as const
    await meet(store, ...kinds.map((kind) => ({ userId: kind, kind })))
    expect(await store.peopleAt('etat.no', 'exact')).toBe(1)
  })
})
