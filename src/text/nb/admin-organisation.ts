import type { RowReason } from '../../domain/belonging/organisation-rows.ts'
import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { list, number } = formatsFor('nb')

const met = (people: number): string => `${number(people)} ${plural(people, { one: 'person', other: 'personer' })}`

type Unit = { name: string; number: string }
type Faults = Record<
  Exclude<RowReason, 'no-rows' | 'column-missing' | 'number-duplicate'>,
  (facts: { value: string }) => string
>

const faults: Faults = {
  'number-missing': () => 'Skriv organisasjonsnummeret, eller finn virksomheten i søket.',
  'number-invalid': () => 'Dette er ikke et organisasjonsnummer. Det har ni sifre, og det siste er et kontrollsiffer.',
  'name-missing': () => 'Skriv navnet.',
  'name-too-long': () => 'Navnet kan ha høyst 180 tegn.',
  'name-control-character': () => 'Navnet har tegn som ikke kan vises. Skriv det på nytt.',
  'domain-missing': () => 'Skriv minst ett domene.',
  'domain-invalid': ({ value }) =>
    `«${value}» er ikke et domene. Skriv det som etat.no, eller *.etat.no for alt under det.`,
  'domain-public': ({ value }) =>
    `Hvem som helst kan få en adresse på ${value}, så det kan ikke vise hvor noen hører til.`,
  'domain-duplicate': ({ value }) => `${value} står her to ganger.`,
  'language-unknown': () => 'Velg et av språkene.',
}

/** Words for one organisation: its page, adding it, changing it, and what that would lead to. */
export const organisation = {
  title: 'Virksomhet',
  language: 'Språk',
  domains: 'Domener',
  noDomains: 'ingen',
  sharedWith: ({ names }: { names: readonly string[] }) => `deles med ${list(names)}`,
  channel: 'Kanal',
  noChannel: 'ingen',
  channelForm: {
    title: 'Kanal',
    intro:
      'Her skriver Portvakt det som gjelder hele virksomheten, som at en kontakt ikke kan nås. Alle i kanalen ser det. Kontaktene får beskjed hver for seg uansett.',
    form: {
      channel: {
        label: 'Kanal',
        hint: 'La feltet stå tomt for ingen kanal. Kanaler som deles med folk utenfra, kan ikke brukes.',
        placeholder: 'Velg en kanal',
      },
    },
    back: 'Tilbake',
    saved: 'Lagret. Virksomhetens kanal er',
    cleared: 'Lagret. Virksomheten har ingen kanal.',
    meanwhile: 'Noen andre endret virksomheten imens, så ingenting er lagret. Kanalen er nå:',
    faults: {
      unknown:
        'Portvakt finner ikke kanalen. Er den privat, må du invitere Portvakt først: Skriv /invite @Portvakt i kanalen, og lagre igjen her.',
      'no-channel': 'Dette er en samtale og ikke en kanal. Velg en offentlig eller privat kanal.',
      outsiders:
        'Kanalen deles med folk utenfra, eller de er invitert. Velg en kanal som bare dette arbeidsområdet er med i.',
      archived: 'Kanalen er arkivert. Velg en annen, eller åpne den igjen i Slack først.',
      'not-in-it': 'Portvakt er ikke med i kanalen. Skriv /invite @Portvakt i kanalen, og lagre igjen her.',
      operations: 'Dette er brukerstøttens kanal. Velg en av virksomhetens egne.',
      'no-answer': 'Slack svarte ikke, så kanalen er ikke sjekket, og ingenting er lagret. Prøv igjen om litt.',
    },
  },
  met: 'Folk vi har møtt',
  admins: 'Administratorer',
  noAdmins: 'ingen',
  clearances: 'Klarert for produksjon',
  created: 'Lagt inn',
  showPeople: 'Folk',
  showClearances: 'Klareringer',
  edit: 'Endre',
  tooMany: 'Denne virksomheten har flere domener enn skjemaet rommer. Endre den med organisations import.',
  back: 'Til virksomheten',
  saved: 'Virksomheten er lagret.',
  already: 'Virksomheten er lagt inn fra før.',
  new: {
    title: 'Ny virksomhet',
    submit: 'Gå videre',
    intro: 'Skriv organisasjonsnummeret, eller søk etter navnet i Enhetsregisteret.',
    form: {
      organisation_number: { label: 'Organisasjonsnummer', placeholder: '974 760 673' },
      unit: { label: 'Eller søk i Enhetsregisteret', placeholder: 'Begynn å skrive navnet' },
    },
    both: 'Nummeret er et annet enn virksomheten du valgte i søket. Bruk bare ett av dem.',
    unit: ({ name, number: orgno, form, place }: Unit & { form: string; place: string | null }) =>
      [`${name} (${orgno})`, form, place].filter((part) => part !== null && part !== '').join(', '),
    block: {
      deleted: 'Virksomheten er slettet i Enhetsregisteret.',
      removed: 'Nummeret er tatt ut av Enhetsregisteret og kan ikke brukes.',
      'not-found': 'Enhetsregisteret har ingen virksomhet med dette nummeret.',
    },
    subUnit: ({ instead }: { instead: string | null }) =>
      instead === null
        ? 'Dette er en underenhet. Bruk nummeret til hovedenheten.'
        : `Dette er en underenhet. Bruk hovedenheten, ${instead}: klienter og delegeringer hører til den.`,
  },
  register: {
    bankrupt: 'Enhetsregisteret sier at virksomheten er konkurs.',
    'winding-up': 'Enhetsregisteret sier at virksomheten er under avvikling.',
    unverified: 'Enhetsregisteret svarte ikke, så nummer og navn er ikke sjekket der. Se nøye over dem.',
    synthetic: 'Dette er et nummer for testvirksomheter, og Enhetsregisteret kjenner det ikke. Skriv navnet selv.',
  },
  form: {
    name: { label: 'Navn', hint: 'Slik det står i Enhetsregisteret.' },
    domains: {
      label: 'E-postdomener',
      hint: 'Ett på hver linje. etat.no gjelder bare adresser rett på det, *.etat.no alt under det.',
      placeholder: 'etat.no',
    },
    language: {
      label: 'Språk i kanal og e-post',
      options: { nb: { label: 'Norsk (bokmål)' }, en: { label: 'English' } },
    },
  },
  review: 'Se hva som skjer',
  save: 'Lagre',
  faults,
  consequence: {
    heading: 'Ikke lagret ennå. Dette skjer når du lagrer:',
    new: ({ name, number: orgno }: Unit) => `${name} (${orgno}) blir lagt inn.`,
    gains: ({ domain, people }: { domain: string; people: number }) =>
      `${domain} legges til: ${met(people)} vi har møtt, får tilgang.`,
    shares: ({ domain, people, names }: { domain: string; people: number; names: readonly string[] }) =>
      `${domain} deles fra nå av med ${list(names)}: ${met(people)} vi har møtt, hører ikke lenger til av seg selv, men må velge virksomhet og bli godkjent.`,
    loses: ({ domain, people }: { domain: string; people: number }) =>
      `${domain} tas bort: ${met(people)} vi har møtt, mister tilgangen.`,
    leaves: ({ domain, people, names }: { domain: string; people: number; names: readonly string[] }) =>
      names.length === 1
        ? `${domain} tas bort: ${met(people)} vi har møtt, mister tilgangen her og hører etter dette til ${list(names)}.`
        : `${domain} tas bort: ${met(people)} vi har møtt, mister tilgangen her. Domenet deles fortsatt av ${list(names)}.`,
    more: ({ count }: { count: number }) =>
      `… og ${number(count)} ${plural(count, { one: 'domene', other: 'domener' })} til.`,
    same: 'Domenene er de samme, så ingen får eller mister tilgang.',
    byName: 'De som er lagt til eller tatt ut ved navn, berøres ikke.',
  },
  meanwhile: {
    heading:
      'Noen andre endret virksomheten imens, så ingenting er lagret. Det du skrev, står her fortsatt. Nå er det slik:',
    again: 'Rett opp det som trengs, og lagre en gang til.',
  },
}
