import { ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/min'
import { hasLineBreak, tidyLine, withoutMarkup } from './typed-line.ts'

export const phoneFaults = ['form', 'short', 'machine', 'same-digits', 'unknown-country', 'line-break'] as const
export type PhoneFault = (typeof phoneFaults)[number]

export type PhoneWarning = 'special' | 'switchboard'
export type PhoneRead = { ok: true; phone: string | null; warning?: PhoneWarning } | { ok: false; code: PhoneFault }

const refused = (code: PhoneFault): PhoneRead => ({ ok: false, code })

/** What people write between digits: spaces, hyphens and dashes, dots, slashes, brackets. */
const separators = /[\s.()[\]/\u2010-\u2015\u2212-]/gu

const repeats = (digits: string): boolean => /^(\d)\1+$/.test(digits)

/** The classes of the Norwegian numbering plan (brreg.md 5.4). There is no trunk zero: a leading 0 belongs to the number. */
const readNorwegian = (digits: string): PhoneRead => {
  if (/^0[2-9]\d{3}$/.test(digits)) return { ok: true, phone: `+47${digits}`, warning: 'switchboard' }
  if (/^(?:58\d{10}|5[89]\d{6})$/.test(digits)) return refused('machine')
  if (digits.length < 8) return refused('short')
  if (digits.length > 8) return refused('form')
  if (repeats(digits)) return refused('same-digits')
  if (/^[01]/.test(digits)) return refused('form')
  const phone = `+47${digits}`
  return digits.startsWith('8') ? { ok: true, phone, warning: 'special' } : { ok: true, phone }
}

const faultOf = (error: ParseError): PhoneFault => {
  if (error.message === 'INVALID_COUNTRY') return 'unknown-country'
  return error.message === 'TOO_SHORT' ? 'short' : 'form'
}

const readForeign = (digits: string): PhoneRead => {
  if (digits.length < 7) return refused('short')
  if (digits.length > 15) return refused('form')
  try {
    const number = parsePhoneNumberWithError(`+${digits}`)
    if (repeats(number.nationalNumber)) return refused('same-digits')
    // that the number is given out is not asked: numbering plans grow faster than tables of them
    return number.isPossible() ? { ok: true, phone: number.number } : refused('form')
  } catch (error) {
    if (error instanceof ParseError) return refused(faultOf(error))
    throw error
  }
}

/**
 * A phone number as somebody typed it (brreg.md 5.4), in E.164; nothing is null. Eight digits are Norwegian, other
 * countries' begin with `+` or `00`. Short codes, machines' numbers (58, 59) and one digit repeated are refused; special
 * numbers (8xx) and five-digit switchboards are taken with a warning.
 */
export const readPhone = (typed: string): PhoneRead => {
  if (hasLineBreak(typed)) return refused('line-break')
  const line = withoutMarkup(tidyLine(typed).normalize('NFKC'), 'tel')
  if (line === '') return { ok: true, phone: null }
  // five digits that begin with 00 are no prefix and no number
  const bare = line.replace(separators, '').replace(/^00(?=\d{4})/, '+')
  if (!/^\+?\d+$/.test(bare)) return refused('form')
  if (!bare.startsWith('+')) return readNorwegian(/^47\d{8}$/.test(bare) ? bare.slice(2) : bare)
  return bare.startsWith('+47') ? readNorwegian(bare.slice(3)) : readForeign(bare.slice(1))
}
