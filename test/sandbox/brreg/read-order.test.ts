import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../sandbox/brreg/fields.ts'
import { readOrder, takesBack, withoutQuotes } from '../../../sandbox/brreg/read-order.ts'
import { registerAccesses, suggestedScope } from '../../../sandbox/brreg/scopes.ts'
import { BANK, orderText, SENTENCE, SUPPLIER, values } from './office.ts'

const kinds = ['direct', 'fictional', 'existing'] as const

describe('an order', () => {
  it.each(kinds)('of kind %s is read whole', (kind) => {
    const { kind: read, fields, missing } = readOrder([orderText(kind)])
    expect(read).toBe(kind)
    expect(fields).toEqual(Object.fromEntries(Object.keys(fieldsOf[kind]).map((field) => [field, values[field]])))
    expect(missing).toEqual([])
  })

  it.each(
    kinds.flatMap((kind) => Object.entries(fieldsOf[kind]).map(([field, label]) => [kind, label, field] as const)),
  )('of kind %s without “%s” lacks just that', (kind, label, field) => {
    const read = readOrder([orderText(kind, { [field]: null })])
    expect([read.kind, read.missing]).toEqual([kind, [label]])
  })

  it.each([
    [
      'bullets and spaces in numbers',
      (text: string) => text.replace(/^(?=\S+.*:)/gm, ' - ').replace(SUPPLIER, '310 000 051'),
    ],
    [
      'dots and hard spaces',
      (text: string) => text.replace(SUPPLIER, '310.000.051').replace(BANK, '310\u00a0000\u00a0043'),
    ],
    ['the value below its label', (text: string) => text.replaceAll(': ', ':\n')],
    ['upper case', (text: string) => text.replace(/^(.*):/gm, (label) => label.toUpperCase())],
    ['the lines backwards', (text: string) => text.split('\n').toReversed().join('\n')],
    ['an other spelling of the number', (text: string) => text.replace(/organisasjonsnummer/g, 'org.nr.')],
  ])('is read with %s', (_name, change) => {
    const { kind, fields, missing } = readOrder([change(orderText('existing'))])
    expect([kind, missing]).toEqual(['existing', []])
    expect([fields.supplier_organisation_number, fields.customer_organisation_number]).toEqual([SUPPLIER, BANK])
  })

  it.each([
    ['of its own line', ''],
    ['with a colon', ':'],
  ])('is read in groups below headings %s', (_name, end) => {
    const person = (name: string) => [`Navn: ${name}`, 'E-post: a@b.example', 'Telefon: 22 00 00 00']
    const text = [
      ...['Vi bestiller testtilgang.', '', `Systemleverandør${end}`, `Organisasjonsnummer: ${SUPPLIER}`],
      ...['Navn: FJELLKODE SYSTEMER AS', `Kontaktperson for test${end}`, ...person('Sindre Kvam'), ''],
      ...[`Kunde${end}`, `Organisasjonsnummer: ${BANK}`, 'Navn: EKSEMPELBANKEN ASA'],
      ...[`Kundens kontaktperson for test${end}`, ...person('Berit Nordang')],
    ].join('\n')
    const { kind, missing, fields } = readOrder([text])
    expect([kind, missing]).toEqual(['existing', []])
    expect(fields).toMatchObject({
      supplier_name: 'FJELLKODE SYSTEMER AS',
      supplier_test_contact_name: 'Sindre Kvam',
      customer_organisation_number: BANK,
      customer_name: 'EKSEMPELBANKEN ASA',
      customer_test_contact_name: 'Berit Nordang',
    })
  })

  it.each(['31000001', '310000018', '3100000190', '000000000x', '31000001A'])('with %s has no number', (number) => {
    expect(readOrder([orderText('direct', { organisation_number: number })]).missing).toEqual([
      'Virksomhetens organisasjonsnummer',
    ])
  })

  it('is a B by its sentence alone: without it brreg sees half a C', () => {
    expect(readOrder([orderText('fictional')]).kind).toBe('fictional')
    expect(readOrder([orderText('fictional', { sentence: null })])).toMatchObject({
      kind: 'existing',
      missing: Object.entries(fieldsOf.existing).flatMap(([field, label]) => (/^customer/.test(field) ? [label] : [])),
    })
    expect(readOrder([orderText('existing') + SENTENCE]).kind).toBe('existing')
  })

  it('is made whole by a later mail, whose words count before the earlier ones', () => {
    const more = 'Her kommer det:\nTelefonnummer til testansvarlig: 22 00 00 00\nSystemleverandørs navn: NYTT NAVN AS'
    const { kind, missing, fields } = readOrder([orderText('fictional', { supplier_test_contact_phone: null }), more])
    expect([kind, missing, fields.supplier_name]).toEqual(['fictional', [], 'NYTT NAVN AS'])
  })

  it.each([
    ['Kundene våre får brreg:reelle/rapporteringspliktig.begrenset.', 'brreg:reelle/rapporteringspliktig.begrenset'],
    ['Kundene våre får brreg:reelle/rapporteringspliktig.', 'brreg:reelle/rapporteringspliktig'],
    ['Kundene våre er banker.', null],
  ])('of a supplier may name a scope: %s', (remark, scope) => {
    expect(readOrder([`${orderText('fictional')}\n\n${remark}`]).suggested).toBe(scope)
  })

  it('can be of no known kind', () => {
    expect(readOrder(['Hei, hvordan får vi tilgang?'])).toEqual({
      kind: null,
      fields: {},
      missing: [],
      suggested: null,
    })
  })
})

describe('the words of a mail', () => {
  it.each([
    ['Svar\n> Virksomhetens navn: X\n> mer', 'Svar'],
    ['Svar\n\nDen 4. mai 2026 skrev Brønnøysundregistrene:\nVirksomhetens navn: X', 'Svar\n'],
    ['Svar\n----- Opprinnelig melding -----\nFra: x', 'Svar'],
    ['Svar', 'Svar'],
  ])('%j are %j', (text, words) => {
    expect(withoutQuotes(text)).toBe(words)
  })

  it.each([
    ['Vi trekker bestillingen.', true],
    ['Vi ønsker å trekke bestillingen BR-1 tilbake.', true],
    ['We withdraw our order of 4 May.', true],
    ['Vi trekker konklusjonen at alt er i orden.', false],
    [orderText('direct'), false],
    [orderText('fictional'), false],
  ])('%j takes an order back: %s', (text, is) => {
    expect(takesBack(text)).toBe(is)
  })
})

describe('the scope by the legal basis', () => {
  it.each([
    ['Offentlig myndighet, forskriften § 3-11 første ledd', 'brreg:reelle/offentlig'],
    ['Rapporteringspliktig, hvitvaskingsloven § 4 første ledd bokstav a', 'brreg:reelle/rapporteringspliktig'],
    ['hvitvaskingsloven § 4 første ledd bokstav f', 'brreg:reelle/rapporteringspliktig.begrenset'],
    ['§ 4 første ledd bokstavene a, d', 'brreg:reelle/rapporteringspliktig.begrenset'],
    ['Media, § 3-11 andre ledd', 'brreg:reelle/media'],
    ['Sivilsamfunnsorganisasjon', 'brreg:reelle/sivilsamfunnsorganisasjon'],
    ['Høyere utdanningsinstitusjon', 'brreg:reelle/hoeyereutdanningsinstitusjon'],
    ['Vi er usikre', null],
  ])('%s: %s', (words, scope) => {
    expect(suggestedScope(words)).toBe(scope)
  })

  it('each has a delegation form of its own name', () => {
    expect(registerAccesses.map(({ form }) => form)).toEqual([
      'Register over reelle rettighetshavere - Offentlig myndighet - På vegne av',
      'Register over reelle rettighetshavere - Rapporteringspliktig virksomhet - På vegne av',
      'Register over reelle rettighetshavere - Rapporteringspliktig virksomhet begrenset - På vegne av',
      'Register over reelle rettighetshavere - Media - På vegne av',
      'Register over reelle rettighetshavere - Sivilsamfunnsorganisasjon - På vegne av',
      'Register over reelle rettighetshavere - Høyere utdanningsinstitusjon - På vegne av',
    ])
  })
})
