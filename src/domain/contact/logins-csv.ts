import { type Environment, environments } from '../client/types.ts'
import { norwegianDay } from '../norwegian-days.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { type CsvRow, missingColumns } from './csv-rows.ts'
import type { LoginCount } from './types.ts'

/** The columns of a logins file (design section 4), in the order of its header. */
export const loginColumns = ['organisation_number', 'environment', 'month', 'logins'] as const
export type LoginColumn = (typeof loginColumns)[number]

export const loginRowReasons = [
  'no-rows',
  'column-missing',
  'number-invalid',
  'organisation-unknown',
  'environment-unknown',
  'month-invalid',
  'month-ahead',
  'logins-invalid',
  'duplicate',
] as const
export type LoginRowReason = (typeof loginRowReasons)[number]
export type LoginRowFault = { line: number; field: LoginColumn; reason: LoginRowReason; value?: string }

/** More than all logins of a country in a month, and what a column of 32 bits holds. */
const MOST_LOGINS = 2_000_000_000

const readLogins = (typed: string): number | null => {
  const digits = typed.replace(/[\s\u00a0\u202f]/g, '')
  const logins = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN
  return logins <= MOST_LOGINS ? logins : null
}

/**
 * The monthly sums of a file, checked line by line; all faults come back together, and the rows are of use only when there
 * are none. A month (`2026-10`, Norwegian) may stand once for each organisation and environment, and must have begun.
 *
 * @param isKnown whether the bot has an organisation with this number
 */
export const readLoginRows = (
  rows: readonly CsvRow[],
  { isKnown, now }: { isKnown: (organisationNumber: string) => boolean; now: number },
): { counts: LoginCount[]; faults: LoginRowFault[] } => {
  if (rows.length === 0) return { counts: [], faults: [{ line: 1, field: 'organisation_number', reason: 'no-rows' }] }
  const missing = missingColumns(rows, loginColumns)
  if (missing.length > 0)
    return { counts: [], faults: missing.map((field) => ({ line: 1, field, reason: 'column-missing' })) }
  const present = norwegianDay(now).slice(0, 7)
  const faults: LoginRowFault[] = []
  const counts = new Map<string, LoginCount>()
  for (const { line, values } of rows) {
    const at = (column: LoginColumn) => (values[column] ?? '').trim()
    const before = faults.length
    const tell = (field: LoginColumn, reason: LoginRowReason) => faults.push({ line, field, reason, value: at(field) })
    const number = readOrganisationNumber(at('organisation_number'))
    const environment: Environment | undefined = environments.find((each) => each === at('environment').toLowerCase())
    const month = at('month')
    const logins = readLogins(at('logins'))
    if (number === null) tell('organisation_number', 'number-invalid')
    else if (!isKnown(number)) tell('organisation_number', 'organisation-unknown')
    if (!environment) tell('environment', 'environment-unknown')
    if (!/^20\d\d-(?:0[1-9]|1[0-2])$/.test(month)) tell('month', 'month-invalid')
    else if (month > present) tell('month', 'month-ahead')
    if (logins === null) tell('logins', 'logins-invalid')
    if (number === null || !environment || logins === null || faults.length > before) continue
    const key = `${number} ${environment} ${month}`
    if (counts.has(key)) tell('month', 'duplicate')
    else counts.set(key, { organisationNumber: number, environment, month, logins })
  }
  return { counts: [...counts.values()], faults }
}
