import { idnr } from '@navikt/fnrvalidator'

/** Whether it is a good number of nobody: 80 added to the month, as Tenor makes them (reference digdir.md 5.5). */
export const isSyntheticPid = (text: string): boolean => {
  const checked = idnr(text)
  return checked.status === 'valid' && (checked.type === 'tnr' || checked.type === 'dnr-and-tnr')
}

/**
 * An invented national identity number.
 *
 * @param born `YYYY-MM-DD`
 * @param individual 0 to 999, the number to try first; the next one with good check digits is taken
 * @throws RangeError when none of them has
 */
export const syntheticPid = (born: string, individual: number): string => {
  const [year = '', month = '', day = ''] = born.split('-')
  const date = `${day}${String(Number(month) + 80)}${year.slice(-2)}`
  for (let next = individual; next <= 999; next += 1) {
    const nine = `${date}${String(next).padStart(3, '0')}`
    const first = checkDigit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])
    const second = checkDigit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    if (first < 10 && second < 10) return `${nine}${first}${second}`
  }
  throw new RangeError(`No individual number from ${individual} has good check digits`)
}

const checkDigit = (digits: string, weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)) % 11
