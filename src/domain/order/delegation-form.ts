import type { RegisterScope } from './types.ts'

/** A scope's whole name. */
export const scopeName = (scope: RegisterScope): string => `brreg:reelle/${scope}`

const forms: Record<RegisterScope, string> = {
  offentlig: 'Offentlig myndighet',
  rapporteringspliktig: 'Rapporteringspliktig virksomhet',
  'rapporteringspliktig.begrenset': 'Rapporteringspliktig virksomhet begrenset',
  media: 'Media',
  sivilsamfunnsorganisasjon: 'Sivilsamfunnsorganisasjon',
  hoeyereutdanningsinstitusjon: 'Høyere utdanningsinstitusjon',
}

/** The exact name of the form (delegeringsskjema) to look for in Altinn (brreg.md 1). */
export const delegationForm = (scope: RegisterScope): string =>
  `Register over reelle rettighetshavere - ${forms[scope]} - På vegne av`
