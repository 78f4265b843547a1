import type { OrderKind } from './order.ts'

const contact = ['name', 'email', 'phone'] as const
type ContactPart = (typeof contact)[number]

export type OrderField =
  | 'organisation_number'
  | 'organisation_name'
  | `test_contact_${ContactPart}`
  | `production_contact_${ContactPart}`
  | 'legal_basis'
  | 'supplier_organisation_number'
  | 'supplier_name'
  | `supplier_test_contact_${ContactPart}`
  | 'customer_organisation_number'
  | 'customer_name'
  | `customer_test_contact_${ContactPart}`

const contactLabels = <Prefix extends string>(prefix: Prefix, whose: string) =>
  ({
    [`${prefix}_name`]: `Navn til ${whose}`,
    [`${prefix}_email`]: `Epost-adresse til ${whose}`,
    [`${prefix}_phone`]: `Telefonnummer til ${whose}`,
  }) as Record<`${Prefix}_${ContactPart}`, string>

/** What each kind asks for, by the labels of brreg.md section 2; B asks for a sentence too, without which it is a C. */
export const fieldsOf: Record<OrderKind, Partial<Record<OrderField, string>>> = {
  direct: {
    organisation_number: 'Virksomhetens organisasjonsnummer',
    organisation_name: 'Virksomhetens navn',
    ...contactLabels('test_contact', 'testansvarlig'),
    ...contactLabels('production_contact', 'produksjonsansvarlig'),
    legal_basis: 'Hvilken hjemmel til utvidet tilgang virksomheten faller inn under',
  },
  fictional: {
    supplier_organisation_number: 'Systemleverandørs organisasjonsnummer',
    supplier_name: 'Systemleverandørs navn',
    ...contactLabels('supplier_test_contact', 'testansvarlig'),
  },
  existing: {
    supplier_organisation_number: 'Systemleverandørs organisasjonsnummer',
    supplier_name: 'Systemleverandørs navn',
    ...contactLabels('supplier_test_contact', 'systemleverandørs kontaktperson for test'),
    customer_organisation_number: 'Kundens organisasjonsnummer',
    customer_name: 'Kundens navn',
    ...contactLabels('customer_test_contact', 'kunden sin kontaktperson for test'),
  },
}
