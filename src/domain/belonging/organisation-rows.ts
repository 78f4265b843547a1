import type { OrganisationRow } from '../deps.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { readDomainName } from './domain-name.ts'
import { isPublicDomain } from './public-domains.ts'
import { type Language, languages } from './types.ts'

/** The columns of an organisations file (design section 4), in the order of its header. */
export const organisationColumns = ['organisation_number', 'name', 'domains', 'language'] as const
export type OrganisationColumn = (typeof organisationColumns)[number]

export const rowReasons = [
  'no-rows',
  'column-missing',
  'number-missing',
  'number-invalid',
  'number-duplicate',
  'name-missing',
  'name-too-long',
  'name-control-character',
  'domain-missing',
  'domain-invalid',
  'domain-public',
  'domain-duplicate',
  'language-unknown',
] as const
export type RowReason = (typeof rowReasons)[number]

/** `line` is the file's: the header is line 1. `value` is what stood there, where it helps to find it. */
export type RowFault = { line: number; field: OrganisationColumn; reason: RowReason; value?: string }

const LONGEST_NAME = 180

type Told = (field: OrganisationColumn, reason: RowReason, value?: string) => void

const readNumber = (typed: string, seen: Set<string>, tell: Told): string => {
  if (typed.trim() === '') tell('organisation_number', 'number-missing')
  const number = readOrganisationNumber(typed)
  if (!number) {
    if (typed.trim() !== '') tell('organisation_number', 'number-invalid', typed)
    return ''
  }
  if (seen.has(number)) tell('organisation_number', 'number-duplicate', number)
  seen.add(number)
  return number
}

const readName = (typed: string, tell: Told): string => {
  const trimmed = typed.trim().normalize('NFC')
  if (/\p{Cc}/u.test(trimmed)) tell('name', 'name-control-character')
  const name = trimmed.replace(/\s+/gu, ' ')
  if (name === '') tell('name', 'name-missing')
  if ([...name].length > LONGEST_NAME) tell('name', 'name-too-long', name)
  return name
}

const readDomains = (typed: string, tell: Told): string[] => {
  const domains: string[] = []
  for (const part of typed.split(';').map((each) => each.trim())) {
    if (part === '') continue
    const below = part.startsWith('*.')
    const host = readDomainName(below ? part.slice(2) : part)
    const domain = below ? `*.${host}` : host
    if (!host || !domain) tell('domains', 'domain-invalid', part)
    else if (isPublicDomain(host)) tell('domains', 'domain-public', part)
    else if (domains.includes(domain)) tell('domains', 'domain-duplicate', part)
    else domains.push(domain)
  }
  if (typed.replaceAll(';', '').trim() === '') tell('domains', 'domain-missing')
  return domains
}

const readLanguage = (typed: string, tell: Told): Language => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return 'nb'
  const language = languages.find((each) => each === wanted)
  if (!language) tell('language', 'language-unknown', typed)
  return language ?? 'nb'
}

/**
 * Rows of an organisations file, already split into fields by the caller, read and checked: check digits (brreg.md
 * 5.1), names (5.2), domains as design section 3 settles them (`etat.no` exact, `*.etat.no` what lies below it).
 * All faults of all lines come back together; rows are of use only when there are none. One domain may stand in
 * several organisations (shared), but once only in each.
 */
export const readOrganisationRows = (
  rows: { line: number; values: Record<string, string> }[],
): { rows: OrganisationRow[]; faults: RowFault[] } => {
  const first = rows[0]
  if (!first) return { rows: [], faults: [{ line: 1, field: 'organisation_number', reason: 'no-rows' }] }
  const missing = organisationColumns.filter((column) => first.values[column] === undefined)
  if (missing.length > 0) {
    return { rows: [], faults: missing.map((field) => ({ line: 1, field, reason: 'column-missing' })) }
  }

  const faults: RowFault[] = []
  const seen = new Set<string>()
  const read = rows.map(({ line, values }) => {
    const tell: Told = (field, reason, value) =>
      void faults.push(value === undefined ? { line, field, reason } : { line, field, reason, value })
    return {
      number: readNumber(values.organisation_number ?? '', seen, tell),
      name: readName(values.name ?? '', tell),
      domains: readDomains(values.domains ?? '', tell),
      language: readLanguage(values.language ?? '', tell),
    }
  })
  return { rows: read, faults }
}
