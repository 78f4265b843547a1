import { describe, expect, it } from 'vitest'
import type { AuditLine } from '../../../src/domain/audit/store.ts'
import { textFor } from '../../../src/text/index.ts'
import { auditLine } from '../../../views/audit/line.ts'
import { valueLines } from '../../../views/audit/value-lines.ts'
import { at, browser, line, nastyLine } from './samples.ts'

const t = textFor('nb')
const said = (one: AuditLine) =>
  JSON.stringify(auditLine.render(t, { line: one, names: browser().names, serviceDesk: 'x@y.no' }).view)

describe('a line of the audit', () => {
  it('tells everything that is kept of it', () => {
    const json = said(line({ values: { before: { name: 'Gammel' }, after: { name: 'Ny' } }, code: 'digdir-refused' }))
    for (const part of [
      'Ny klient',
      '*Utfall:* fullført',
      '*Hvem:* <@U012AB>',
      '*Miljø:* Testmiljø',
      '*Gjelder:* Klient Byggesak',
      '*Virksomhet:* DIGITALISERINGSDIREKTORATET (991825827)',
      '*Ord i loggen:* `client.create`',
      '*Endring:* `c1`',
      '*Hvorfor:* Digdir godtok ikke opplysningene. Ingenting er endret. `digdir-refused`',
      'Digdirs referanse: digdir-1',
      '*Før*',
      'name: Gammel',
      '*Etter*',
      'name: Ny',
      '234 i kjeden',
      'a1'.repeat(32),
    ])
      expect(json).toContain(part)
  })

  it('has production in its title', () => {
    const { view } = auditLine.render(t, {
      line: line({ environment: 'prod' }),
      names: browser().names,
      serviceDesk: 'x@y.no',
    })
    expect(view.title.text).toBe('Linje i loggen (prod)')
  })

  it('says what there is not: values, purged ones, a place in the chain', () => {
    const { values: _, ...bare } = line()
    expect(said(bare)).toContain('Ingen verdier hører til')
    expect(said({ ...bare, purged: true })).toContain('Verdiene er slettet')
    expect(said({ ...bare, purged: true })).not.toContain('Ingen verdier')
    expect(said(line({ seq: null, hash: null }))).toContain('får sin plass i kjeden om noen sekunder')
  })

  it('shows values as text alone, cut where there is no room for them', () => {
    const json = said(nastyLine)
    expect(json).toContain('rich_text_preformatted')
    expect(json).toContain('lengre enn det er plass til')
    expect(said(line())).not.toContain('lengre enn det er plass til')
  })
})

describe('values in lines', () => {
  it.each<[string, unknown, string[]]>([
    ['a word', 'x', ['x']],
    ['nothing', null, ['–']],
    ['parts', { a: 1, b: true, c: '', d: null }, ['a: 1', 'b: true', 'c: –', 'd: –']],
    ['lists', { a: ['x', 'y'], b: [] }, ['a:', '  - x', '  - y', 'b: –']],
    ['parts of parts', [{ kid: 'k1', exp: null }], ['-', '  kid: k1', '  exp: –']],
    ['an instant', { until: at }, ['until: 22. november 2026, 14:32']],
    ['lifetimes', { a: 7200, b: 31_536_000 }, ['a: 7200', 'b: 31536000']],
  ])('%s', (_, value, lines) => {
    expect(valueLines(t, value)).toEqual(lines)
  })
})
