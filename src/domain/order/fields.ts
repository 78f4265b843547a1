import type { EmailFault } from '../contact/read-email.ts'
import type { NameFault } from '../contact/read-person-name.ts'
import type { PhoneFault } from '../contact/read-phone.ts'
import type { Basis, BasisLetter, OrderKind } from './types.ts'

/**
 * What is asked for an order, under the names that the form's blocks have (design section 3). Beside brreg's own fields
 * (brreg.md 2): `same_contact`, `legal_basis_letter`, `legal_basis_text` and `remark`, and `customer_unit`, a company
 * found by name in place of its number.
 */
export const orderFields = {
  direct: [
    'organisation_number',
    'organisation_name',
    'test_contact_name',
    'test_contact_email',
    'test_contact_phone',
    'same_contact',
    'production_contact_name',
    'production_contact_email',
    'production_contact_phone',
    'legal_basis',
    'legal_basis_letter',
    'legal_basis_text',
    'remark',
  ],
  fictional: [
    'supplier_organisation_number',
    'supplier_name',
    'supplier_test_contact_name',
    'supplier_test_contact_email',
    'supplier_test_contact_phone',
    'remark',
    'production_data_consent',
  ],
  existing: [
    'supplier_organisation_number',
    'supplier_name',
    'supplier_test_contact_name',
    'supplier_test_contact_email',
    'supplier_test_contact_phone',
    'customer_organisation_number',
    'customer_unit',
    'customer_name',
    'customer_test_contact_name',
    'customer_test_contact_email',
    'customer_test_contact_phone',
    'remark',
    'production_data_consent',
  ],
} as const satisfies Record<OrderKind, readonly string[]>

export type OrderField = (typeof orderFields)[OrderKind][number]

/** Those that are ticked or chosen; all others are texts as typed. */
type Chosen = {
  same_contact: boolean
  production_data_consent: boolean
  legal_basis: Basis | null
  legal_basis_letter: BasisLetter | null
  /** an organisation number */
  customer_unit: string | null
}

/** What was typed and chosen, before anything of it is read: of each kind its own fields. */
export type TypedOrder<K extends OrderKind = OrderKind> = K extends OrderKind
  ? { [F in (typeof orderFields)[K][number]]: F extends keyof Chosen ? Chosen[F] : string }
  : never

/** What is wrong at a field. `instead`: the number of the unit above a sub-unit; `basis`: the row a letter belongs to. */
export type OrderFault = {
  field: OrderField
  code: OrderFaultCode
  instead?: string | null
  basis?: Basis
}

export const orderFaultCodes = [
  'required',
  // organisation numbers
  'number-form',
  'number-synthetic',
  'not-own',
  'same-company',
  'two-customers',
  'deleted',
  'removed',
  'not-found',
  'sub-unit',
  // companies' names
  'company-length',
  'company-characters',
  // legal basis
  'letter-missing',
  'letter-other',
  'text-missing',
  'text-length',
  'remark-length',
  // a national identity number, in a text or an address
  'national-number',
  // that production data are read into TT02 was not accepted
  'consent',
] as const

export type OrderFaultCode =
  | (typeof orderFaultCodes)[number]
  | `name-${NameFault}`
  | `email-${EmailFault}`
  | `phone-${PhoneFault}`

/** What somebody should look at twice, and may send all the same (brreg.md 4.4 and 5). */
export type OrderWarning =
  | { code: 'name-differs'; field: OrderField; registered: string }
  | { code: 'bankrupt' | 'winding-up' | 'unverified' | 'synthetic'; field: OrderField }
  | {
      code: 'short-name' | 'special-phone' | 'switchboard' | 'free-mail' | 'other-domain' | 'brreg-mail'
      field: OrderField
    }
  /** the same person for supplier and customer */
  | { code: 'same-person'; field: OrderField }
  /** own orders of the kind about the same companies that are open */
  | { code: 'duplicate'; ids: readonly string[] }
  /** one was confirmed: nothing to do, brreg has it (brreg.md 1) */
  | { code: 'already-granted'; id: string }
