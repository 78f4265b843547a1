import { organisations } from '../cast/organisations.ts'
import { organisationNumbers } from './organisation-number.ts'
import type { Address, Unit } from './unit.ts'

const numbers = organisationNumbers()
const next = () => numbers.next().value

/** Numbers of the invented units, by what each is for; all are synthetic. */
export const invented = {
  supplier: next(),
  bankrupt: next(),
  windingUp: next(),
  forcedWindingUp: next(),
  deleted: next(),
  /** 410: taken out for legal reasons */
  removed: next(),
  soleTrader: next(),
  mainUnit: next(),
  firstSubUnit: next(),
  secondSubUnit: next(),
  deletedSubUnit: next(),
  /** valid, and no unit has it */
  unknown: next(),
  /** a part of a public body, with a unit above it */
  bodyPart: next(),
  /** its address is abroad: no postal code, no municipality */
  foreign: next(),
  /** of its address nothing is known */
  withoutAddress: next(),
  oddLetters: next(),
  shortName: next(),
  /** its name is what a careless program would take for markup */
  markupName: next(),
  longName: next(),
} as const

/** Good numbers that no unit has, beside `invented.unknown`: vectors of brreg.md 5.1. */
export const unknownNumbers = {
  /** synthetic, as are those that begin with 2 or 3: no production register knows them */
  syntheticTwo: '213456784',
  syntheticThree: '312345676',
  /** begins as those of real companies do */
  likeReal: '899999991',
} as const

const place: Address = {
  land: 'Norge',
  landkode: 'NO',
  postnummer: '0001',
  poststed: 'EKSEMPELBY',
  adresse: ['Eksempelgata 1'],
  kommune: 'EKSEMPELBY',
  kommunenummer: '9901',
}

const company: Omit<Unit, 'number' | 'name'> = {
  form: 'AS',
  fate: { kind: 'live' },
  registered: '2019-05-14',
  language: 'Bokmål',
  address: place,
  industry: { kode: '62.010', beskrivelse: 'Programmeringstjenester' },
  sector: { kode: '2100', beskrivelse: 'Private aksjeselskaper mv.' },
}

const { address: _nowhere, ...unplaced } = company

/** One unit for each case that a look-up can meet (brreg.md 4.1, 4.4). */
export const inventedUnits: readonly Unit[] = [
  {
    ...company,
    number: invented.supplier,
    name: 'EKSEMPEL SYSTEMLEVERANDØR AS',
    employees: 12,
    email: 'post@systemleverandor.example',
    website: 'systemleverandor.example',
    postalAddress: { ...place, adresse: ['Postboks 1'] },
  },
  {
    ...company,
    number: invented.bankrupt,
    name: 'KONKURSRAMTE DATA AS',
    fate: { kind: 'bankrupt', since: '2026-02-11' },
  },
  {
    ...company,
    number: invented.windingUp,
    name: 'AVVIKLENDE ARKIV AS',
    fate: { kind: 'winding-up', since: '2026-03-02' },
  },
  {
    ...company,
    number: invented.forcedWindingUp,
    name: 'TVANGSOPPLØSTE TJENESTER AS',
    fate: { kind: 'forced-winding-up' },
  },
  {
    ...company,
    number: invented.deleted,
    name: 'SLETTET SKYTJENESTE AS',
    fate: { kind: 'deleted', since: '2024-11-26' },
  },
  { ...company, number: invented.removed, name: 'FJERNET AS', fate: { kind: 'removed', since: '2025-05-24' } },
  {
    number: invented.soleTrader,
    name: 'RÅDGIVAR SYNNE EKSEMPELSEN',
    form: 'ENK',
    fate: { kind: 'live' },
    registered: '2021-08-30',
    language: 'Nynorsk',
    address: { ...place, adresse: ['Eksempelvegen 7 B'] },
    industry: { kode: '70.220', beskrivelse: 'Bedriftsrådgivning og annen administrativ rådgivning' },
    sector: { kode: '8200', beskrivelse: 'Personlig næringsdrivende' },
  },
  { ...company, number: invented.mainUnit, name: 'TO KONTORER AS', employees: 31 },
  {
    ...company,
    number: invented.firstSubUnit,
    name: 'TO KONTORER AS AVD ØST',
    form: 'BEDR',
    parent: invented.mainUnit,
    employees: 20,
  },
  {
    ...company,
    number: invented.secondSubUnit,
    name: 'TO KONTORER AS AVD VEST',
    form: 'BEDR',
    parent: invented.mainUnit,
    employees: 11,
  },
  {
    ...company,
    number: invented.deletedSubUnit,
    name: 'TO KONTORER AS AVD NORD',
    form: 'BEDR',
    parent: invented.mainUnit,
    fate: { kind: 'deleted', since: '2023-06-30' },
  },
  {
    ...company,
    number: invented.bodyPart,
    name: 'DIREKTORATET FOR EKSEMPLER AVD TILGANG',
    form: 'ORGL',
    parent: organisations.direktoratet.organisation_number,
    sector: { kode: '6100', beskrivelse: 'Statsforvaltningen' },
  },
  {
    ...company,
    number: invented.foreign,
    name: 'EXEMPELBOLAGET AKTIEBOLAG NUF',
    form: 'NUF',
    address: { land: 'Sverige', landkode: 'SE', poststed: '111 22 STOCKHOLM', adresse: ['Exempelgatan 3'] },
  },
  { ...unplaced, number: invented.withoutAddress, name: 'UTEN ADRESSE AS' },
  { ...company, number: invented.oddLetters, name: "ÁČ Đ ŠŽŊ & SØNN'S / ÅSGÅRD (NORD) + CO. AS" },
  { ...company, number: invented.shortName, name: 'RU BU', form: 'FLI' },
  { ...company, number: invented.markupName, name: '<!CHANNEL> *FET* &AMP; <B>FLAT</B> AS' },
  {
    ...company,
    number: invented.longName,
    name: `INTERKOMMUNALT SAMARBEID OM ${'FELLES SAKSBEHANDLING OG '.repeat(5)}ARKIV AS`,
  },
]
