import { AppError } from '../../errors.ts'
import type { Basis, BasisLetter, LegalBasis, RegisterScope } from './types.ts'

/** Characters of the text of an other basis. */
export const basisText = { least: 10, most: 500 } as const

/** The row of brreg.md 1 that a letter of hvitvaskingsloven § 4 first paragraph belongs to. */
export const basisOfLetter = (
  _letter: BasisLetter,
): Extract<Basis, 'rapporteringspliktig' | 'rapporteringspliktig.begrenset'> => {
  throw new AppError('internal', 'not written yet')
}

/** The scope that brreg gives for such a basis, if it agrees: expected, never promised. Null for `other`. */
export const expectedScope = (_basis: LegalBasis): RegisterScope | null => {
  throw new AppError('internal', 'not written yet')
}

/** A legal basis as the mail says it, in Norwegian, on one line. */
export const legalBasisWords = (_basis: LegalBasis): string => {
  throw new AppError('internal', 'not written yet')
}
