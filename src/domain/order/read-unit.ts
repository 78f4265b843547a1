import { isSynthetic, type LookUp, type RegisterUnit, usableAs } from '../belonging/register-unit.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { isSameCompanyName, readCompanyName } from './company-name.ts'
import type { OrderFault, OrderField, OrderWarning } from './fields.ts'
import type { OrderUnit } from './types.ts'

type NumberRead = { ok: true; number: string } | { ok: false; code: 'required' | 'number-form' }

/**
 * A company's number as typed (brreg.md 5.1): real ones begin with 8 or 9. Test data's own begin with 2 or 3: whether
 * they may be ordered for is the register's to say, since that of production knows none of them.
 */
export const readCompanyNumber = (typed: string): NumberRead => {
  if (typed.trim() === '') return { ok: false, code: 'required' }
  const number = readOrganisationNumber(typed)
  if (number === null) return { ok: false, code: 'number-form' }
  return isSynthetic(number) || /^[89]/.test(number) ? { ok: true, number } : { ok: false, code: 'number-form' }
}

export type UnitRead = {
  unit: OrderUnit | null
  found: RegisterUnit | null
  faults: OrderFault[]
  warnings: OrderWarning[]
}

/**
 * A company by its typed number and name, with what the register says of it (brreg.md 4.4). A name left empty is the
 * register's, where it knows one.
 *
 * @param fields where faults stand
 */
export const readUnit = (
  typed: { number: string; name: string },
  fields: { number: OrderField; name: OrderField },
  units: ReadonlyMap<string, LookUp>,
): UnitRead => {
  const read = readCompanyNumber(typed.number)
  const lookUp: LookUp | null = read.ok ? (units.get(read.number) ?? { found: 'unknown', number: read.number }) : null
  const found = lookUp?.found === 'unit' ? lookUp.unit : null
  const name = readCompanyName(typed.name.trim() === '' ? (found?.name ?? '') : typed.name, found?.name)
  const faults: OrderFault[] = []
  const warnings: OrderWarning[] = []
  if (!read.ok) faults.push({ field: fields.number, code: read.code })
  const use = lookUp && usableAs(lookUp)
  if (use?.use === 'block')
    faults.push({
      field: fields.number,
      code: use.reason,
      ...(use.reason === 'sub-unit' && { instead: use.instead }),
    })
  // a number of test data that the register does not know would be read from production in vain
  if (use?.use === 'warn' && use.reason === 'synthetic') faults.push({ field: fields.number, code: 'number-synthetic' })
  else if (use?.use === 'warn') warnings.push({ code: use.reason, field: fields.number })
  if (!name.ok) faults.push({ field: fields.name, code: name.code })
  else if (found !== null && !isSameCompanyName(name.name, found.name))
    warnings.push({ code: 'name-differs', field: fields.name, registered: found.name })
  const unit = read.ok && name.ok ? { number: read.number, name: name.name, verified: found !== null } : null
  return { unit, found, faults, warnings }
}
