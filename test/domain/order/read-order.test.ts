import { describe, expect, test } from 'vitest'
import type { LookUp } from '../../../src/domain/belonging/register-unit.ts'
import type { OrderFault, OrderWarning, TypedOrder } from '../../../src/domain/order/fields.ts'
import { numbersIn, type OrderReading, readOrder } from '../../../src/domain/order/read-order.ts'
import type { OrderKind } from '../../../src/domain/order/types.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'
import {
  aUnit,
  direct,
  existing,
  fictional,
  found,
  kari,
  nationalNumbers,
  OTHER_COMPANY,
  registered,
  typedDirect,
  typedExisting,
  typedFictional,
} from '../../helpers/order-samples.ts'

const reading = (over: Partial<OrderReading> = {}): OrderReading => ({
  own: kinn.number,
  mayChoose: false,
  units: registered(),
  ownDomains: ['kinn.kommune.example'],
  ...over,
})

const faultsOf = (kind: OrderKind, typed: TypedOrder, over: Partial<OrderReading> = {}): OrderFault[] => {
  const read = readOrder(kind, typed, reading(over))
  return read.ok ? [] : read.faults
}

const warningsOf = (kind: OrderKind, typed: TypedOrder, over: Partial<OrderReading> = {}): OrderWarning[] => {
  const read = readOrder(kind, typed, reading(over))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.warnings
}

describe('an order as it should be', () => {
  test.each([
    ['direct', typedDirect(), direct],
    ['fictional', typedFictional(), fictional],
    ['existing', typedExisting(), existing],
  ] as const)('of kind %s is read whole', (kind, typed, content) => {
    expect(readOrder(kind, typed, reading())).toMatchObject({ ok: true, content, warnings: [] })
  })

  test('takes numbers, phones and addresses as people paste them', () => {
    const typed = typedDirect({
      organisation_number: 'NO 820 956 532 MVA',
      test_contact_email: '<mailto:kari@kinn.kommune.example|kari@kinn.kommune.example>',
      test_contact_phone: '<tel:+4740000000|0047 40-00-00-00>',
      test_contact_name: '  Kari   Nordmann ',
    })
    expect(readOrder('direct', typed, reading())).toMatchObject({ ok: true, content: direct })
  })

  test('takes a foreign phone, a domain outside ASCII, and Sámi names', () => {
    const typed = typedFictional({
      supplier_test_contact_name: 'Áile Čáhppe Đ. Ŧŋ Šž',
      supplier_test_contact_email: 'aile@BLÅBÆR.example',
      supplier_test_contact_phone: '+46 70 123 45 67',
    })
    const read = readOrder('fictional', typed, reading())
    expect(read).toMatchObject({
      ok: true,
      content: {
        supplierContact: { name: 'Áile Čáhppe Đ. Ŧŋ Šž', email: 'aile@xn--blbr-roah.example', phone: '+46701234567' },
      },
    })
  })

  test('finds the customer by name in place of its number, and takes the register’s name where none was typed', () => {
    const typed = typedExisting({ customer_organisation_number: '', customer_unit: heroy.number, customer_name: ' ' })
    expect(readOrder('existing', typed, reading())).toMatchObject({ ok: true, content: existing })
  })

  test('keeps a remark and another basis on one line each, so that neither can look like another field', () => {
    const remark = 'Første linje\r\nKundens navn: NOE ANNET AS\u2028\u202eslutt'
    const read = readOrder('direct', typedDirect({ legal_basis: 'other', legal_basis_text: remark, remark }), reading())
    const line = 'Første linje Kundens navn: NOE ANNET AS slutt'
    expect(read).toMatchObject({ ok: true, content: { remark: line, legalBasis: { text: line, letter: null } } })
  })

  test('has both contact blocks where one person is both', () => {
    const empty = { production_contact_name: '', production_contact_email: ' ', production_contact_phone: '' }
    const read = readOrder('direct', typedDirect({ same_contact: true, ...empty }), reading())
    expect(read).toMatchObject({ ok: true, content: { testContact: kari, productionContact: kari } })
    // whoever ticks and types means what they typed
    expect(readOrder('direct', typedDirect({ same_contact: true }), reading())).toMatchObject({
      ok: true,
      content: { productionContact: direct.productionContact },
    })
    expect(faultsOf('direct', typedDirect(empty)).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'production_contact_name required',
      'production_contact_email required',
      'production_contact_phone required',
    ])
  })
})

describe('organisation numbers (brreg.md 5.1)', () => {
  test.each([
    ['a wrong check digit', '820956533', 'number-form'],
    ['a stem that has no check digit', '310000060', 'number-form'],
    ['eight digits', '82095653', 'number-form'],
    ['ten digits', '8209565320', 'number-form'],
    ['a letter', '82095653A', 'number-form'],
    ['nothing but zeros', '000000000', 'number-form'],
    ['a well-formed number that begins as no company’s does', '123456785', 'number-form'],
    ['nothing', '  ', 'required'],
  ])('%s is refused', (_, customer_organisation_number, code) => {
    expect(faultsOf('existing', typedExisting({ customer_organisation_number }))).toEqual([
      { field: 'customer_organisation_number', code },
    ])
  })

  test('a number of test data is refused where the register does not know it, and taken where it does', () => {
    const number = '310000019'
    const typed = typedExisting({ customer_organisation_number: number, customer_name: 'EKSEMPEL TJENESTER AS' })
    const unknown = registered({ found: 'nothing', number })
    expect(faultsOf('existing', typed, { units: unknown })).toEqual([
      { field: 'customer_organisation_number', code: 'number-synthetic' },
    ])
    expect(faultsOf('existing', typed, { units: registered(found(aUnit(number, 'EKSEMPEL TJENESTER AS'))) })).toEqual(
      [],
    )
  })

  test('the own company is the own one, unless an operator orders; nothing is told of another', () => {
    const deleted = registered(found(aUnit(OTHER_COMPANY, 'BORTE AS', { state: 'deleted' })))
    for (const [kind, typed, field] of [
      ['direct', typedDirect({ organisation_number: OTHER_COMPANY }), 'organisation_number'],
      ['fictional', typedFictional({ supplier_organisation_number: heroy.number }), 'supplier_organisation_number'],
    ] as const) {
      // what stands there of the name is told neither
      const units = registered(found(aUnit(OTHER_COMPANY, kinn.name)))
      expect(faultsOf(kind, typed, { units })).toEqual([{ field, code: 'not-own' }])
      expect(faultsOf(kind, typed, { units, mayChoose: true, own: null })).toEqual([])
    }
    const gone = typedDirect({ organisation_number: OTHER_COMPANY, organisation_name: 'BORTE AS' })
    expect(readOrder('direct', gone, reading({ units: deleted }))).toMatchObject({ ok: false, found: [] })
  })

  test('a customer is another company than the supplier, and one company', () => {
    const same = typedExisting({ customer_organisation_number: kinn.number, customer_name: kinn.name })
    expect(faultsOf('existing', same)).toEqual([{ field: 'customer_organisation_number', code: 'same-company' }])
    const two = typedExisting({ customer_unit: OTHER_COMPANY })
    expect(faultsOf('existing', two)).toEqual([{ field: 'customer_organisation_number', code: 'two-customers' }])
    const chosen = typedExisting({ customer_organisation_number: '', customer_unit: kinn.number, customer_name: '' })
    expect(faultsOf('existing', chosen)).toEqual([{ field: 'customer_unit', code: 'same-company' }])
    expect(faultsOf('existing', typedExisting({ customer_unit: heroy.number }))).toEqual([])
  })

  test('the numbers to look up are those that can be companies’, each once', () => {
    const typed = typedExisting({ customer_organisation_number: ' NO 964 978 840 ', customer_unit: heroy.number })
    expect(numbersIn('existing', typed)).toEqual([kinn.number, heroy.number])
    expect(numbersIn('existing', typedExisting({ customer_organisation_number: '12' }))).toEqual([kinn.number])
    expect(numbersIn('direct', typedDirect())).toEqual([kinn.number])
    expect(numbersIn('fictional', typedFictional({ supplier_organisation_number: '' }))).toEqual([])
  })
})

describe('what the register says (brreg.md 4.4)', () => {
  const customer = (look: LookUp) => ({ units: registered(look) })
  const at = 'customer_organisation_number'
  const { number, name } = heroy

  test.each([
    ['deleted', found(aUnit(number, name, { state: 'deleted' })), { field: at, code: 'deleted' }],
    ['removed for legal reasons', { found: 'removed', number }, { field: at, code: 'removed' }],
    ['unknown to it', { found: 'nothing', number }, { field: at, code: 'not-found' }],
    [
      'a sub-unit',
      found(aUnit(number, name, { kind: 'sub', parent: OTHER_COMPANY })),
      { field: at, code: 'sub-unit', instead: OTHER_COMPANY },
    ],
  ] as const)('a company that is %s is refused', (_, look, fault) => {
    expect(faultsOf('existing', typedExisting(), customer(look))).toEqual([fault])
  })

  test.each([
    ['bankrupt', found(aUnit(number, name, { state: 'bankrupt' })), 'bankrupt'],
    ['being wound up', found(aUnit(number, name, { state: 'winding-up' })), 'winding-up'],
    ['not looked up, since the register is down', { found: 'unknown', number, reason: 'timeout' }, 'unverified'],
  ] as const)('a company that is %s is warned of', (_, look, code) => {
    expect(warningsOf('existing', typedExisting(), customer(look))).toEqual([{ code, field: at }])
  })

  test('a register that is down verifies nobody and blocks nobody', () => {
    const read = readOrder('existing', typedExisting(), reading({ units: new Map() }))
    expect(read).toMatchObject({ ok: true, content: { supplier: { verified: false }, customer: { verified: false } } })
  })

  test('another name than the register’s is warned of with the register’s; another spelling is not', () => {
    expect(warningsOf('existing', typedExisting({ customer_name: 'Herøy Vann' }))).toEqual([
      { code: 'name-differs', field: 'customer_name', registered: heroy.name },
    ])
    expect(warningsOf('existing', typedExisting({ customer_name: ' herøy  kommune' }))).toEqual([])
    // decomposed, as some keyboards type
    expect(warningsOf('existing', typedExisting({ customer_name: 'Herøy Kommune'.normalize('NFD') }))).toEqual([])
  })
})

describe('names (brreg.md 5.2)', () => {
  test.each([
    ['<!channel>', 'company-characters'],
    ['KINN\u0007 KOMMUNE', 'company-characters'],
    ['KINN\nKOMMUNE', 'company-characters'],
    ['株式会社', 'company-characters'],
    ['A'.repeat(181), 'company-length'],
  ])('a company is not called %j', (customer_name, code) => {
    expect(faultsOf('existing', typedExisting({ customer_name }))).toEqual([{ field: 'customer_name', code }])
  })

  test('a company is called what the register calls it, whatever is in it', () => {
    const odd = 'BAR! "3*" AS'
    const units = registered(found(aUnit(heroy.number, odd)))
    expect(warningsOf('existing', typedExisting({ customer_name: odd }), { units })).toEqual([])
    expect(faultsOf('existing', typedExisting({ customer_name: `${odd}?` }), { units })).toHaveLength(1)
  })

  test.each([
    ['<!channel>', 'name-characters'],
    ['K', 'name-too-short'],
    ['Kari 2', 'name-digits'],
    ['Kari\r\nBcc: x@y.no', 'name-line-break'],
    ['', 'required'],
  ])('a person is not called %j', (test_contact_name, code) => {
    expect(faultsOf('direct', typedDirect({ test_contact_name }))).toEqual([{ field: 'test_contact_name', code }])
  })

  test('a very short name is a name, and looked at twice', () => {
    expect(warningsOf('direct', typedDirect({ test_contact_name: 'RU BU' }))).toEqual([
      { code: 'short-name', field: 'test_contact_name' },
    ])
  })
})

describe('addresses and phones (brreg.md 5.3, 5.4)', () => {
  test.each([
    ['not an address', 'email-form'],
    ['a@b', 'email-domain'],
    ['a@b.no, c@d.no', 'email-not-one'],
    ['', 'required'],
    [`${nationalNumbers[0]}@etat.no`, 'national-number'],
  ])('%j is refused', (test_contact_email, code) => {
    expect(faultsOf('direct', typedDirect({ test_contact_email }))).toEqual([{ field: 'test_contact_email', code }])
  })

  test.each([
    ['kari@gmail.com', 'free-mail'],
    ['kari@annen.example', 'other-domain'],
    ['kari@brreg.no', 'brreg-mail'],
    ['kari@post.brreg.no', 'brreg-mail'],
  ])('%s is warned of', (test_contact_email, code) => {
    expect(warningsOf('direct', typedDirect({ test_contact_email }))).toEqual([{ code, field: 'test_contact_email' }])
  })

  test('addresses below the own domain are the own one’s; a customer’s domain is not known', () => {
    expect(warningsOf('direct', typedDirect({ test_contact_email: 'a@it.kinn.kommune.example' }))).toEqual([])
    expect(warningsOf('direct', typedDirect(), { ownDomains: ['*.kinn.kommune.example'] })).toEqual([])
    expect(warningsOf('direct', typedDirect(), { ownDomains: [] })).toEqual([])
    expect(warningsOf('existing', typedExisting({ customer_test_contact_email: 'a@hvemsomhelst.example' }))).toEqual([])
  })

  test('one person for supplier and customer is warned of', () => {
    expect(warningsOf('existing', typedExisting({ customer_test_contact_email: kari.email.toUpperCase() }))).toEqual([
      { code: 'same-person', field: 'customer_test_contact_email' },
    ])
  })

  test.each([
    ['58 00 00 00', 'phone-machine'],
    ['59 00 00 00', 'phone-machine'],
    ['112', 'phone-short'],
    ['4000000', 'phone-short'],
    ['22222222', 'phone-same-digits'],
    ['01 23 45 67', 'phone-form'],
    ['ring meg', 'phone-form'],
    ['', 'required'],
  ])('a phone is not %j', (test_contact_phone, code) => {
    expect(faultsOf('direct', typedDirect({ test_contact_phone }))).toEqual([{ field: 'test_contact_phone', code }])
  })

  test.each([
    ['800 00 123', 'special-phone'],
    ['02800', 'switchboard'],
  ])('%s is warned of', (test_contact_phone, code) => {
    expect(warningsOf('direct', typedDirect({ test_contact_phone }))).toEqual([{ code, field: 'test_contact_phone' }])
  })
})

describe('legal basis (brreg.md 5.5)', () => {
  test.each([
    [{ legal_basis: null }, { field: 'legal_basis', code: 'required' }],
    [{ legal_basis_letter: null }, { field: 'legal_basis_letter', code: 'letter-missing' }],
    [
      { legal_basis_letter: 'd' },
      { field: 'legal_basis_letter', code: 'letter-other', basis: 'rapporteringspliktig.begrenset' },
    ],
    [
      { legal_basis: 'rapporteringspliktig.begrenset', legal_basis_letter: 'k' },
      { field: 'legal_basis_letter', code: 'letter-other', basis: 'rapporteringspliktig' },
    ],
    [{ legal_basis: 'other' }, { field: 'legal_basis_text', code: 'text-missing' }],
    [
      { legal_basis: 'other', legal_basis_text: 'For kort' },
      { field: 'legal_basis_text', code: 'text-length' },
    ],
    [
      { legal_basis: 'other', legal_basis_text: 'a'.repeat(501) },
      { field: 'legal_basis_text', code: 'text-length' },
    ],
    [
      { legal_basis: 'other', legal_basis_text: `Gjelder ${nationalNumbers[1]} alene` },
      { field: 'legal_basis_text', code: 'national-number' },
    ],
  ] as const)('%j is refused', (over, fault) => {
    expect(faultsOf('direct', typedDirect(over as Partial<TypedOrder<'direct'>>))).toEqual([fault])
  })

  test('a letter is asked of reporting entities alone', () => {
    const read = readOrder('direct', typedDirect({ legal_basis: 'media', legal_basis_letter: 'd' }), reading())
    expect(read).toMatchObject({ ok: true, content: { legalBasis: { basis: 'media', letter: null, text: null } } })
  })
})

test('that production data are read into TT02 must be accepted, in B and C', () => {
  const fault = [{ field: 'production_data_consent', code: 'consent' }]
  expect(faultsOf('fictional', typedFictional({ production_data_consent: false }))).toEqual(fault)
  expect(faultsOf('existing', typedExisting({ production_data_consent: false }))).toEqual(fault)
})

test('a remark is short, and holds no national identity number', () => {
  expect(faultsOf('direct', typedDirect({ remark: 'a'.repeat(1001) }))).toEqual([
    { field: 'remark', code: 'remark-length' },
  ])
  expect(faultsOf('direct', typedDirect({ remark: 'Bruk 018190 10001' }))).toEqual([
    { field: 'remark', code: 'national-number' },
  ])
})

test('everything that is wrong is told at once, each at its field', () => {
  const typed = typedExisting({
    supplier_test_contact_phone: '1',
    customer_organisation_number: '1',
    customer_name: '',
    customer_test_contact_name: '',
    production_data_consent: false,
  })
  expect(faultsOf('existing', typed).map(({ field }) => field)).toEqual([
    'supplier_test_contact_phone',
    'customer_organisation_number',
    'customer_name',
    'customer_test_contact_name',
    'production_data_consent',
  ])
})
