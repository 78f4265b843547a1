import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { emailFaults } from '../../../src/domain/contact/read-email.ts'
import { nameFaults } from '../../../src/domain/contact/read-person-name.ts'
import { phoneFaults } from '../../../src/domain/contact/read-phone.ts'
import { type OrderFaultCode, orderFaultCodes } from '../../../src/domain/order/fields.ts'
import { recordFaults } from '../../../src/domain/order/recorded.ts'
import { textFor } from '../../../src/text/index.ts'
import type { OrderErrorWords } from '../../../src/text/wording.ts'
import { orderFaultWords, orderWarningWords } from '../../../views/order/fault-words.ts'
import { mpAdvice } from '../../../views/order/mp-words.ts'
import { recordFaultsAt } from '../../../views/order/record-kit.ts'
import { orderSamples } from './samples.ts'

type Json = { [key: string]: unknown }
const everyObject = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(everyObject)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(everyObject)]
}

describe.each(languages)('words of orders in %s', (language) => {
  const t = textFor(language)

  it.each([
    ...orderFaultCodes,
    ...nameFaults.map((code): OrderFaultCode => `name-${code}`),
    ...emailFaults.map((code): OrderFaultCode => `email-${code}`),
    ...phoneFaults.map((code): OrderFaultCode => `phone-${code}`),
  ])('say of %s what to write instead', (code) => {
    const words = orderFaultWords(t, { field: 'customer_name', code, instead: '310000019', basis: 'media' })
    expect(words).not.toBe(t.order.form.faults.other)
    expect(words.length).toBeGreaterThan(10)
    expect(words.length).toBeLessThanOrEqual(300)
  })

  it('name the unit to use instead of a sub-unit, and the row that a letter belongs to', () => {
    const field = 'organisation_number'
    expect(orderFaultWords(t, { field, code: 'sub-unit', instead: '310000019' })).toContain('310000019')
    expect(orderFaultWords(t, { field, code: 'sub-unit', instead: null })).not.toContain('null')
    const other = orderFaultWords(t, { field, code: 'letter-other', basis: 'rapporteringspliktig.begrenset' })
    expect(other).toContain(t.order.words.scopes['rapporteringspliktig.begrenset'])
  })

  it('say of a warning which field it is about', () => {
    expect(orderWarningWords(t, { code: 'free-mail', field: 'customer_test_contact_email' })).toContain(
      t.order.form.fields.customer_test_contact_email.label,
    )
    expect(orderWarningWords(t, { code: 'duplicate', ids: ['ORD-1', 'ORD-2'] })).toContain('ORD-1')
  })

  it.each(recordFaults)('say of %s what is wrong with what is written down', (reason) => {
    const [fault] = recordFaultsAt(t, [{ field: 'unit_number', reason }])
    expect(fault?.message.length).toBeGreaterThan(10)
  })

  it('say who must act for each code of Maskinporten, by kind of order', () => {
    const who = (mpCode: string | null, kind: 'direct' | 'fictional' | 'existing') =>
      mpAdvice(t, { mpCode, kind, environment: 'test' }).who
    const codes = ['MP-250', 'MP-251', 'MP-200', 'MP-100', 'MP-110', 'MP-120', 'MP-122', 'MP-124', 'MP-012', 'MP-130']
    const advice = codes.map((code) => mpAdvice(t, { mpCode: code, kind: 'existing', environment: 'test' }).what)
    expect(new Set(advice).size).toBe(codes.length)
    expect(new Set((['direct', 'fictional', 'existing'] as const).map((kind) => who('MP-251', kind))).size).toBe(3)
    expect(mpAdvice(t, { mpCode: 'MP-777', kind: 'direct', environment: 'test' }).what).toContain('MP-777')
    expect(who('invalid_grant', 'direct')).toBe(who(null, 'direct'))
  })

  it('are never cut in choices', () => {
    const options = orderSamples
      .filter(({ name }) => !name.includes('extreme') && !name.startsWith('next steps'))
      .flatMap(({ render }) => everyObject(render(t)))
      .filter(({ type }) => type === 'radio_buttons' || type === 'static_select' || type === 'checkboxes')
      .flatMap(({ options: of }) => everyObject(of))
      .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    expect(options.length).toBeGreaterThan(50)
    expect(options.filter((text) => text.endsWith('…'))).toEqual([])
  })

  it.each([
    'order-state',
    'order-needs-customer',
    'holds-national-number',
    'code-invalid',
  ] satisfies (keyof OrderErrorWords)[])('refuse with what and what to do next: %s', (code) => {
    const { what, next } = t.errors[code]({ serviceDesk: 'servicedesk@digdir.no' })
    expect(what.length).toBeGreaterThan(20)
    expect(next.length).toBeGreaterThan(20)
  })

  it('never break a sentence by a hole that is empty', () => {
    const all = orderSamples
      .flatMap(({ render }) => everyObject(render(t)))
      .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    expect(all.filter((text) => /undefined|\[object|NaN|Invalid Date/.test(text))).toEqual([])
  })
})
