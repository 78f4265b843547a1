import type { LookUp, RegisterUnit } from '../belonging/register-unit.ts'
import { isSameAddress } from '../contact/read-email.ts'
import type { OrderFault, OrderField, OrderWarning, TypedOrder } from './fields.ts'
import { hasNationalNumber } from './national-number.ts'
import { readLegalBasis } from './read-legal-basis.ts'
import { type ContactPrefix, isBlank, readOrderContact, type TypedContact } from './read-order-contact.ts'
import { readCompanyNumber, readUnit, type UnitRead } from './read-unit.ts'
import { freeLine } from './typed-text.ts'
import type { OrderContent, OrderKind } from './types.ts'

/** Characters of the remark. */
export const REMARK_LENGTH = 1000

export type OrderRead =
  | { ok: true; content: OrderContent; warnings: OrderWarning[]; found: RegisterUnit[] }
  | { ok: false; faults: OrderFault[]; found: RegisterUnit[] }

/** What an order is read against. */
export type OrderReading = {
  /** the organisation that one acts for; null: an operator who belongs to none */
  own: string | null
  /** operators: another organisation than the own one */
  mayChoose: boolean
  /** what the register says of `numbersIn`; a number that is not there counts as not looked up */
  units: ReadonlyMap<string, LookUp>
  /** rules of the own organisation's mail domains, `etat.no` and `*.etat.no` */
  ownDomains: readonly string[]
}

const isDirect = (kind: OrderKind, _typed: TypedOrder): _typed is TypedOrder<'direct'> => kind === 'direct'
const isExisting = (kind: OrderKind, _typed: TypedOrder): _typed is TypedOrder<'existing'> => kind === 'existing'

/** The customer's number: typed, or of the company that was found by name. */
const customerNumber = (typed: TypedOrder<'existing'>): string =>
  typed.customer_organisation_number.trim() === '' ? (typed.customer_unit ?? '') : typed.customer_organisation_number

/** The organisation numbers typed that could be real companies', to be looked up before the order is read. */
export const numbersIn = (kind: OrderKind, typed: TypedOrder): string[] => {
  const all = isDirect(kind, typed)
    ? [typed.organisation_number]
    : [
        (typed as TypedOrder<'fictional' | 'existing'>).supplier_organisation_number,
        ...(isExisting(kind, typed) ? [customerNumber(typed), typed.customer_unit ?? ''] : []),
      ]
  const numbers = all.flatMap((one) => {
    const read = readCompanyNumber(one)
    return read.ok ? [read.number] : []
  })
  return [...new Set(numbers)]
}

type Part<T> = { value: T | null; faults: OrderFault[]; warnings: OrderWarning[]; found?: RegisterUnit | null }

const typedContact = (typed: object, prefix: ContactPrefix): TypedContact => {
  const values = typed as Record<string, string>
  const of = (part: string) => values[`${prefix}_${part}`] ?? ''
  return { name: of('name'), email: of('email'), phone: of('phone') }
}

/** The company that orders: the own one, which nobody but operators chooses. */
const ownUnit = (unit: UnitRead, field: OrderField, { own, mayChoose }: OrderReading): UnitRead =>
  unit.unit === null || mayChoose || unit.unit.number === own
    ? unit
    : // nothing of another organisation's state is told to who may not order for it
      { unit: null, found: null, warnings: [], faults: [{ field, code: 'not-own' }] }

const readRemark = (typed: string): Part<string> => {
  const remark = freeLine(typed)
  const code =
    [...remark].length > REMARK_LENGTH ? 'remark-length' : hasNationalNumber(remark) ? 'national-number' : null
  return { value: remark, faults: code === null ? [] : [{ field: 'remark', code }], warnings: [] }
}

const accepted = (yes: boolean): Part<true> => ({
  value: yes || null,
  faults: yes ? [] : [{ field: 'production_data_consent', code: 'consent' }],
  warnings: [],
})

const asPart = ({ unit, ...rest }: UnitRead): Part<NonNullable<UnitRead['unit']>> => ({ value: unit, ...rest })

const contactPart = (prefix: ContactPrefix, typed: TypedContact, domains: readonly string[] | null) => {
  const { contact, ...rest } = readOrderContact(prefix, typed, domains)
  return { value: contact, ...rest }
}

/** Joins what was read of each field: the content when nothing is wrong, else everything that is. */
const joined = (parts: readonly Part<unknown>[], content: () => OrderContent): OrderRead => {
  const faults = parts.flatMap((part) => part.faults)
  const found = parts.flatMap((part) => part.found ?? [])
  if (faults.length > 0) return { ok: false, faults, found }
  return { ok: true, content: content(), warnings: parts.flatMap((part) => part.warnings), found }
}

/** Of a part without faults. */
const sure = <T>({ value }: Part<T>): T => value as T

const readDirect = (typed: TypedOrder<'direct'>, reading: OrderReading): OrderRead => {
  const fields = { number: 'organisation_number', name: 'organisation_name' } as const
  const asked = { number: typed.organisation_number, name: typed.organisation_name }
  const organisation = asPart(ownUnit(readUnit(asked, fields, reading.units), fields.number, reading))
  const test = contactPart('test_contact', typedContact(typed, 'test_contact'), reading.ownDomains)
  const typedProduction = typedContact(typed, 'production_contact')
  const same = typed.same_contact && isBlank(typedProduction)
  // both blocks are written out, whoever they name (brreg.md 2); what is wrong with the one is said there
  const production = same
    ? { value: test.value, faults: [], warnings: [] }
    : contactPart('production_contact', typedProduction, reading.ownDomains)
  const basis = { ...readLegalBasis(typed), warnings: [] }
  const remark = readRemark(typed.remark)
  return joined([organisation, test, production, basis, remark], () => ({
    kind: 'direct',
    organisation: sure(organisation),
    testContact: sure(test),
    productionContact: sure(production),
    legalBasis: sure(basis),
    remark: sure(remark),
  }))
}

const supplierParts = (typed: TypedOrder<'fictional' | 'existing'>, reading: OrderReading) => {
  const fields = { number: 'supplier_organisation_number', name: 'supplier_name' } as const
  const asked = { number: typed.supplier_organisation_number, name: typed.supplier_name }
  return {
    supplier: asPart(ownUnit(readUnit(asked, fields, reading.units), fields.number, reading)),
    contact: contactPart('supplier_test_contact', typedContact(typed, 'supplier_test_contact'), reading.ownDomains),
    remark: readRemark(typed.remark),
    consent: accepted(typed.production_data_consent),
  }
}

const readFictional = (typed: TypedOrder<'fictional'>, reading: OrderReading): OrderRead => {
  const { supplier, contact, remark, consent } = supplierParts(typed, reading)
  return joined([supplier, contact, remark, consent], () => ({
    kind: 'fictional',
    supplier: sure(supplier),
    supplierContact: sure(contact),
    remark: sure(remark),
  }))
}

/** The customer, by number or as found by name; those two must not be two companies. */
const readCustomer = (typed: TypedOrder<'existing'>, supplier: string | null, { units }: OrderReading) => {
  const byName = typed.customer_organisation_number.trim() === '' && typed.customer_unit !== null
  const number = byName ? 'customer_unit' : 'customer_organisation_number'
  const asked = { number: customerNumber(typed), name: typed.customer_name }
  const read = readUnit(asked, { number, name: 'customer_name' }, units)
  const customer = read.unit?.number ?? null
  const refused = (code: 'two-customers' | 'same-company'): UnitRead => ({
    ...read,
    unit: null,
    warnings: [],
    faults: [{ field: number, code }, ...read.faults.filter(({ field }) => field === 'customer_name')],
  })
  if (customer !== null && typed.customer_unit !== null && typed.customer_unit !== customer)
    return asPart(refused('two-customers'))
  return asPart(customer !== null && customer === supplier ? refused('same-company') : read)
}

const readExisting = (typed: TypedOrder<'existing'>, reading: OrderReading): OrderRead => {
  const { supplier, contact, remark, consent } = supplierParts(typed, reading)
  const customer = readCustomer(typed, supplier.value?.number ?? null, reading)
  const customerContact = contactPart('customer_test_contact', typedContact(typed, 'customer_test_contact'), null)
  if (contact.value && customerContact.value && isSameAddress(contact.value.email, customerContact.value.email))
    customerContact.warnings.push({ code: 'same-person', field: 'customer_test_contact_email' })
  return joined([supplier, contact, customer, customerContact, remark, consent], () => ({
    kind: 'existing',
    supplier: sure(supplier),
    supplierContact: sure(contact),
    customer: sure(customer),
    customerContact: sure(customerContact),
    remark: sure(remark),
  }))
}

/**
 * An order as typed, read by the rules of brreg.md 5.1 to 5.8, with what the register says of its companies (4.4). A
 * register that did not answer blocks nothing: the company is unverified then. Faults stand at the form's own fields, in
 * their order.
 */
export const readOrder = (kind: OrderKind, typed: TypedOrder, reading: OrderReading): OrderRead => {
  if (isDirect(kind, typed)) return readDirect(typed, reading)
  if (isExisting(kind, typed)) return readExisting(typed, reading)
  return readFictional(typed as TypedOrder<'fictional'>, reading)
}
