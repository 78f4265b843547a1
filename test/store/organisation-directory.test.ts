import { expect, it } from 'vitest'
import type { OrganisationRow, Writes } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { anOrganisation, cameTo, effect, oneOfTwenty, twenty } from './samples.ts'

const page = { page: 0, size: 20 }

eachEngine((engine) => {
  it('saves one organisation with exactly the domains and the channel given, and an import leaves the channel', async () => {
    const store = await freshStore(engine, { now: () => 7 })
    const row = anOrganisation('1', { domains: ['en.no', '*.EN.no', 'to.no'] })
    await effect(store, (tx) => tx.saveOrganisation({ ...row, channel: 'C1' }))
    const saved = { ...row, domains: ['*.en.no', 'en.no', 'to.no'], channel: 'C1', createdAt: 7 }
    expect(await store.organisationDetails('1')).toEqual(saved)
    await effect(store, (tx) => tx.saveOrganisations([{ ...row, name: 'Nytt navn', domains: ['en.no'] }]))
    expect(await store.organisationDetails('1')).toEqual({ ...saved, name: 'Nytt navn', domains: ['en.no'] })
    await effect(store, (tx) => tx.saveOrganisation({ ...row, language: 'en', domains: [], channel: null }))
    expect(await store.organisationDetails('1')).toEqual({ ...saved, language: 'en', domains: [], channel: null })
    expect(await store.organisationsByDomain('en.no')).toEqual([])
    expect(await store.organisationDetails('2')).toBeNull()
  })

  it('names the owners of a rule, not of those that cover the same', async () => {
    const store = await freshStore(engine)
    const rows = [
      anOrganisation('2', { domains: ['delt.no', '*.bare.no'] }),
      anOrganisation('1', { domains: ['delt.no', 'bare.no'] }),
    ]
    await effect(store, (tx) => tx.saveOrganisations(rows))
    const cases: [string, string[]][] = [
      ['delt.no', ['1', '2']],
      ['DELT.no', ['1', '2']],
      ['*.delt.no', []],
      ['*.bare.no', ['2']],
      ['bare.no', ['1']],
      ['x.bare.no', []],
    ]
    for (const [rule, numbers] of cases) {
      expect([rule, (await store.organisationsOwning(rule)).map((one) => one.number)]).toEqual([rule, numbers])
    }
  })

  it('lets 20 save the same organisation at once and keeps the whole of one', async () => {
    const store = await freshStore(engine)
    await twenty((i) =>
      effect(store, (tx) =>
        tx.saveOrganisation({ ...anOrganisation('1', { domains: [`a${i}.no`, `b${i}.no`] }), channel: `C${i}` }),
      ),
    )
    const { domains, channel } = (await store.organisationDetails('1')) ?? expect.fail('none')
    const i = channel?.slice(1)
    expect(domains).toEqual([`a${i}.no`, `b${i}.no`])
  })

  it('lets one of 20 through who all saw the same organisation, or that it was not there', async () => {
    const store = await freshStore(engine)
    const each = (language: 'nb' | 'en', seen: Parameters<Writes['saveOrganisation']>[1]) =>
      Array.from({ length: 20 }, (_, i) => {
        const row = anOrganisation('1', { name: `Etat ${i}`, language, domains: [`a${i}.no`, `b${i}.no`] })
        return effect(store, (tx) => tx.saveOrganisation({ ...row, channel: null }, seen))
      })
    expect(await cameTo(each('nb', null))).toEqual(oneOfTwenty)
    const first = (await store.organisationDetails('1')) ?? expect.fail('none')
    const others = [
      { name: 'Et annet' },
      { language: 'en' as const },
      { channel: 'C1' },
      { domains: first.domains.slice(1) },
    ]
    for (const other of others)
      await expect(effect(store, (tx) => tx.saveOrganisation(first, { ...first, ...other }))).rejects.toMatchObject({
        code: 'changed-meanwhile',
      })
    expect(await cameTo(each('en', { ...first, domains: [...first.domains].reverse() }))).toEqual(oneOfTwenty)
    const { name, domains } = (await store.organisationDetails('1')) ?? expect.fail('none')
    const i = name.slice('Etat '.length)
    expect(domains).toEqual([`a${i}.no`, `b${i}.no`])
  })

  it('finds by beginnings of words, numbers and domains, sorted by name however it is written', async () => {
    const store = await freshStore(engine)
    const rows: [string, string, ...string[]][] = [
      ['974760673', 'Ålesund kommune', 'alesund.kommune.no'],
      ['974760001', 'våler Kommune', 'xn--vler-qoa.kommune.no', '*.valer.no'],
      ['911111111', 'VÅLER KOMMUNE', 'valer.kommune.no'],
      ['922222222', 'A\u030Asnes (bygg-drift) AS', 'bygg.example'],
      ['933333333', '100% under_score'],
    ]
    await effect(store, (tx) =>
      tx.saveOrganisations(rows.map(([number, name, ...domains]) => anOrganisation(number, { name, domains }))),
    )
    const all = ['933333333', '911111111', '974760001', '974760673', '922222222']
    const cases: [string, string[]][] = [
      ['', all],
      [' *. ', all],
      ['kommune', ['911111111', '974760001', '974760673']],
      ['vål KOMM', ['911111111', '974760001']],
      ['åsnes', ['922222222']],
      ['drift', ['922222222']],
      ['rift', []],
      ['97476', ['974760001', '974760673']],
      ['974 760 673', ['974760673']],
      ['4760', []],
      ['alesund.k', ['974760673']],
      ['valer.kommune.no', ['911111111']],
      ['våler.kommune', ['974760001']],
      ['*.valer.no', ['974760001']],
      ['@bygg.ex', ['922222222']],
      ['%', all],
      ['under_', ['933333333']],
      ['xn--vler', ['974760001']],
      ['vler', []],
      ['q\0', []],
      ['våler alesund', []],
    ]
    for (const [text, numbers] of cases) {
      const found = await store.organisations({ ...page, text })
      expect([text, found.rows.map((row) => row.number)]).toEqual([text, numbers])
      expect(found.total).toBe(numbers.length)
    }
    const second = await store.organisations({ page: 1, size: 2 })
    expect([second.rows.map((row) => row.number), second.total]).toEqual([['974760001', '974760673'], 5])
    expect(second.rows[0]).toMatchObject({ domains: ['*.valer.no', 'xn--vler-qoa.kommune.no'], channel: null })
    expect(await store.organisations({ page: 3, size: 2 })).toEqual({ rows: [], total: 5 })
  })

  it('pages through thousands', async () => {
    const store = await freshStore(engine)
    const number = (i: number) => String(900_000_000 + i)
    const rows = Array.from(
      { length: 4500 },
      (_, i): OrganisationRow =>
        anOrganisation(number(i), { name: `Etat ${i % 2 ? 'odde' : 'like'} ${i}`, domains: [`d${i}.no`] }),
    )
    await effect(store, (tx) => tx.saveOrganisations(rows))
    const last = await store.organisations({ text: 'odde', page: 2, size: 1000 })
    expect([last.rows.length, last.total]).toEqual([250, 2250])
    expect((await store.organisations({ ...page, text: 'd4321.no' })).rows.map((row) => row.number)).toEqual([
      number(4321),
    ])
  })
})
