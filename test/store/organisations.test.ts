import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coveringRules } from '../../src/store/organisations.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { effect, twenty } from './samples.ts'

const row = (number: string, ...domains: string[]) => ({
  number,
  name: `Etat ${number}`,
  language: 'nb' as const,
  domains,
})

eachEngine((engine) => {
  it('finds the owners of the longest rule that covers a domain', async () => {
    const store = await freshStore(engine)
    const rows = [row('1', 'etat.no', '*.etat.no'), row('2', 'a.etat.no'), row('3', '*.a.etat.no'), row('4', 'delt.no')]
    await effect(store, (tx) => tx.saveOrganisations([...rows, row('5', 'delt.no', '*.bare.no')]))
    const cases: [string, string[]][] = [
      ['etat.no', ['1']],
      ['ETAT.no.', ['1']],
      ['b.etat.no', ['1']],
      ['c.b.etat.no', ['1']],
      ['a.etat.no', ['2']],
      ['x.a.etat.no', ['3']],
      ['1.2.3.4.5.6.7.8.9.10.11.a.etat.no', ['3']],
      ['delt.no', ['4', '5']],
      ['x.delt.no', []],
      ['bare.no', []],
      ['x.bare.no', ['5']],
      ['xetat.no', []],
      ['no', []],
      ['', []],
      [`${'a.'.repeat(200)}etat.no`, []],
    ]
    for (const [domain, owners] of cases) {
      expect([domain, (await store.organisationsByDomain(domain)).map((one) => one.number)]).toEqual([domain, owners])
    }
  })

  it('makes the domains exactly those that are listed, and says what it did', async () => {
    const store = await freshStore(engine)
    const save = (...rows: ReturnType<typeof row>[]) => effect(store, (tx) => tx.saveOrganisations(rows))
    expect(await save(row('1', 'en.no', '*.en.no'), row('2', 'to.no'))).toEqual({ added: 2, changed: 0, same: 0 })
    expect(await save(row('1', '*.en.no', 'en.no'), row('2', 'to.no'))).toEqual({ added: 0, changed: 0, same: 2 })
    const renamed = { ...row('2', 'to.no'), name: 'Nytt navn' }
    expect(await save(row('1', 'ny.no'), renamed, row('3'))).toEqual({ added: 1, changed: 2, same: 0 })
    expect(await store.organisationsByDomain('en.no')).toEqual([])
    expect(await store.organisationsByDomain('x.en.no')).toEqual([])
    expect(await store.organisationsByDomain('ny.no')).toEqual([{ number: '1', name: 'Etat 1', language: 'nb' }])
    expect(await save(row('3', 'tre.no'))).toEqual({ added: 0, changed: 1, same: 0 })
    expect(await store.organisation('2')).toEqual({ number: '2', name: 'Nytt navn', language: 'nb' })
    expect(await store.organisation('9')).toBeNull()
    expect(await store.organisationCount()).toBe(3)
  })

  it('lets 20 imports at once end as one of them, not as a mixture', async () => {
    const store = await freshStore(engine)
    const counts = await twenty((i) =>
      effect(store, (tx) => tx.saveOrganisations([row('1', `a${i}.no`, `b${i}.no`), row('2', 'to.no')])),
    )
    expect(counts.reduce((sum, one) => sum + one.added, 0)).toBe(2)
    const held: string[] = []
    for (let i = 0; i < 20; i++) {
      for (const domain of [`a${i}.no`, `b${i}.no`]) {
        if ((await store.organisationsByDomain(domain)).length > 0) held.push(domain)
      }
    }
    expect(held).toHaveLength(2)
    expect(held[0]?.slice(1)).toBe(held[1]?.slice(1))
  })
})

it('takes a domain and its parents as rules, the longest first, and never the domain itself below', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (labels) => {
      const domain = labels.join('.')
      const [first, ...below] = coveringRules(domain)
      expect(first).toEqual({ domain, covers: 'exact' })
      expect(below).toHaveLength(labels.length - 1)
      let before = domain
      for (const rule of below) {
        expect(rule.covers).toBe('below')
        expect(before.endsWith(`.${rule.domain}`)).toBe(true)
        before = rule.domain
      }
    }),
  )
})
