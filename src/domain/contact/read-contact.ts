import { domainOf } from '../belonging/belonging-of.ts'
import { isPublicDomain } from '../belonging/public-domains.ts'
import { languages } from '../belonging/types.ts'
import { type EmailFault, readEmail } from './read-email.ts'
import { type NameFault, readMailboxName, readPersonName } from './read-person-name.ts'
import { type PhoneFault, readPhone } from './read-phone.ts'
import { readScope, type ScopeFault } from './read-scope.ts'
import { type ClientRef, type ContactContent, contactKinds } from './types.ts'

/** The fields of `contact-edit` (design section 3). */
export type ContactField = 'name' | 'email' | 'phone' | 'kind' | 'language' | 'applies_to'
export type ContactFaultCode =
  | EmailFault
  | PhoneFault
  | NameFault
  | ScopeFault
  | 'kind'
  | 'language'
  /** the address is another contact's of the organisation already */
  | 'duplicate'
export type ContactFault = { field: ContactField; code: ContactFaultCode }
export type ContactWarning = 'free-mail' | 'other-domain' | 'special-number' | 'switchboard' | 'short-name'

/** A contact as it was typed or chosen; `appliesTo`: `organisation`, `test`, `prod`, or ids of clients. */
export type TypedContact = {
  name: string
  email: string
  phone: string
  kind: string
  language: string
  appliesTo: readonly string[]
}

/** What is known of the organisation: its clients, and its domains as its rules have them (`*.etat.no`). */
export type ContactSurroundings = { clients: readonly ClientRef[]; domains: readonly string[] }

export type ContactRead =
  | { ok: true; content: ContactContent; warnings: ContactWarning[] }
  | { ok: false; faults: ContactFault[] }

const covers = (rule: string, domain: string): boolean =>
  rule.startsWith('*.') ? domain.endsWith(rule.slice(1)) : domain === rule

/** Said beside an address, never against it: a supplier's people sit elsewhere. */
const addressWarning = (email: string, domains: readonly string[]): ContactWarning | null => {
  const domain = domainOf(email) ?? ''
  if (isPublicDomain(domain)) return 'free-mail'
  return domains.length > 0 && !domains.some((rule) => covers(rule, domain)) ? 'other-domain' : null
}

const oneOf = <T extends string>(words: readonly T[], typed: string): T | undefined => {
  const wanted = typed.trim().toLowerCase()
  return words.find((word) => word === wanted)
}

/**
 * All that was typed of a contact, checked and normalised (brreg.md 5.2 to 5.4); every fault comes back at once, by field.
 * A shared mailbox may have any name. Warnings say what to look at again; they hinder nothing.
 */
export const readContact = (typed: TypedContact, about: ContactSurroundings): ContactRead => {
  const kind = oneOf(contactKinds, typed.kind)
  const language = oneOf(languages, typed.language)
  const name = kind === 'mailbox' ? readMailboxName(typed.name) : readPersonName(typed.name)
  const email = readEmail(typed.email)
  const phone = readPhone(typed.phone)
  const scope = readScope(typed.appliesTo, about.clients)
  if (!name.ok || !email.ok || !phone.ok || !scope.ok || !kind || !language) {
    const faults: ContactFault[] = []
    if (!name.ok) faults.push({ field: 'name', code: name.code })
    if (!email.ok) faults.push({ field: 'email', code: email.code })
    if (!phone.ok) faults.push({ field: 'phone', code: phone.code })
    if (!kind) faults.push({ field: 'kind', code: 'kind' })
    if (!language) faults.push({ field: 'language', code: 'language' })
    if (!scope.ok) faults.push({ field: 'applies_to', code: scope.code })
    return { ok: false, faults }
  }
  const warnings: ContactWarning[] = []
  if (name.short) warnings.push('short-name')
  const warned = addressWarning(email.email, about.domains)
  if (warned) warnings.push(warned)
  if (phone.warning) warnings.push(phone.warning === 'special' ? 'special-number' : 'switchboard')
  const content: ContactContent = {
    name: name.name,
    email: email.email,
    phone: phone.phone,
    kind,
    language,
    scope: scope.scope,
    clients: scope.clients,
  }
  return { ok: true, content, warnings }
}
