import type { LookUp, RegisterUnit } from '../../src/domain/belonging/register-unit.ts'
import type { TypedOrder } from '../../src/domain/order/fields.ts'
import type {
  DirectContent,
  ExistingContent,
  FictionalContent,
  OrderContact,
  OrderContent,
  OrderKind,
} from '../../src/domain/order/types.ts'
import { heroy, kinn } from './belonging-world.ts'

/** A company of the register's that belongs to nobody here. */
export const OTHER_COMPANY = '974760673'

export const kari: OrderContact = { name: 'Kari Nordmann', email: 'kari@kinn.kommune.example', phone: '+4740000000' }
export const ola: OrderContact = { name: 'Ola Nordmann', email: 'ola@heroy.kommune.example', phone: '+4722000000' }

/** Orders by Kinn; in C for Herøy. */
export const direct: DirectContent = {
  kind: 'direct',
  organisation: { number: kinn.number, name: kinn.name, verified: true },
  testContact: kari,
  productionContact: { ...ola, email: 'drift@kinn.kommune.example' },
  legalBasis: { basis: 'rapporteringspliktig', letter: 'a', text: null },
  remark: '',
}
export const fictional: FictionalContent = {
  kind: 'fictional',
  supplier: direct.organisation,
  supplierContact: kari,
  remark: '',
}
export const existing: ExistingContent = {
  kind: 'existing',
  supplier: direct.organisation,
  supplierContact: kari,
  customer: { number: heroy.number, name: heroy.name, verified: true },
  customerContact: ola,
  remark: '',
}
export const contents: Record<OrderKind, OrderContent> = { direct, fictional, existing }

export const typedDirect = (over: Partial<TypedOrder<'direct'>> = {}): TypedOrder<'direct'> => ({
  organisation_number: kinn.number,
  organisation_name: kinn.name,
  test_contact_name: kari.name,
  test_contact_email: kari.email,
  test_contact_phone: '40 00 00 00',
  same_contact: false,
  production_contact_name: direct.productionContact.name,
  production_contact_email: direct.productionContact.email,
  production_contact_phone: '22 00 00 00',
  legal_basis: 'rapporteringspliktig',
  legal_basis_letter: 'a',
  legal_basis_text: '',
  remark: '',
  ...over,
})

export const typedFictional = (over: Partial<TypedOrder<'fictional'>> = {}): TypedOrder<'fictional'> => ({
  supplier_organisation_number: kinn.number,
  supplier_name: kinn.name,
  supplier_test_contact_name: kari.name,
  supplier_test_contact_email: kari.email,
  supplier_test_contact_phone: '40 00 00 00',
  remark: '',
  production_data_consent: true,
  ...over,
})

export const typedExisting = (over: Partial<TypedOrder<'existing'>> = {}): TypedOrder<'existing'> => ({
  ...typedFictional(),
  customer_organisation_number: heroy.number,
  customer_unit: null,
  customer_name: heroy.name,
  customer_test_contact_name: ola.name,
  customer_test_contact_email: ola.email,
  customer_test_contact_phone: '22 00 00 00',
  ...over,
})

export const aUnit = (number: string, name: string, over: Partial<RegisterUnit> = {}): RegisterUnit => ({
  number,
  name,
  form: 'KOMM',
  formText: 'Kommune',
  municipality: null,
  county: null,
  state: 'live',
  parent: null,
  kind: 'main',
  ...over,
})

export const found = (unit: RegisterUnit): LookUp => ({ found: 'unit', unit })

/** What the register says of Kinn and Herøy, and of whatever else is given. */
export const registered = (...more: LookUp[]): ReadonlyMap<string, LookUp> => {
  const all = [found(aUnit(kinn.number, kinn.name)), found(aUnit(heroy.number, heroy.name)), ...more]
  return new Map(all.map((one) => [one.found === 'unit' ? one.unit.number : one.number, one]))
}

/** National identity numbers of nobody: synthetic ones, D-numbers among them (brreg.md 5.7). */
export const nationalNumbers = [
  '01819010001',
  '15868510045',
  '29820060006',
  '55839010183',
  '05910298382',
  '41864000647',
  '13853448138',
] as const
