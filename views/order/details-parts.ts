import type { OrderField } from '../../src/domain/order/fields.ts'
import type { OrderKind } from '../../src/domain/order/types.ts'

/** A part of the form under one heading. */
export type DetailsPart = {
  name:
    | 'company'
    | 'supplier'
    | 'customer'
    | 'testContact'
    | 'productionContact'
    | 'supplierContact'
    | 'customerContact'
    | 'basis'
    | 'more'
    | 'consent'
  fields: readonly OrderField[]
  /** fields that hold a company's number */
  companies: readonly OrderField[]
  /** the company that orders */
  own: boolean
}

const part = (name: DetailsPart['name'], fields: readonly OrderField[], over: Partial<DetailsPart> = {}) => ({
  name,
  fields,
  companies: [],
  own: false,
  ...over,
})

const supplier: readonly DetailsPart[] = [
  part('supplier', ['supplier_organisation_number', 'supplier_name'], {
    companies: ['supplier_organisation_number'],
    own: true,
  }),
  part('supplierContact', ['supplier_test_contact_name', 'supplier_test_contact_email', 'supplier_test_contact_phone']),
]
const ending: readonly DetailsPart[] = [part('more', ['remark']), part('consent', ['production_data_consent'])]

/** The fields of each kind in the order in which they are asked. */
export const detailsParts: Record<OrderKind, readonly DetailsPart[]> = {
  direct: [
    part('company', ['organisation_number', 'organisation_name'], { companies: ['organisation_number'], own: true }),
    part('testContact', ['test_contact_name', 'test_contact_email', 'test_contact_phone']),
    part('productionContact', [
      'same_contact',
      'production_contact_name',
      'production_contact_email',
      'production_contact_phone',
    ]),
    part('basis', ['legal_basis', 'legal_basis_letter', 'legal_basis_text']),
    part('more', ['remark']),
  ],
  fictional: [...supplier, ...ending],
  existing: [
    ...supplier,
    part('customer', ['customer_unit', 'customer_organisation_number', 'customer_name'], {
      companies: ['customer_organisation_number', 'customer_unit'],
    }),
    part('customerContact', [
      'customer_test_contact_name',
      'customer_test_contact_email',
      'customer_test_contact_phone',
    ]),
    ...ending,
  ],
}

/** What Slack itself demands; the rest may be empty in one way or another, and the rules say when not. */
export const requiredFields: OrderField[] = [
  'organisation_number',
  'test_contact_name',
  'test_contact_email',
  'test_contact_phone',
  'legal_basis',
  'supplier_organisation_number',
  'supplier_test_contact_name',
  'supplier_test_contact_email',
  'supplier_test_contact_phone',
  'customer_test_contact_name',
  'customer_test_contact_email',
  'customer_test_contact_phone',
]
