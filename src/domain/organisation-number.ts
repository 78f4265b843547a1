import { validate } from 'stdnum/lib/cjs/no/orgnr.js'

const separators = /[\s.\u00a0\u202f\u200b-\u200d\u2060\ufeff]/g

/**
 * An organisation number as nine digits, or null when it is none. Takes what people paste: spaces of any kind, dots,
 * `NO` in front, `MVA` behind. Form and check digit only (brreg.md 5.1); synthetic numbers (2 or 3 first) pass.
 *
 * The deep import is on purpose: all of stdnum costs some 200 ms at start, the Norwegian file a tenth of it.
 */
export const readOrganisationNumber = (typed: string): string | null => {
  const digits = typed
    .replace(separators, '')
    .replace(/^NO(?=\d)/i, '')
    .replace(/(?<=\d)MVA$/i, '')
  if (!/^[0-9]{9}$/.test(digits) || digits === '000000000') return null
  return validate(digits).isValid ? digits : null
}
