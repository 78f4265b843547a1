import { readOrganisationNumber } from '../organisation-number.ts'

/** How a unit stands in Enhetsregisteret (brreg.md 4.2); what was removed for legal reasons is no unit any more. */
export const registerStates = ['live', 'bankrupt', 'winding-up', 'deleted'] as const
export type RegisterState = (typeof registerStates)[number]

export type RegisterUnit = {
  /** nine digits */
  number: string
  name: string
  /** the code, such as `AS` or `KOMM` */
  form: string
  /** the form in words, in Norwegian */
  formText: string
  municipality: string | null
  county: string | null
  state: RegisterState
  /** the number of the unit above, for sub-units and parts of public bodies */
  parent: string | null
  kind: 'main' | 'sub'
}

/** Why the register gave nothing usable: closed words, for the log and for `/readyz`. */
export const registerTroubles = [
  'unreachable',
  'lost',
  'timeout',
  'too-large',
  'busy',
  'faulty',
  'refused',
  'unreadable',
] as const
export type RegisterTrouble = (typeof registerTroubles)[number]

/**
 * What the register says of a number. `removed`: taken out of open data for legal reasons, without a name. `nothing`:
 * neither a main unit nor a sub-unit, or no organisation number at all. `unknown`: the register could not be asked, and
 * what was typed stays "unverified".
 */
export type LookUp =
  | { found: 'unit'; unit: RegisterUnit }
  | { found: 'removed'; number: string }
  | { found: 'nothing'; number: string }
  | { found: 'unknown'; number: string; reason?: RegisterTrouble }

/** Enhetsregisteret, asked without login. A register that is down is an answer, never an error. */
export type Enhetsregisteret = {
  /** @param number as typed; what is no organisation number is `nothing`, and the register is not asked */
  byNumber(number: string): Promise<LookUp>
  /**
   * Main units by name, ten to a page, best first.
   *
   * @param page zero-based; the register shows no more than its first 10 000 hits, and later pages are the last one
   */
  search(name: string, page?: number): Promise<{ units: RegisterUnit[]; total: number } | 'unknown'>
  /** Throws `register-unavailable` when the register does not answer. */
  look(): Promise<void>
}

/** Whether a number may stand for an organisation, and why (or why not). */
export type Use =
  | { use: 'ok' }
  | { use: 'warn'; reason: 'bankrupt' | 'winding-up' | 'unverified' | 'synthetic' }
  | { use: 'block'; reason: 'deleted' | 'removed' | 'not-found' }
  | { use: 'block'; reason: 'sub-unit'; instead: string | null }

/**
 * What a look-up means for whoever wants to use the number as an organisation (brreg.md 4.4). Clients and delegations
 * belong to the legal entity: a sub-unit gives way to `instead`, the unit above it.
 */
export const usableAs = (found: LookUp): Use => {
  if (found.found === 'removed') return { use: 'block', reason: 'removed' }
  if (found.found === 'unknown') return { use: 'warn', reason: 'unverified' }
  if (found.found === 'nothing')
    return isSynthetic(found.number) ? { use: 'warn', reason: 'synthetic' } : { use: 'block', reason: 'not-found' }
  const { state, kind, parent } = found.unit
  if (state === 'deleted') return { use: 'block', reason: 'deleted' }
  if (kind === 'sub') return { use: 'block', reason: 'sub-unit', instead: parent }
  return state === 'live' ? { use: 'ok' } : { use: 'warn', reason: state }
}

/** Test data's own numbers begin with 2 or 3, and the production register does not know them (brreg.md 5.1). */
export const isSynthetic = (number: string): boolean => /^[23]/.test(readOrganisationNumber(number) ?? '')

/** A sole proprietorship is named after its owner: such a name is not for channels (brreg.md 4.4). */
export const namesPerson = (unit: Pick<RegisterUnit, 'form'>): boolean => unit.form === 'ENK'
