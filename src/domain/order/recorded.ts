import type { FieldFault } from '../../errors.ts'
import { AppError } from '../../errors.ts'
import type { Environment } from '../client/types.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { readCompanyName } from './company-name.ts'
import { hasNationalNumber } from './national-number.ts'
import { freeLines } from './typed-text.ts'
import type { OrderFacts, OrderKind, RegisterScope } from './types.ts'

/** Characters of a note. */
export const NOTE_LENGTH = 2000

/** What people record of brreg's answers and of delegations; values as typed. */
export type Recorded =
  | { event: 'ask-more' | 'refuse' | 'delegate' | 'delegation-failed' | 'revoke' }
  | { event: 'confirm'; scope: RegisterScope | null; environments: readonly Environment[] }
  | { event: 'deliver'; scope: RegisterScope | null; unitNumber: string; unitName: string }

/** What can be wrong with what is recorded. */
export const recordFaults = [
  'required',
  'number-form',
  'company-length',
  'company-characters',
  'too-long',
  'national-number',
  'date',
  'future',
] as const
export type RecordFault = (typeof recordFaults)[number]
export type FaultRecorded = FieldFault & { reason: RecordFault }

/** The fictional enterprise as typed: both its number and its name, or neither. */
export type TypedUnit = { unitNumber: string; unitName: string }

/**
 * The fictional enterprise that brreg made: its number is looked at for form and check digit alone, since no register
 * knows it (brreg.md 5.1). Null when nothing was typed.
 */
export const readFictionalUnit = ({
  unitNumber,
  unitName,
}: TypedUnit): { unit: OrderFacts['fictionalUnit']; faults: FaultRecorded[] } => {
  if (`${unitNumber}${unitName}`.trim() === '') return { unit: null, faults: [] }
  const faults: FaultRecorded[] = []
  const number = readOrganisationNumber(unitNumber)
  if (hasNationalNumber(unitNumber)) faults.push({ field: 'unit_number', reason: 'national-number' })
  else if (number === null)
    faults.push({ field: 'unit_number', reason: unitNumber.trim() === '' ? 'required' : 'number-form' })
  const name = readCompanyName(unitName)
  if (hasNationalNumber(unitName)) faults.push({ field: 'unit_name', reason: 'national-number' })
  else if (!name.ok) faults.push({ field: 'unit_name', reason: name.code })
  if (faults.length > 0 || number === null || !name.ok) return { unit: null, faults }
  return { unit: { number, name: name.name }, faults }
}

/** What is wrong with a note: several lines, at most `NOTE_LENGTH` characters. */
export const faultsOfNote = (note: string): FaultRecorded[] => {
  const text = freeLines(note)
  if (hasNationalNumber(text)) return [{ field: 'note', reason: 'national-number' }]
  return [...text].length > NOTE_LENGTH ? [{ field: 'note', reason: 'too-long' }] : []
}

/** Faults at `scope`, `environments`, `unit_number`, `unit_name` and `note`; none when it may be recorded. */
export const faultsOfRecorded = (kind: OrderKind, recorded: Recorded, note: string): FaultRecorded[] => {
  const faults: FaultRecorded[] = []
  if (recorded.event === 'confirm') {
    if (recorded.scope === null) faults.push({ field: 'scope', reason: 'required' })
    if (recorded.environments.length === 0) faults.push({ field: 'environments', reason: 'required' })
  }
  if (recorded.event === 'deliver' && kind === 'fictional') faults.push(...readFictionalUnit(recorded).faults)
  return [...faults, ...faultsOfNote(note)]
}

/**
 * Throws `holds-national-number` where one was typed anywhere, which says nothing of it; else `bad-input` with the
 * fields, where there are faults.
 */
export const assertRecordable = (faults: readonly FaultRecorded[]): void => {
  if (faults.some(({ reason }) => reason === 'national-number'))
    throw new AppError('holds-national-number', 'a national identity number where none may be')
  if (faults.length > 0) throw new AppError('bad-input', 'what was recorded does not hold', { fields: [...faults] })
}
