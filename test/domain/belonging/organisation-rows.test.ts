import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readOrganisationRows } from '../../../src/domain/belonging/organisation-rows.ts'

const good = {
  organisation_number: '820956532',
  name: 'KINN KOMMUNE',
  domains: 'kinn.kommune.example',
  language: 'nb',
}
const read = (...values: Record<string, string>[]) =>
  readOrganisationRows(values.map((each, index) => ({ line: index + 2, values: each })))

describe('readOrganisationRows', () => {
  test('reads numbers, names, domains and languages as they are meant', () => {
    const { rows, faults } = read(
      {
        organisation_number: '820 956 532',
        name: '  Kinn\u00a0 kommune ',
        domains: 'Kinn.Kommune.Example; *.kinn.kommune.example ;blåbær.no',
        language: '',
      },
      { organisation_number: '817263992', name: 'Guovdageaidnu – Kautokeino', domains: 'x.no', language: 'EN' },
    )
    expect(faults).toEqual([])
    expect(rows).toEqual([
      {
        number: '820956532',
        name: 'Kinn kommune',
        domains: ['kinn.kommune.example', '*.kinn.kommune.example', 'xn--blbr-roah.no'],
        language: 'nb',
      },
      { number: '817263992', name: 'Guovdageaidnu – Kautokeino', domains: ['x.no'], language: 'en' },
    ])
  })

  test.each([
    ['organisation_number', '', 'number-missing'],
    ['organisation_number', '820956531', 'number-invalid'],
    ['organisation_number', '000000000', 'number-invalid'],
    ['name', ' ', 'name-missing'],
    ['name', 'å'.repeat(181), 'name-too-long'],
    ['name', 'Kinn\nkommune', 'name-control-character'],
    ['name', 'Kinn\u0007', 'name-control-character'],
    ['domains', '', 'domain-missing'],
    ['domains', ' ; ', 'domain-missing'],
    ['domains', 'etat', 'domain-invalid'],
    ['domains', 'kari@etat.no', 'domain-invalid'],
    ['domains', 'https://etat.no', 'domain-invalid'],
    ['domains', 'etat..no', 'domain-invalid'],
    ['domains', '-etat.no', 'domain-invalid'],
    ['domains', '*.no', 'domain-invalid'],
    ['domains', '*etat.no', 'domain-invalid'],
    ['domains', 'a.*.no', 'domain-invalid'],
    ['domains', '10.0.0.1', 'domain-invalid'],
    ['domains', `${'a'.repeat(64)}.no`, 'domain-invalid'],
    ['domains', 'etat.no,annen.no', 'domain-invalid'],
    ['domains', 'gmail.com', 'domain-public'],
    ['domains', '*.online.no', 'domain-public'],
    ['domains', 'etat.no;ETAT.no', 'domain-duplicate'],
    ['language', 'sv', 'language-unknown'],
  ])('%s %j is refused: %s', (field, value, reason) => {
    const { faults } = read({ ...good, [field]: value })
    expect(faults.map(({ line, field, reason }) => ({ line, field, reason }))).toEqual([{ line: 2, field, reason }])
  })

  test('a name of 180 characters is fine, also when JavaScript counts more', () => {
    expect(read({ ...good, name: '😀'.repeat(180) }).faults).toEqual([])
  })

  test('tells all faults of all lines, with the value that was wrong', () => {
    const { faults } = read(
      good,
      { ...good, domains: 'etat;gmail.com' },
      { ...good, organisation_number: 'x', name: '' },
    )
    expect(faults).toEqual([
      { line: 3, field: 'organisation_number', reason: 'number-duplicate', value: '820956532' },
      { line: 3, field: 'domains', reason: 'domain-invalid', value: 'etat' },
      { line: 3, field: 'domains', reason: 'domain-public', value: 'gmail.com' },
      { line: 4, field: 'organisation_number', reason: 'number-invalid', value: 'x' },
      { line: 4, field: 'name', reason: 'name-missing' },
    ])
  })

  test('the same domain in two organisations is a shared domain, no fault', () => {
    expect(read(good, { ...good, organisation_number: '817263992' }).faults).toEqual([])
  })

  test('a file without rows, or without a column, says so at line 1', () => {
    expect(readOrganisationRows([]).faults).toMatchObject([{ line: 1, reason: 'no-rows' }])
    const { language: _, ...rest } = good
    expect(read(rest).faults).toEqual([{ line: 1, field: 'language', reason: 'column-missing' }])
  })

  test('all municipalities read without a fault', () => {
    const file = readFileSync(new URL('../../../sandbox/data/municipalities.csv', import.meta.url))
    const values: Record<string, string>[] = parse(file, { columns: true, bom: true })
    const { rows, faults } = read(...values)
    expect(faults).toEqual([])
    expect(rows).toHaveLength(356)
  })
})
