import type { FieldFault } from '../../errors.ts'
import { AppError } from '../../errors.ts'
import type { Environment } from '../client/types.ts'
import type { OrderKind, RegisterScope } from './types.ts'

/** Characters of a note. */
export const NOTE_LENGTH = 2000

/** What people record of brreg's answers and of delegations; values as typed. */
export type Recorded =
  | { event: 'ask-more' | 'refuse' | 'delegate' | 'delegation-failed' | 'revoke' }
  | { event: 'confirm'; scope: RegisterScope | null; environments: readonly Environment[] }
  | { event: 'deliver'; scope: RegisterScope | null; unitNumber: string; unitName: string }

/** What can be wrong with what is recorded; the fields are the blocks' names. */
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

/**
 * Faults at `scope`, `environments`, `unit_number`, `unit_name` and `note`; none when it may be recorded. The fictional
 * enterprise's number is looked at for form and check digit alone (brreg.md 5.1).
 */
export const faultsOfRecorded = (
  _kind: OrderKind,
  _recorded: Recorded,
  _note: string,
): (FieldFault & { reason: RecordFault })[] => {
  throw new AppError('internal', 'not written yet')
}
