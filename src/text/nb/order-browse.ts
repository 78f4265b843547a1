import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number, date, time } = formatsFor('nb')

type Count = { count: number }
const orders = (count: number) => `${number(count)} ${plural(count, { one: 'bestilling', other: 'bestillinger' })}`

/** Words of the list of orders, the browser, and the orders on Home. */
export const orderBrowse = {
  title: 'Testtilganger',
  intro: 'Bestillinger av tilgang til å lese fra Register over reelle rettighetshavere hos Brønnøysundregistrene.',
  submit: 'Søk',
  form: {
    whose: {
      label: 'Hvem sine',
      options: {
        mine: { label: 'Mine' },
        organisation: { label: 'Virksomhetens' },
        all: { label: 'Alle virksomheters' },
      },
    },
    state: {
      label: 'Hvor langt de er',
      options: {
        open: { label: 'Ikke ferdige' },
        ended: { label: 'Ferdige, avslåtte og avbrutte' },
        all: { label: 'Alle' },
      },
    },
    turn: {
      label: 'Hvem de venter på',
      options: {
        any: { label: 'Alle' },
        orderer: { label: 'Den som bestiller' },
        brreg: { label: 'Brønnøysundregistrene' },
        customer: { label: 'Kunden' },
      },
    },
    search: { label: 'Søk', placeholder: 'ORD-nummer, navn eller organisasjonsnummer' },
  },
  count: ({ count }: Count) => orders(count),
  /** what is shown, when it is not all */
  filters: {
    whose: { mine: 'mine', organisation: 'virksomhetens', all: 'alle virksomheters' },
    state: { open: 'ikke ferdige', ended: 'ferdige, avslåtte og avbrutte', all: 'ferdige eller ikke' },
    turn: {
      orderer: 'venter på den som bestiller',
      brreg: 'venter på Brønnøysundregistrene',
      customer: 'venter på kunden',
    },
    text: ({ text }: { text: string }) => `søk: «${text}»`,
  },
  none: 'Dere har ingen bestillinger ennå.',
  noneMatching: 'Ingen bestillinger passer til dette. Velg noe annet over, eller søk etter noe annet.',
  row: {
    turn: ({ turn }: { turn: string }) => `nå: ${turn}`,
    since: ({ at }: { at: number }) => `siden ${date(at)}`,
    customer: ({ name }: { name: string }) => `kunde: ${name}`,
  },
  show: 'Vis',
  list: 'Alle bestillinger',
  new: 'Ny bestilling',
  code: 'Jeg har en kode',
  consents: 'Hvem ser svaret vårt',
  export: 'Last ned som CSV',
  exported: {
    title: 'Last ned bestillinger',
    organisation: ({ organisation }: { organisation: string }) =>
      `Bestillingene til ${organisation} ligger på en side der du kan laste dem ned som CSV.`,
    all: 'Bestillingene til alle virksomheter ligger på en side der du kan laste dem ned som CSV.',
    personal:
      'Filen har virksomheter, tilstand og hvem som bestilte, men ingen e-poster, telefonnumre eller merknader.',
    until: ({ at }: { at: number }) => `Lenken er bare til deg, og virker til ${time(at)}.`,
    open: 'Åpne siden',
    off: 'Portvakt har ingen nettadresse (PUBLIC_URL), så filen kan ikke lastes ned herfra. Den som drifter Portvakt, kan hente den ut.',
  },
  home: {
    heading: 'Testtilganger',
    none: 'Ingen bestillinger er i gang.',
    open: ({ count }: Count) => `${orders(count)} i gang`,
    yours: ({ count }: Count) => `${number(count)} venter på deg`,
    show: 'Se bestillingene',
    new: 'Bestill testtilgang',
    code: 'Jeg har en kode',
  },
}
