import type { OrderFault, TypedOrder } from './fields.ts'
import { basisOfLetter, basisText, isReporting } from './legal-basis.ts'
import { hasNationalNumber } from './national-number.ts'
import { freeLine } from './typed-text.ts'
import type { LegalBasis } from './types.ts'

type Typed = Pick<TypedOrder<'direct'>, 'legal_basis' | 'legal_basis_letter' | 'legal_basis_text'>
type LegalBasisRead = { value: LegalBasis | null; faults: OrderFault[] }

const none = (fault: OrderFault): LegalBasisRead => ({ value: null, faults: [fault] })
const some = (value: LegalBasis): LegalBasisRead => ({ value, faults: [] })

/**
 * The legal basis as chosen (brreg.md 5.5): an entity with a reporting duty says its letter, which decides between the
 * ordinary access and the limited one; another basis is told in words. Whether it holds is brreg's to decide.
 */
export const readLegalBasis = (typed: Typed): LegalBasisRead => {
  const { legal_basis: basis, legal_basis_letter: letter } = typed
  if (basis === null) return none({ field: 'legal_basis', code: 'required' })
  if (isReporting(basis)) {
    if (letter === null) return none({ field: 'legal_basis_letter', code: 'letter-missing' })
    const right = basisOfLetter(letter)
    if (right !== basis) return none({ field: 'legal_basis_letter', code: 'letter-other', basis: right })
    return some({ basis, letter, text: null })
  }
  if (basis !== 'other') return some({ basis, letter: null, text: null })
  const text = freeLine(typed.legal_basis_text)
  const { length } = [...text]
  if (length === 0) return none({ field: 'legal_basis_text', code: 'text-missing' })
  if (length < basisText.least || length > basisText.most)
    return none({ field: 'legal_basis_text', code: 'text-length' })
  if (hasNationalNumber(text)) return none({ field: 'legal_basis_text', code: 'national-number' })
  return some({ basis, letter: null, text })
}
