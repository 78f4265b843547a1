import { checkDigit } from '../enhetsregisteret/organisation-number.ts'
import { fieldsOf, type OrderField } from './fields.ts'
import type { Order, OrderKind } from './order.ts'
import { namedScope, suggestedScope } from './scopes.ts'

export type Reading = Pick<Order, 'kind' | 'fields' | 'missing' | 'suggested'>

/** What an officer reads out of it: the company, its supplier, or the supplier's customer. */
type Whose = 'own' | 'supplier' | 'customer'

/** Without what was quoted of earlier mails: `>` before a line, and all below a header that a mail program wrote. */
export const withoutQuotes = (text: string): string => {
  const lines = text.split(/\r?\n/)
  const quoted = lines.findIndex(
    (line) => /^-{2,} ?(opprinnelig|original)/i.test(line) || /^(Den|On) .*(skrev|wrote).*:$/i.test(line),
  )
  return lines
    .slice(0, quoted === -1 ? undefined : quoted)
    .filter((line) => !line.startsWith('>'))
    .join('\n')
}

/** Above a group of short labels: whose they are. A sentence is none. */
const isHeading = (line: string) =>
  /^[^.,:!?]{4,60}:?$/.test(line) && /ansvarlig|kontakt|leverandør|kund|virksomhet/i.test(line)

/** A label and what stands after it; on the next line where nothing does. Of a heading the value is empty. */
const labelled = (text: string): [label: string, value: string][] => {
  const lines = text.split('\n').map((line) => line.replace(/^[\s*•–-]+/, '').trim())
  return lines.flatMap((line, at): [string, string][] => {
    const colon = line.indexOf(':')
    if (colon === -1 && isHeading(line)) return [[line.toLowerCase(), '']]
    if (colon < 3 || colon > 90) return []
    const after = line.slice(colon + 1).trim()
    const below = lines[at + 1] ?? ''
    return [[line.slice(0, colon).toLowerCase(), after !== '' ? after : below.includes(':') ? '' : below]]
  })
}

/** `navn`, `e-post`, `telefon`: a label that says nothing of whose it is. */
const isBare = (label: string) => /^(navn|e-?post(-?adresse)?|e-?mail|telefon(nummer)?|tlf\.?|mobil)$/.test(label)

const partyIn = (label: string): Whose | null => {
  if (/leverandør/.test(label)) return 'supplier'
  if (/kund(e|en|ens)\b/.test(label)) return 'customer'
  return /virksomhet/.test(label) ? 'own' : null
}

const parts = [
  [/e-?post|e-?mail/, 'email'],
  [/telefon|mobil|tlf/, 'phone'],
  [/navn/, 'name'],
] as const

const fieldFor = (label: string, whose: Whose): OrderField | null => {
  if (/hjemmel/.test(label)) return 'legal_basis'
  if (/organisasjonsn|\borg\.? ?nr/.test(label))
    return whose === 'own' ? 'organisation_number' : `${whose}_organisation_number`
  const part = parts.find(([pattern]) => pattern.test(label))?.[1]
  if (part === undefined) return null
  if (/produksjon/.test(label)) return `production_contact_${part}`
  if (part === 'name' && !/ansvarlig|kontakt/.test(label))
    return whose === 'own' ? 'organisation_name' : `${whose}_name`
  return whose === 'own' ? `test_contact_${part}` : `${whose}_test_contact_${part}`
}

const NUMBERS: readonly OrderField[] = [
  'organisation_number',
  'supplier_organisation_number',
  'customer_organisation_number',
]

const isNumber = (text: string) => /^\d{9}$/.test(text) && String(checkDigit(text.slice(0, 8))) === text[8]

const readFields = (text: string): Order['fields'] => {
  const fields: Order['fields'] = {}
  let whose: Whose = 'own'
  let heading = ''
  for (const [label, value] of labelled(text)) {
    // a contact's lines may leave out whose contact it is: that of the party told last
    whose = partyIn(label) ?? whose
    if (value === '' && isHeading(label)) heading = label
    const field = fieldFor(isBare(label) ? `${label} ${heading}` : label, whose)
    if (field === null || value === '' || fields[field] !== undefined) continue
    fields[field] = NUMBERS.includes(field) ? value.replace(/[\s.\u00a0]/g, '') : value
  }
  return fields
}

/** The one sentence by which B is told from C (brreg.md 2, trap 3). */
const FICTIONAL = /fiktiv\w*\s+(virksomhet|kunde|enhet|foretak)/i

const kindOf = (fields: Order['fields'], text: string): OrderKind | null => {
  if (fields.customer_organisation_number ?? fields.customer_name) return 'existing'
  // neither a customer nor the sentence: brreg can only take it for a C with half of it missing
  if (fields.supplier_organisation_number ?? fields.supplier_name)
    return FICTIONAL.test(text) ? 'fictional' : 'existing'
  const isDirect = fields.organisation_number ?? fields.legal_basis ?? fields.production_contact_name
  return isDirect === undefined ? null : 'direct'
}

/** A supplier's order knows no company of its own: a contact of nobody in particular is the supplier's. */
const ofSupplier = ({
  test_contact_name: name,
  test_contact_email: email,
  test_contact_phone: phone,
  ...fields
}: Order['fields']): Order['fields'] => ({
  ...fields,
  ...(name === undefined ? {} : { supplier_test_contact_name: name }),
  ...(email === undefined ? {} : { supplier_test_contact_email: email }),
  ...(phone === undefined ? {} : { supplier_test_contact_phone: phone }),
})

/**
 * Reads an order out of its mails as an officer would: labels in any order and any layout, numbers with or without
 * spaces. What a later mail tells anew counts.
 *
 * @param texts of the mails that came, oldest first, quotes taken out
 */
export const readOrder = (texts: readonly string[]): Reading => {
  const told = Object.assign({}, ...texts.map(readFields)) as Order['fields']
  const kind = kindOf(told, texts.join('\n'))
  const fields = kind === 'fictional' || kind === 'existing' ? ofSupplier(told) : told
  const wanted = kind === null ? [] : (Object.entries(fieldsOf[kind]) as [OrderField, string][])
  const lacks = ([field]: [OrderField, string]) => {
    const value = fields[field]
    return value === undefined || (NUMBERS.includes(field) && !isNumber(value))
  }
  return {
    kind,
    fields,
    missing: wanted.filter(lacks).map(([, label]) => label),
    // a supplier may tell which scope its customers will have
    suggested: fields.legal_basis === undefined ? namedScope(texts.join('\n')) : suggestedScope(fields.legal_basis),
  }
}

const WITHDRAWN =
  /\b(?:vi |jeg )?(?:trekker|vil trekke|ønsker å trekke|kansellerer|avbestiller|annullerer|tilbakekaller|withdraw)\b/i

/** Whether a mail takes an order back, by its own words. */
export const takesBack = (text: string): boolean => WITHDRAWN.test(text) && /bestilling|order\b/i.test(text)
