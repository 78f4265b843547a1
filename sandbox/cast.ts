/**
 * The people and organisations of the sandbox. Everybody on this page is invented: the organisation numbers are
 * synthetic (they begin with 3 and have a valid check digit), the national identity numbers too (80 added to the month),
 * the domains end in `.example` and no name is meant for anybody. Only the municipalities of
 * `sandbox/data/municipalities.csv` are real organisations.
 */
import { syntheticPid } from './idporten/pid.ts'
import type { Organisation, Person } from './protocol.ts'

export type WorldPerson = Person & {
  /** Slack's user name, as in `user_name` of a command */
  handle: string
  /** the workspace the person comes from; another one than the world's for Slack Connect */
  team_id?: string
  tz: string
  /** a synthetic national identity number, for those who can log in with ID-porten */
  pid?: string
  /** organisations that the person is assigned to by name at the beginning */
  assigned?: { organisation_number: string; admin?: true; until?: string }[]
  /** organisations whose production the person is cleared to change at the beginning */
  cleared?: string[]
}

export const organisations = {
  kystverdi: { organisation_number: '310000019', name: 'KYSTVERDI KOMMUNE', domains: ['kystverdi.example'] },
  direktoratet: { organisation_number: '310000027', name: 'DIREKTORATET FOR EKSEMPLER', domains: ['eksempel.example'] },
  fjordlys: { organisation_number: '310000035', name: 'FJORDLYS HELSEFORETAK', domains: ['fjordlys.example'] },
} satisfies Record<string, Organisation>

/** Municipalities of `data/municipalities.csv` that share a name and, with it, a mail domain. */
export const heroy = { inNordland: '872417982', inMoreOgRomsdal: '964978840' } as const

type Told = Pick<WorldPerson, 'id' | 'name' | 'title' | 'colour'> & Partial<WorldPerson>

/** A confirmed member of the workspace with a Norwegian Slack, unless something else is told. */
const person = (told: Told): WorldPerson => ({
  email: null,
  email_confirmed: true,
  kind: 'member',
  organisation: null,
  operator: false,
  locale: 'nb-NO',
  tz: 'Europe/Oslo',
  handle: told.name.toLowerCase().split(' ')[0] ?? told.id.toLowerCase(),
  initials: told.name
    .split(' ')
    .map((word) => word[0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join(''),
  ...told,
})

/** Everyone one can be, by a short name. */
export const people = {
  kari: person({
    id: 'U0KARI',
    name: 'Kari Fjellvåg',
    title: 'Utvikler, Kystverdi kommune',
    email: 'kari.fjellvag@kystverdi.example',
    organisation: organisations.kystverdi.organisation_number,
    pid: syntheticPid('1986-03-14', 210),
    colour: '#2f6f8f',
  }),
  cecilie: person({
    id: 'U0CECILIE',
    name: 'Cecilie Hauge',
    title: 'Systemeier, Kystverdi kommune (klarert for produksjon)',
    email: 'cecilie.hauge@kystverdi.example',
    organisation: organisations.kystverdi.organisation_number,
    pid: syntheticPid('1979-11-02', 330),
    hats: ['cleared'],
    cleared: [organisations.kystverdi.organisation_number],
    colour: '#1d6f5c',
  }),
  astrid: person({
    id: 'U0ASTRID',
    name: 'Astrid Nesse',
    title: 'IT-leder, Kystverdi kommune (administrator)',
    email: 'astrid.nesse@kystverdi.example',
    organisation: organisations.kystverdi.organisation_number,
    pid: syntheticPid('1971-06-23', 120),
    hats: ['organisation-admin'],
    assigned: [{ organisation_number: organisations.kystverdi.organisation_number, admin: true }],
    colour: '#8f4f2f',
  }),
  oliver: person({
    id: 'U0OLIVER',
    name: 'Oliver Marsh',
    title: 'Developer, Kystverdi kommune',
    email: 'oliver.marsh@kystverdi.example',
    organisation: organisations.kystverdi.organisation_number,
    locale: 'en-GB',
    colour: '#7a4f9a',
  }),
  vakt: person({
    id: 'U0VAKT',
    name: 'Vigdis Tangen',
    title: 'Brukerstøtte og operatør, Kystverdi kommune',
    email: 'vigdis.tangen@kystverdi.example',
    organisation: organisations.kystverdi.organisation_number,
    operator: true,
    hats: ['operator'],
    pid: syntheticPid('1990-01-30', 250),
    colour: '#b3541e',
  }),
  odd: person({
    id: 'U0ODD',
    name: 'Odd Brekke',
    title: 'Brukerstøtte og operatør',
    email: 'odd.brekke@brukerstotten.example',
    operator: true,
    hats: ['operator'],
    pid: syntheticPid('1965-09-09', 410),
    colour: '#4f6d2f',
  }),
  ingrid: person({
    id: 'U0INGRID',
    name: 'Ingrid Solheimsvik',
    title: 'Integrasjonsansvarlig, Direktoratet for eksempler',
    email: 'ingrid.solheimsvik@eksempel.example',
    organisation: organisations.direktoratet.organisation_number,
    colour: '#3b7a57',
  }),
  tore: person({
    id: 'U0TORE',
    name: 'Tore Lyngnes',
    title: 'Systemforvalter, Fjordlys helseforetak',
    email: 'tore.lyngnes@fjordlys.example',
    organisation: organisations.fjordlys.organisation_number,
    colour: '#a63d57',
  }),
  bente: person({
    id: 'U0BENTE',
    name: 'Bente Lid',
    title: 'Deler uken mellom Kystverdi og Direktoratet',
    email: 'bente.lid@kystverdi.example',
    organisation: organisations.kystverdi.organisation_number,
    assigned: [
      { organisation_number: organisations.kystverdi.organisation_number },
      { organisation_number: organisations.direktoratet.organisation_number },
    ],
    colour: '#6d4c8f',
  }),
  hege: person({
    id: 'U0HEGE',
    name: 'Hege Sand',
    title: 'Rådgiver, Herøy kommune (to kommuner deler domenet)',
    email: 'hege.sand@heroy.kommune.example',
    colour: '#3d6d7a',
  }),
  hakon: person({
    id: 'U0HAKON',
    name: 'Håkon Nes',
    title: 'IT-leder, Herøy kommune i Nordland (administrator)',
    email: 'hakon.nes@heroy.kommune.example',
    organisation: heroy.inNordland,
    hats: ['organisation-admin'],
    assigned: [{ organisation_number: heroy.inNordland, admin: true }],
    colour: '#7a6a2f',
  }),
  ines: person({
    id: 'U0INES',
    name: 'Ines Aas',
    title: 'Innleid hos Kystverdi (gjest med navngitt tilgang)',
    email: 'ines.aas@konsulentene.example',
    kind: 'guest',
    organisation: organisations.kystverdi.organisation_number,
    hats: ['guest'],
    assigned: [{ organisation_number: organisations.kystverdi.organisation_number, until: '2027-12-31' }],
    colour: '#57606f',
  }),
  gjest: person({
    id: 'U0GJEST',
    name: 'Gunn Østbø',
    title: 'Innleid konsulent (gjest)',
    email: 'gunn.ostbo@konsulentene.example',
    kind: 'guest',
    colour: '#6b705c',
  }),
  fremmed: person({
    id: 'U0FREMMED',
    name: 'Freja Lund',
    title: 'Consultant at another company (Slack Connect)',
    kind: 'stranger',
    team_id: 'T0NABO',
    locale: 'en-GB',
    colour: '#5c677d',
  }),
  ubekreftet: person({
    id: 'U0UBEKREFTET',
    name: 'Ulrik Berge',
    title: 'Ny i Kystverdi kommune, adressen er ikke bekreftet',
    email: 'ulrik.berge@kystverdi.example',
    email_confirmed: false,
    organisation: organisations.kystverdi.organisation_number,
    colour: '#8a6d3b',
  }),
  ukjent: person({
    id: 'U0UKJENT',
    name: 'Unni Kvamme',
    title: 'Rådgiver, fra en virksomhet ingen har lagt inn',
    email: 'unni.kvamme@nyetaten.example',
    colour: '#457b9d',
  }),
  privat: person({
    id: 'U0PRIVAT',
    name: 'Petter Vik',
    title: 'Bruker privat e-post',
    email: 'petter.vik@gmail.example',
    colour: '#9c6644',
  }),
  sluttet: person({
    id: 'U0SLUTTET',
    name: 'Solveig Tveit',
    title: 'Sluttet i Kystverdi kommune (deaktivert)',
    email: 'solveig.tveit@kystverdi.example',
    kind: 'deactivated',
    organisation: organisations.kystverdi.organisation_number,
    colour: '#7f7f7f',
  }),
} satisfies Record<string, WorldPerson>
