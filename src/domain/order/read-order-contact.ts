import { domainOf } from '../belonging/belonging-of.ts'
import { isPublicDomain } from '../belonging/public-domains.ts'
import { readEmail } from '../contact/read-email.ts'
import { readPersonName } from '../contact/read-person-name.ts'
import { readPhone } from '../contact/read-phone.ts'
import type { OrderFault, OrderField, OrderWarning } from './fields.ts'
import { hasNationalNumber } from './national-number.ts'
import type { OrderContact } from './types.ts'

/** The fields of one contact, in the order name, e-mail, phone. */
export type ContactPrefix = 'test_contact' | 'production_contact' | 'supplier_test_contact' | 'customer_test_contact'

export type TypedContact = { name: string; email: string; phone: string }

export const isBlank = ({ name, email, phone }: TypedContact): boolean => `${name}${email}${phone}`.trim() === ''

const field = (prefix: ContactPrefix, part: keyof TypedContact): OrderField => `${prefix}_${part}`

/** Whether a rule (`etat.no`, `*.etat.no`) covers a domain, or one below it: colleagues write from many. */
const isOwn = (domain: string, rules: readonly string[]): boolean =>
  rules.some((rule) => {
    const base = rule.replace(/^\*\./, '')
    return domain === base || domain.endsWith(`.${base}`)
  })

const emailWarning = (
  email: string,
  ownDomains: readonly string[] | null,
): Extract<OrderWarning['code'], 'brreg-mail' | 'free-mail' | 'other-domain'> | null => {
  const domain = domainOf(email) ?? ''
  if (isOwn(domain, ['brreg.no'])) return 'brreg-mail'
  if (isPublicDomain(domain)) return 'free-mail'
  if (ownDomains === null || ownDomains.length === 0 || isOwn(domain, ownDomains)) return null
  return 'other-domain'
}

/**
 * A contact person of an order (brreg.md 5.2 to 5.4), where all three are asked for.
 *
 * @param ownDomains rules of the domains that the person's organisation writes from; null: they are not known
 */
export const readOrderContact = (
  prefix: ContactPrefix,
  typed: TypedContact,
  ownDomains: readonly string[] | null,
): { contact: OrderContact | null; faults: OrderFault[]; warnings: OrderWarning[] } => {
  const faults: OrderFault[] = []
  const warnings: OrderWarning[] = []
  const at = (part: keyof TypedContact) => field(prefix, part)

  const name = readPersonName(typed.name)
  if (!name.ok) faults.push({ field: at('name'), code: name.code === 'empty' ? 'required' : `name-${name.code}` })
  else if (name.short) warnings.push({ code: 'short-name', field: at('name') })

  const email = readEmail(typed.email)
  if (!email.ok) faults.push({ field: at('email'), code: email.code === 'empty' ? 'required' : `email-${email.code}` })
  else if (hasNationalNumber(email.email)) faults.push({ field: at('email'), code: 'national-number' })
  else {
    const code = emailWarning(email.email, ownDomains)
    if (code !== null) warnings.push({ code, field: at('email') })
  }

  const phone = readPhone(typed.phone)
  if (!phone.ok) faults.push({ field: at('phone'), code: `phone-${phone.code}` })
  else if (phone.phone === null) faults.push({ field: at('phone'), code: 'required' })
  else if (phone.warning)
    warnings.push({ code: phone.warning === 'special' ? 'special-phone' : 'switchboard', field: at('phone') })

  const contact =
    faults.length === 0 && name.ok && email.ok && phone.ok && phone.phone !== null
      ? { name: name.name, email: email.email, phone: phone.phone }
      : null
  return { contact, faults, warnings }
}
