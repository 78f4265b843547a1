import type { Basis, BasisLetter, LegalBasis, RegisterScope } from './types.ts'

/** Characters of the text of another basis (brreg.md 5.5). */
export const basisText = { least: 10, most: 500 } as const

/** Letters of hvitvaskingsloven § 4 first paragraph whose access is limited (brreg.md 1); all others' is the ordinary one. */
const limited: ReadonlySet<BasisLetter> = new Set(['d', 'f', 'l', 'm'])

type ReportingBasis = Extract<Basis, 'rapporteringspliktig' | 'rapporteringspliktig.begrenset'>

/** Whether a basis is one of the two that a letter belongs to. */
export const isReporting = (basis: Basis): basis is ReportingBasis =>
  basis === 'rapporteringspliktig' || basis === 'rapporteringspliktig.begrenset'

/** The row of brreg.md 1 that a letter of hvitvaskingsloven § 4 first paragraph belongs to. */
export const basisOfLetter = (letter: BasisLetter): ReportingBasis =>
  limited.has(letter) ? 'rapporteringspliktig.begrenset' : 'rapporteringspliktig'

/** The scope that brreg gives for such a basis, if it agrees: expected, never promised. Null for `other`. */
export const expectedScope = ({ basis }: LegalBasis): RegisterScope | null => (basis === 'other' ? null : basis)

const regulation = 'forskrift til lov om register over reelle rettighetshavere § 3-11'
const reporting = 'hvitvaskingsloven § 4 første ledd'

const words: Record<Exclude<Basis, 'other'>, string> = {
  offentlig: `Offentlig myndighet, ${regulation} første ledd`,
  rapporteringspliktig: `Rapporteringspliktig virksomhet, ${reporting}`,
  'rapporteringspliktig.begrenset': `Rapporteringspliktig virksomhet, ${reporting}`,
  media: `Media, ${regulation} andre til fjerde ledd`,
  sivilsamfunnsorganisasjon: `Sivilsamfunnsorganisasjon, ${regulation} andre til fjerde ledd`,
  hoeyereutdanningsinstitusjon: `Høyere utdanningsinstitusjon, ${regulation} andre til fjerde ledd`,
}

/** A legal basis as the mail says it, in Norwegian, on one line. */
export const legalBasisWords = ({ basis, letter, text }: LegalBasis): string => {
  if (basis === 'other') return text ?? ''
  return letter === null ? words[basis] : `${words[basis]} bokstav ${letter}`
}
