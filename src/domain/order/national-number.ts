import { idnr } from '@navikt/fnrvalidator'
import { AppError } from '../../errors.ts'

/** What people write between the digits of one number: at most three such characters. */
const between = /[\s.,:;_/·\u2010-\u2015\u2212-]{1,3}/u
const run = new RegExp(`\\d+(?:${between.source}\\d+)*`, 'gu')

const isNumber = (digits: string): boolean => digits.length === 11 && idnr(digits).status === 'valid'

/** Whether some of the groups, one after the other, make a number. */
const holds = (groups: readonly string[]): boolean =>
  groups.some((_, first) => {
    let digits = ''
    for (const group of groups.slice(first)) {
      digits += group
      if (digits.length >= 11) return isNumber(digits)
    }
    return false
  })

/**
 * Whether anything in a text looks like a national identity number, a D-number or a synthetic one (brreg.md 5.7), with
 * spaces or other signs between the digits too.
 */
export const hasNationalNumber = (text: string): boolean =>
  [
    ...text
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
      .matchAll(run),
  ].some(([found]) => holds(found.split(between)))

/** Throws `holds-national-number`, which says nothing of the number. */
export const assertNoNationalNumber = (...texts: readonly string[]): void => {
  if (texts.some(hasNationalNumber))
    throw new AppError('holds-national-number', 'a national identity number where none may be')
}
