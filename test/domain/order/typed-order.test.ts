import { describe, expect, test } from 'vitest'
import { readOrder } from '../../../src/domain/order/read-order.ts'
import { prefilledOrder, typedOrder } from '../../../src/domain/order/typed-order.ts'
import { orderKinds } from '../../../src/domain/order/types.ts'
import { kinn } from '../../helpers/belonging-world.ts'
import {
  contents,
  direct,
  existing,
  kari,
  registered,
  typedDirect,
  typedExisting,
  typedFictional,
} from '../../helpers/order-samples.ts'

const reading = { own: kinn.number, mayChoose: false, units: registered(), ownDomains: [] }

describe('a content as it is typed', () => {
  test.each(orderKinds)('of kind %s is read back the same, once the warning is accepted anew', (kind) => {
    const content = { ...contents[kind], remark: 'Haster ikke' }
    const typed = typedOrder(content)
    if (kind !== 'direct') {
      expect(typed).toMatchObject({ production_data_consent: false })
      Object.assign(typed, { production_data_consent: true })
    }
    expect(readOrder(kind, typed, reading)).toMatchObject({ ok: true, content })
  })

  test('of another legal basis keeps its text', () => {
    const content = { ...direct, legalBasis: { basis: 'other', letter: null, text: 'Vi er i tvil om dette' } } as const
    expect(readOrder('direct', typedOrder(content), reading)).toMatchObject({ ok: true, content })
  })
})

describe('a new order', () => {
  const from = { organisation: kinn, person: { name: kari.name, email: kari.email }, last: null }
  const noProduction = { production_contact_name: '', production_contact_email: '', production_contact_phone: '' }
  const noCustomer = {
    customer_organisation_number: '',
    customer_name: '',
    customer_test_contact_name: '',
    customer_test_contact_email: '',
    customer_test_contact_phone: '',
  }

  test('begins with the own organisation and whoever asks', () => {
    expect(prefilledOrder('direct', from)).toEqual(
      typedDirect({
        ...noProduction,
        test_contact_phone: '',
        legal_basis: null,
        legal_basis_letter: null,
      }),
    )
    const consent = { production_data_consent: false, supplier_test_contact_phone: '' }
    expect(prefilledOrder('fictional', from)).toEqual(typedFictional(consent))
    expect(prefilledOrder('existing', from)).toEqual(typedExisting({ ...consent, ...noCustomer }))
  })

  test('goes by the last one of its kind, but for its customer and its remark', () => {
    const last = { ...direct, remark: 'Bare test', organisation: { ...direct.organisation, name: 'GAMMELT NAVN' } }
    const stranger = { ...from, person: { name: 'En Annen', email: 'annen@kinn.kommune.example' } }
    expect(prefilledOrder('direct', { ...stranger, last })).toEqual(typedDirect())
    expect(prefilledOrder('existing', { ...stranger, last: existing })).toEqual(
      typedExisting({ ...noCustomer, production_data_consent: false }),
    )
    expect(prefilledOrder('fictional', { ...from, last: direct })).toMatchObject({ supplier_test_contact_phone: '' })
  })

  test('of an operator who belongs to none begins empty', () => {
    const nobody = { organisation: null, person: { name: null, email: null }, last: null }
    expect(prefilledOrder('fictional', nobody)).toMatchObject({
      supplier_organisation_number: '',
      supplier_name: '',
      supplier_test_contact_name: '',
      supplier_test_contact_email: '',
    })
  })
})
