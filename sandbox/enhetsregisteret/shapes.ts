import forms from './forms.json' with { type: 'json' }
import { isSubUnit, type Unit } from './unit.ts'

/** The path that a unit is asked for at, below the base. */
export const pathOf = (unit: Pick<Unit, 'number' | 'form'>): string =>
  `${isSubUnit(unit) ? 'underenheter' : 'enheter'}/${unit.number}`

const formOf = ({ form }: Unit, base: string) => ({
  kode: form,
  beskrivelse: forms[form],
  _links: { self: { href: `${base}/organisasjonsformer/${form}` } },
})

const links = (unit: Unit, base: string) => ({ _links: { self: { href: `${base}/${pathOf(unit)}` } } })

/** Leaves out what is not known, as the register does. */
const known = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Taken out of the open data: the answer's body with 410, without a name. */
export const removedShape = (unit: Unit, since: string, base: string) => ({
  organisasjonsnummer: unit.number,
  slettedato: since,
  ...links(unit, base),
})

/** Deleted: 200, reduced; it says neither that it was healthy nor where it was. */
const deletedShape = (unit: Unit, since: string, base: string) => ({
  respons_klasse: isSubUnit(unit) ? 'SlettetUnderenhet' : 'SlettetEnhet',
  organisasjonsnummer: unit.number,
  navn: unit.name,
  organisasjonsform: formOf(unit, base),
  slettedato: since,
  ...(isSubUnit(unit) ? { nedleggelsesdato: since } : {}),
  ...links(unit, base),
})

const subUnitShape = (unit: Unit, base: string) => ({
  respons_klasse: 'Underenhet',
  organisasjonsnummer: unit.number,
  navn: unit.name,
  organisasjonsform: formOf(unit, base),
  ...known({ postadresse: unit.postalAddress }),
  registreringsdatoEnhetsregisteret: unit.registered,
  registrertIMvaregisteret: false,
  ...known({ naeringskode1: unit.industry, antallAnsatte: unit.employees }),
  harRegistrertAntallAnsatte: unit.employees !== undefined,
  ...known({
    overordnetEnhet: unit.parent,
    epostadresse: unit.email,
    hjemmeside: unit.website,
    oppstartsdato: unit.registered,
    beliggenhetsadresse: unit.address,
  }),
  ...links(unit, base),
})

const mainUnitShape = (unit: Unit, base: string) => {
  const { fate } = unit
  const isCompany = ['AS', 'ASA', 'ANS', 'DA', 'NUF', 'SA', 'BBL', 'BRL', 'KF', 'SPA'].includes(unit.form)
  return {
    respons_klasse: 'Enhet',
    organisasjonsnummer: unit.number,
    navn: unit.name,
    organisasjonsform: formOf(unit, base),
    ...known({ postadresse: unit.postalAddress }),
    registreringsdatoEnhetsregisteret: unit.registered,
    registrertIMvaregisteret: isCompany,
    ...known({
      naeringskode1: unit.industry,
      antallAnsatte: unit.employees,
      overordnetEnhet: unit.parent,
      forretningsadresse: unit.address,
      institusjonellSektorkode: unit.sector,
      epostadresse: unit.email,
      hjemmeside: unit.website,
    }),
    harRegistrertAntallAnsatte: unit.employees !== undefined,
    registrertIForetaksregisteret: isCompany,
    registrertIStiftelsesregisteret: unit.form === 'STI',
    registrertIFrivillighetsregisteret: false,
    registrertIPartiregisteret: false,
    konkurs: fate.kind === 'bankrupt',
    ...(fate.kind === 'bankrupt' ? { konkursdato: fate.since } : {}),
    underAvvikling: fate.kind === 'winding-up',
    ...(fate.kind === 'winding-up' ? { underAvviklingDato: fate.since } : {}),
    underTvangsavviklingEllerTvangsopplosning: fate.kind === 'forced-winding-up',
    maalform: unit.language,
    paategninger: [],
    ...links(unit, base),
  }
}

/**
 * A unit as version 2 of the API tells it (brreg.md 4.2); a removed one has another shape (`removedShape`).
 * @param base the API's address, as links begin with it
 */
export const shapeOf = (unit: Unit, base: string): Record<string, unknown> => {
  if (unit.fate.kind === 'deleted') return deletedShape(unit, unit.fate.since, base)
  return isSubUnit(unit) ? subUnitShape(unit, base) : mainUnitShape(unit, base)
}
