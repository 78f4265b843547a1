/** The six scopes of the register over beneficial owners, in the order of brreg.md section 1. */
export const registerScopes = [
  'brreg:reelle/offentlig',
  'brreg:reelle/rapporteringspliktig',
  'brreg:reelle/rapporteringspliktig.begrenset',
  'brreg:reelle/media',
  'brreg:reelle/sivilsamfunnsorganisasjon',
  'brreg:reelle/hoeyereutdanningsinstitusjon',
] as const

export type RegisterScope = (typeof registerScopes)[number]

/** One kind of access: who gets it, what to delegate in Altinn, and what it opens. */
export type RegisterAccess = {
  scope: RegisterScope
  holder: string
  /** the delegation form's exact name (brreg.md 1) */
  form: string
  /** what it opens beyond look-ups and the change log, which all do */
  opens: readonly string[]
}

const formFor = (holder: string) => `Register over reelle rettighetshavere - ${holder} - På vegne av`

const persons = 'fødselsnummer og d-nummer i svarene'

const holders: Record<RegisterScope, { holder: string; opens: readonly string[] }> = {
  'brreg:reelle/offentlig': {
    holder: 'Offentlig myndighet',
    opens: [persons, 'oppslag på fødselsnummer og d-nummer', 'nedlasting av totalbestand', 'uoverensstemmelser'],
  },
  'brreg:reelle/rapporteringspliktig': { holder: 'Rapporteringspliktig virksomhet', opens: [persons] },
  'brreg:reelle/rapporteringspliktig.begrenset': {
    holder: 'Rapporteringspliktig virksomhet begrenset',
    opens: [persons],
  },
  'brreg:reelle/media': { holder: 'Media', opens: [] },
  'brreg:reelle/sivilsamfunnsorganisasjon': { holder: 'Sivilsamfunnsorganisasjon', opens: [] },
  'brreg:reelle/hoeyereutdanningsinstitusjon': { holder: 'Høyere utdanningsinstitusjon', opens: [] },
}

export const accessOf = (scope: RegisterScope): RegisterAccess => ({
  scope,
  form: formFor(holders[scope].holder),
  ...holders[scope],
})

/** Every kind of access, in the same order. */
export const registerAccesses: readonly RegisterAccess[] = registerScopes.map(accessOf)

/** The scope that a text names, `null` where it names none. */
export const namedScope = (text: string): RegisterScope | null =>
  // the longest first: one name begins as another does
  registerScopes.toSorted((one, other) => other.length - one.length).find((scope) => text.includes(scope)) ?? null

export const isRegisterScope = (name: string): name is RegisterScope =>
  (registerScopes as readonly string[]).includes(name)

/** The letters of hvitvaskingsloven § 4 first paragraph that give the limited access (brreg.md 1). */
const LIMITED = /bokstav(?:ene)?\s+(?:[a-o]\s*(?:,|og|eller)\s*)*[dflm]\b/i

/**
 * What an officer would give by the words about the legal basis, `null` where they tell too little.
 * @param legalBasis free text, as the order has it
 */
export const suggestedScope = (legalBasis: string): RegisterScope | null => {
  if (/begrenset/i.test(legalBasis) || LIMITED.test(legalBasis)) return 'brreg:reelle/rapporteringspliktig.begrenset'
  if (/rapporteringspliktig|hvitvasking/i.test(legalBasis)) return 'brreg:reelle/rapporteringspliktig'
  if (/offentlig\s+(myndighet|organ|virksomhet)|3-11\s+første/i.test(legalBasis)) return 'brreg:reelle/offentlig'
  if (/\bmedia|\bpresse|redakt/i.test(legalBasis)) return 'brreg:reelle/media'
  if (/sivilsamfunn/i.test(legalBasis)) return 'brreg:reelle/sivilsamfunnsorganisasjon'
  if (/utdanning|universitet|høy(?:ere)?skole/i.test(legalBasis)) return 'brreg:reelle/hoeyereutdanningsinstitusjon'
  return null
}
