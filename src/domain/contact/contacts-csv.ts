import type { Deps } from '../deps.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { type CsvRow, missingColumns } from './csv-rows.ts'
import { type ContactFaultCode, type ContactRead, readContact } from './read-contact.ts'
import { foldedAddress } from './read-email.ts'
import { inOrder } from './read-scope.ts'
import type { ClientRef, Contact, ContactContent } from './types.ts'

/** The columns of a contacts file (design section 4), in the order of its header. */
export const contactColumns = [
  'organisation_number',
  'client_id',
  'name',
  'email',
  'phone',
  'kind',
  'language',
] as const
export type ContactColumn = (typeof contactColumns)[number]

/**
 * `differs`: an earlier line says something else of the same address. `last-contact`: production would be heard of by
 * nobody.
 */
export type ContactRowReason =
  | ContactFaultCode
  | 'no-rows'
  | 'column-missing'
  | 'number-invalid'
  | 'organisation-unknown'
  | 'differs'
  | 'last-contact'
export type ContactRowFault = { line: number; field: ContactColumn; reason: ContactRowReason; value?: string }

/** What a file may leave empty. */
const mayBeEmpty = ['phone', 'language'] as const
type Empty = (typeof mayBeEmpty)[number]

/** A contact of a file; `lines` are those that it was read from, `empty` what none of them says anything of. */
export type ContactRow = { organisationNumber: string; content: ContactContent; lines: number[]; empty: Empty[] }

type Known = { language: string; clients: Map<string, ClientRef[]> }

/** What a spreadsheet would run if it stood first in a cell; the apostrophe in front is how one says that it is text. */
const steering = /^[=+\-@\t\r]/
const asText = (value: string): string => value.replace(/^'(?=[=+\-@])/, '')

const columnOf = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  kind: 'kind',
  language: 'language',
  applies_to: 'client_id',
} as const

/** Clients of the file's organisations that it names, and only those. */
const lookUp = async ({ store }: Pick<Deps, 'store'>, rows: readonly CsvRow[]): Promise<Map<string, Known>> => {
  const known = new Map<string, Known | null>()
  for (const { values } of rows) {
    const number = readOrganisationNumber(values.organisation_number ?? '')
    if (number === null) continue
    if (!known.has(number)) {
      const organisation = await store.organisation(number)
      known.set(number, organisation && { language: organisation.language, clients: new Map() })
    }
    const about = known.get(number)
    const id = (values.client_id ?? '').trim()
    if (!about || id === '' || about.clients.has(id)) continue
    const found: ClientRef[] = []
    for (const environment of ['test', 'prod'] as const)
      if (await store.registration(number, environment, id)) found.push({ environment, clientId: id })
    about.clients.set(id, found)
  }
  return new Map([...known].filter((each): each is [string, Known] => each[1] !== null))
}

const readRow = ({ values }: CsvRow, { language, clients }: Known): ContactRead => {
  const id = (values.client_id ?? '').trim()
  const at = (column: ContactColumn) => asText(values[column] ?? '')
  return readContact(
    {
      name: at('name'),
      email: at('email'),
      phone: at('phone'),
      kind: at('kind'),
      language: at('language').trim() || language,
      appliesTo: [id === '' ? 'organisation' : id],
    },
    { clients: clients.get(id) ?? [], domains: [] },
  )
}

const emptyOf = ({ values }: CsvRow): Empty[] =>
  mayBeEmpty.filter((column) => asText(values[column] ?? '').trim() === '')

const told = ({ name, phone, kind, language }: ContactContent): string => JSON.stringify([name, phone, kind, language])

/** Two lines of one address as one, or why they are not one. */
const merged = (one: ContactContent, other: ContactContent): ContactContent | 'differs' | 'scope-mixed' => {
  if (told(one) !== told(other)) return 'differs'
  if (one.scope !== other.scope) return 'scope-mixed'
  return { ...one, clients: inOrder([...one.clients, ...other.clients]) }
}

/**
 * The contacts of a file (design section 4), checked line by line (brreg.md 5). An empty `client_id` is the whole
 * organisation, `test` or `prod` one environment; several lines of one address merge their clients; an empty language is the
 * organisation's. All faults come back together, and the contacts are of use only when there are none.
 */
export const readContactRows = async (
  deps: Pick<Deps, 'store'>,
  rows: readonly CsvRow[],
): Promise<{ contacts: ContactRow[]; faults: ContactRowFault[] }> => {
  if (rows.length === 0) return { contacts: [], faults: [{ line: 1, field: 'organisation_number', reason: 'no-rows' }] }
  const missing = missingColumns(rows, contactColumns)
  if (missing.length > 0)
    return { contacts: [], faults: missing.map((field) => ({ line: 1, field, reason: 'column-missing' })) }
  const known = await lookUp(deps, rows)
  const contacts = new Map<string, ContactRow>()
  const faults: ContactRowFault[] = []
  for (const row of rows) {
    const { line, values } = row
    const tell = (field: ContactColumn, reason: ContactRowReason) =>
      faults.push({ line, field, reason, ...(values[field] && { value: values[field] }) })
    const number = readOrganisationNumber(values.organisation_number ?? '')
    const about = number === null ? undefined : known.get(number)
    if (number === null || !about) {
      tell('organisation_number', number === null ? 'number-invalid' : 'organisation-unknown')
    }
    const read = readRow(row, about ?? { language: 'nb', clients: new Map() })
    if (!read.ok) {
      // of an organisation that is not there no client is either: one fault is enough
      for (const { field, code } of read.faults) if (about || field !== 'applies_to') tell(columnOf[field], code)
    }
    if (number === null || !about || !read.ok) continue
    const key = `${number} ${foldedAddress(read.content.email)}`
    const earlier = contacts.get(key)
    const content = earlier ? merged(earlier.content, read.content) : read.content
    if (typeof content === 'string') tell(content === 'differs' ? 'email' : 'client_id', content)
    else {
      const empty = emptyOf(row).filter((column) => earlier?.empty.includes(column) ?? true)
      contacts.set(key, { organisationNumber: number, content, lines: [...(earlier?.lines ?? []), line], empty })
    }
  }
  return { contacts: [...contacts.values()], faults }
}

const cell = (value: string): string => {
  const text = steering.test(value) ? `'${value}` : value
  return /["',\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Contacts as a file that `readContactRows` takes back the same: a line for each client of theirs. No cell begins with
 * what a spreadsheet would run (`=`, `+`, `-`, `@`): those get an apostrophe in front, phone numbers too.
 */
export const contactsCsv = (contacts: readonly Contact[]): string => {
  const lines = contacts.flatMap((contact) => {
    const { organisationNumber, scope, clients, name, email, phone, kind, language } = contact
    const ids = scope === 'clients' ? clients.map(({ clientId }) => clientId) : [scope === 'organisation' ? '' : scope]
    return ids.map((id) => [organisationNumber, id, name, email, phone ?? '', kind, language].map(cell).join(','))
  })
  return `${[contactColumns.join(','), ...lines].join('\r\n')}\r\n`
}
