import type { Organisation, SlackPerson } from '../belonging/types.ts'
import { showPhone } from '../contact/show-phone.ts'
import type { TypedOrder } from './fields.ts'
import type { OrderContact, OrderContent, OrderKind } from './types.ts'

const nobody: OrderContact = { name: '', email: '', phone: '' }

type ContactFields<P extends string> = Record<`${P}_name` | `${P}_email` | `${P}_phone`, string>

const contactFields = <P extends string>(prefix: P, { name, email, phone }: OrderContact): ContactFields<P> =>
  ({
    [`${prefix}_name`]: name,
    [`${prefix}_email`]: email,
    [`${prefix}_phone`]: phone === '' ? '' : showPhone(phone),
  }) as ContactFields<P>

const typedDirect = (content: Extract<OrderContent, { kind: 'direct' }>): TypedOrder<'direct'> => ({
  organisation_number: content.organisation.number,
  organisation_name: content.organisation.name,
  ...contactFields('test_contact', content.testContact),
  same_contact: false,
  ...contactFields('production_contact', content.productionContact),
  legal_basis: content.legalBasis.basis,
  legal_basis_letter: content.legalBasis.letter,
  legal_basis_text: content.legalBasis.text ?? '',
  remark: content.remark,
})

const typedSupplier = ({ supplier, supplierContact }: Extract<OrderContent, { kind: 'fictional' | 'existing' }>) => ({
  supplier_organisation_number: supplier.number,
  supplier_name: supplier.name,
  ...contactFields('supplier_test_contact', supplierContact),
})

/** A content as it is typed into the form: to edit a draft. That data are read into TT02 is accepted anew. */
export const typedOrder = (content: OrderContent): TypedOrder => {
  if (content.kind === 'direct') return typedDirect(content)
  const shared = { ...typedSupplier(content), remark: content.remark, production_data_consent: false }
  if (content.kind === 'fictional') return shared
  return {
    ...shared,
    customer_organisation_number: content.customer.number,
    customer_unit: null,
    customer_name: content.customer.name,
    ...contactFields('customer_test_contact', content.customerContact),
  }
}

/**
 * What a new order's form begins with: the own organisation; contacts and legal basis of the last order of the kind,
 * where there is one; else whoever asks, as test contact. Nothing of another customer, no remark.
 */
export const prefilledOrder = (
  kind: OrderKind,
  from: {
    organisation: Organisation | null
    person: Pick<SlackPerson, 'name' | 'email'>
    last: OrderContent | null
  },
): TypedOrder => {
  const unit = { number: from.organisation?.number ?? '', name: from.organisation?.name ?? '' }
  const last = from.last?.kind === kind ? from.last : null
  const person: OrderContact = { name: from.person.name ?? '', email: from.person.email ?? '', phone: '' }
  if (kind === 'direct') {
    const before = last?.kind === 'direct' ? typedDirect(last) : null
    return {
      ...contactFields('test_contact', person),
      same_contact: false,
      ...contactFields('production_contact', nobody),
      legal_basis: null,
      legal_basis_letter: null,
      legal_basis_text: '',
      ...before,
      organisation_number: unit.number,
      organisation_name: unit.name,
      remark: '',
    }
  }
  const before = last !== null && last.kind !== 'direct' ? last.supplierContact : person
  const shared = {
    supplier_organisation_number: unit.number,
    supplier_name: unit.name,
    ...contactFields('supplier_test_contact', before),
    remark: '',
    production_data_consent: false,
  }
  if (kind === 'fictional') return shared
  return {
    ...shared,
    customer_organisation_number: '',
    customer_unit: null,
    customer_name: '',
    ...contactFields('customer_test_contact', nobody),
  }
}
