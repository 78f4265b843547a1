import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Organisation } from '../protocol.ts'
import { organisations } from '../world.ts'
import { inventedUnits } from './invented-units.ts'
import type { FormCode, Unit } from './unit.ts'

/** Beside the sources; the built sandbox stands elsewhere and finds it from the project's own folder. */
const FILE = 'sandbox/data/municipalities.csv'

const readAbove = async (from: string): Promise<string> => {
  const text = await readFile(join(from, FILE), 'utf8').catch(() => undefined)
  if (text !== undefined) return text
  if (dirname(from) === from) throw new Error(`${FILE} was not found: start the sandbox inside the project`)
  return readAbove(dirname(from))
}

/** The register must say a day; none is known of these, so it is the same invented one for all. */
const REGISTERED = '1995-02-20'

const publicBody = { fate: { kind: 'live' }, registered: REGISTERED } as const
const sector = { kode: '6500', beskrivelse: 'Kommuneforvaltningen' }

/** The municipality's own name out of its full one, which may be in two or three languages. */
const placeIn = (name: string): string => {
  const part = name.split('/').find((one) => /\b(KOMMUNE|HERAD)$/.test(one.trim())) ?? name
  return part.trim().replace(/ (KOMMUNE|HERAD)$/, '')
}

/** The numbers of the municipalities that share a name, by which one tells them apart. */
const sharedNames: Readonly<Record<string, string>> = {
  '872417982': '1818',
  '964978840': '1515',
  '871034222': '3419',
  '959272581': '3114',
}

const numberOf = (organisationNumber: string): { kommunenummer?: string } => {
  const kommunenummer = sharedNames[organisationNumber]
  return kommunenummer === undefined ? {} : { kommunenummer }
}

/** Real municipalities: of their addresses nothing is told but the municipality itself. */
const municipality = (row: string): Unit[] => {
  const [number, name, , language] = row.split(',')
  if (number === undefined || name === undefined) return []
  return [
    {
      ...publicBody,
      number,
      name,
      form: 'KOMM',
      language: language === 'nn' ? 'Nynorsk' : 'Bokmål',
      address: { land: 'Norge', landkode: 'NO', kommune: placeIn(name), ...numberOf(number) },
      sector,
    },
  ]
}

const forms: [RegExp, FormCode][] = [
  [/ KOMMUNE$/, 'KOMM'],
  [/ FYLKESKOMMUNE$/, 'FYLK'],
  [/^DIREKTORATET |TILSYNET$|ETATEN$|VERKET$/, 'ORGL'],
  [/ HELSEFORETAK$| HF$/, 'ANNA'],
  [/ ASA$/, 'ASA'],
  [/ IKS$/, 'IKS'],
  [/ KF$/, 'KF'],
]

/** An invented organisation of the cast; its form is read out of its name. */
const castUnit = ({ organisation_number, name, domains }: Organisation): Unit => ({
  ...publicBody,
  number: organisation_number,
  name: name.toUpperCase(),
  form: forms.find(([pattern]) => pattern.test(name.toUpperCase()))?.[1] ?? 'AS',
  language: 'Bokmål',
  address: {
    land: 'Norge',
    landkode: 'NO',
    postnummer: '0001',
    poststed: 'EKSEMPELBY',
    adresse: ['Eksempelgata 1'],
    kommune: 'EKSEMPELBY',
    kommunenummer: '9901',
  },
  ...(domains[0] === undefined ? {} : { email: `post@${domains[0]}`, website: domains[0] }),
})

/** Every unit of the sandbox's register: the municipalities, the organisations of the cast, and the invented ones. */
export const sandboxUnits = async (): Promise<Unit[]> => {
  const [, ...rows] = (await readAbove(import.meta.dirname)).trimEnd().split(/\r?\n/)
  // A municipality of the cast that is a real one is told as such: of one number the last counts.
  return [...Object.values(organisations).map(castUnit), ...rows.flatMap(municipality), ...inventedUnits]
}
