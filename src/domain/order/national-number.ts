import { AppError } from '../../errors.ts'

/** Whether anything in a text looks like a national identity number, a D-number or a synthetic one (brreg.md 5.7), with spaces in it too. */
export const hasNationalNumber = (_text: string): boolean => {
  throw new AppError('internal', 'not written yet')
}

/** Throws `holds-national-number`, which says nothing of the number. */
export const assertNoNationalNumber = (..._texts: string[]): void => {
  throw new AppError('internal', 'not written yet')
}
