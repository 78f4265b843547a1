import { hasControl, hasLineBreak, tidyLine } from '../contact/typed-line.ts'

export type CompanyNameRead =
  | { ok: true; name: string }
  | { ok: false; code: 'required' | 'company-length' | 'company-characters' }

const LONGEST = 180
/** Latin letters (Norwegian, Sámi and others), digits, and what brreg.md 5.2 lists beside them. */
const usual = /^[\p{Script=Latin}\p{M}\p{Nd} &.,'()/+-]+$/u

/** Word processors' apostrophes and dashes, as the register writes them. */
const plain = (typed: string): string =>
  tidyLine(typed)
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')

/** A name as it is compared: in any letter case (brreg.md 5.2). */
const folded = (name: string): string => plain(name).toLocaleUpperCase('nb')

/** Whether two spellings name the same company. */
export const isSameCompanyName = (one: string, other: string): boolean => folded(one) === folded(other)

/**
 * A company's name as typed (brreg.md 5.2): 1 to 180 characters on one line.
 *
 * @param registered the register's own name, which is right whatever is in it
 */
export const readCompanyName = (typed: string, registered: string | null = null): CompanyNameRead => {
  if (hasLineBreak(typed)) return { ok: false, code: 'company-characters' }
  const name = plain(typed)
  if (name === '') return { ok: false, code: 'required' }
  if ([...name].length > LONGEST) return { ok: false, code: 'company-length' }
  if (registered !== null && isSameCompanyName(name, registered) && !hasControl(name)) return { ok: true, name }
  return usual.test(name) ? { ok: true, name } : { ok: false, code: 'company-characters' }
}
