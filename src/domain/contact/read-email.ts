import { readDomainName } from '../belonging/domain-name.ts'
import { hasLineBreak, tidyLine, withoutMarkup } from './typed-line.ts'

export const emailFaults = ['empty', 'not-one', 'form', 'local', 'domain', 'too-long', 'line-break'] as const
export type EmailFault = (typeof emailFaults)[number]

export type EmailRead = { ok: true; email: string } | { ok: false; code: EmailFault }

/** RFC 5321 4.5.3.1.1, and 4.5.3.1.3 less its angle brackets. */
const LONGEST_LOCAL = 64
const LONGEST = 254

/** Atoms with single dots between (RFC 5322 3.2.3): no quotes, comments or routes, which no person's address has. */
const dotAtom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

const refused = (code: EmailFault): EmailRead => ({ ok: false, code })

/**
 * One mail address as somebody typed it (brreg.md 5.3). Out comes the local part as it was and the domain in lower case
 * and punycode; `a+b@etat.no` is another address than `a@etat.no`. A local part outside ASCII is `local`: such mail needs
 * SMTPUTF8 (RFC 6531) all the way, and is lost where one server lacks it.
 */
export const readEmail = (typed: string): EmailRead => {
  if (hasLineBreak(typed)) return refused('line-break')
  const address = withoutMarkup(tidyLine(typed), 'mailto')
  if (address === '') return refused('empty')
  const at = address.lastIndexOf('@')
  if (at !== address.indexOf('@')) return refused('not-one')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at <= 0 || domain === '' || /[\s<>,;]/u.test(address)) return refused('form')
  if (!dotAtom.test(local)) return refused('local')
  if (local.length > LONGEST_LOCAL || address.length > LONGEST) return refused('too-long')
  const host = readDomainName(domain)
  if (host === null) return refused('domain')
  const email = `${local}@${host}`
  return email.length > LONGEST ? refused('too-long') : { ok: true, email }
}

/** Whether two addresses reach the same mailbox for all we know: one address is one contact, in any letter case. */
export const isSameAddress = (one: string, other: string): boolean => foldedAddress(one) === foldedAddress(other)

/** An address as it is compared and hashed. */
export const foldedAddress = (email: string): string => email.toLowerCase()
