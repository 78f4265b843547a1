import type { AuditAction } from '../../domain/audit/actions.ts'
import type { AuditOutcome } from '../../domain/audit/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'

const { date, list, number } = formatsFor('nb')
const plural = pluralsFor('nb')

const lines = (count: number) => `${number(count)} ${plural(count, { one: 'ny linje', other: 'nye linjer' })}`

/** What was done, such that what came of it can stand after it: `Ny nøkkel: fullført`. */
const actions: Record<AuditAction, string> = {
  'client.create': 'Ny klient',
  'client.deactivate': 'Deaktivering av klient',
  'client.owners': 'Endring av klientens eiere',
  'key.add': 'Ny nøkkel',
  'key.remove': 'Fjerning av nøkkel',
  'secret.new': 'Ny hemmelighet',
  'credential.add': 'Ny admin-klient for virksomheten',
  'credential.replace': 'Bytte av virksomhetens admin-klient',
  'credential.remove': 'Fjerning av virksomhetens admin-klient',
  'membership.request': 'Ønske om å høre til virksomheten',
  'membership.change': 'Endring av hvem som hører til virksomheten',
  'admin.name': 'Endring av virksomhetens administratorer',
  'clearance.ask': 'Ønske om klarering for produksjon',
  'clearance.give': 'Klarering for produksjon',
  'clearance.renew': 'Forlengelse av klarering for produksjon',
  'clearance.remove': 'Fjerning av klarering for produksjon',
  'operator.name': 'Ny operatør',
  'operator.remove': 'Fjerning av operatør',
  'organisation.save': 'Endring av virksomhet',
  'organisation.switch': 'Bytte av virksomhet å handle for',
  'organisations.import': 'Import av virksomheter',
  'service-desk.ask': 'Spørsmål til brukerstøtten',
  'service-desk.reply': 'Svar på et spørsmål til brukerstøtten',
  'service-desk.done': 'Avslutning av et spørsmål til brukerstøtten',
  'address.link': 'Lenke for å bekrefte e-postadresse',
  'address.confirm': 'Bekreftelse av e-postadresse',
  login: 'Innlogging med ID-porten',
  'audit.export': 'Eksport av revisjonsloggen',
  'contact.add': 'Ny kontakt',
  'contact.edit': 'Endring av kontakt',
  'contact.remove': 'Fjerning av kontakt',
  'contact.confirm': 'Bekreftelse av at en kontakt fortsatt stemmer',
  'contact.verify': 'Kontakten bekreftet adressen sin',
  'contact.preferences': 'Kontakten endret språk eller hva den vil høre om',
  'contact.mirror': 'Kontakter lagt inn i Digdirs portal',
  'contact.bounce': 'E-post til en kontakt kom i retur',
  'contact.hand-over': 'Kontakten ga oppgaven videre til en kollega',
  'contact.leave': 'Kontakten meldte seg av',
  'contacts.import': 'Import av kontakter',
  'contacts.export': 'Eksport av kontakter',
  'invoice.save': 'Endring av fakturainformasjon',
  'invoice.remove': 'Fjerning av fakturainformasjon',
  'logins.import': 'Import av innloggingstall',
  'delivery.send-again': 'Ny sending av en melding',
  'delivery.send-all-again': 'Ny sending av alt som ikke var levert',
  'organisation.export': 'Eksport av det som er lagret om en virksomhet',
}

const outcomes: Record<AuditOutcome, string> = {
  begun: 'begynt',
  approved: 'godkjent',
  declined: 'avslått',
  withdrawn: 'trukket tilbake',
  done: 'fullført',
  failed: 'mislyktes',
  unknown: 'ukjent utfall',
}

export const audit = {
  title: 'Revisjonslogg',
  lineTitle: 'Linje i loggen',
  open: 'Åpne revisjonsloggen',
  show: 'Vis',
  newer: 'Nyere',
  older: 'Eldre',
  all: 'Vis alt',
  actions,
  outcomes,
  subjects: { client: 'Klient', login: 'Innlogging' },
  program: ({ name }: { name: string }) => `Programmet ${name}`,
  scope: {
    own: ({ name }: { name: string }) => `Det som er gjort for ${name}, det nyeste først.`,
    all: 'Det som er gjort for alle virksomheter, det nyeste først.',
  },
  filter: {
    person: 'Hvem gjorde det?',
    client: 'Klient, navn eller id',
    allClients: 'Alle klienter',
    clientId: ({ id }: { id: string }) => `Klient-id ${id}`,
    organisation: 'Virksomhet',
    allOrganisations: 'Alle virksomheter',
    environment: 'Miljø',
    environments: { '*': 'Alle miljøer', test: 'Testmiljø', prod: 'Produksjon' },
    from: 'Fra og med dato',
    to: 'Til og med dato',
    chosen: {
      person: 'Gjort av',
      client: 'Klient',
      environment: 'Miljø',
      from: 'Fra og med',
      to: 'Til og med',
    },
  },
  empty: {
    none: 'Ingenting er skrevet i loggen ennå.',
    filtered: 'Ingen linjer passer til det du har valgt.',
    backwards: 'Fra-datoen er senere enn til-datoen, så ingen linjer passer.',
    older: 'Det er ingen eldre linjer.',
  },
  sought: {
    none: ({ text }: { text: string }) => `Fant ingenting som passer til «${text}». Velg i menyene under i stedet.`,
    several: ({ text }: { text: string }) => `Flere passer til «${text}». Velg det du vil se:`,
    more: 'Det finnes flere. Skriv mer av navnet for å finne dem.',
    organisationFirst: ({ text }: { text: string }) =>
      `Fant ingen virksomhet som passer til «${text}». Navn på klienter og personer kan du søke etter når du har valgt en virksomhet.`,
    choose: 'Velg',
    kinds: { client: 'Klient', person: 'Person', organisation: 'Virksomhet' },
  },
  export: 'Hele loggen som fil: npm run admin -- audit export, der Portvakt kjører.',
  line: {
    at: 'Når',
    actor: 'Hvem',
    outcome: 'Utfall',
    subject: 'Gjelder',
    organisation: 'Virksomhet',
    reason: 'Hvorfor',
    action: 'Ord i loggen',
    change: 'Endring',
    before: 'Før',
    after: 'Etter',
    noValues: 'Ingen verdier hører til denne linjen.',
    purged: 'Verdiene er slettet fordi de var for gamle. Resten av linjen er som den var.',
    cut: 'Verdiene er lengre enn det er plass til her.',
    sealed: ({ seq }: { seq: number }) => `Linje ${number(seq)} i kjeden, med sjekksum:`,
    unsealed: 'Linjen er ny og får sin plass i kjeden om noen sekunder.',
  },
  /** The chain's end at the close of a day, in the operations channel; days are epoch ms at noon. */
  head: {
    title: 'Revisjonsloggen',
    body: ({ day, count }: { day: number; count: number }) =>
      `Ved døgnets slutt ${date(day)} (UTC) hadde loggen fått ${lines(count)} siden forrige melding.`,
    seq: 'Siste linje',
    short: 'Sjekksum',
    keep: 'La meldingen stå, og sammenlign av og til: npm run admin -- audit verify skal vise samme sjekksum for dagen. Gjør den ikke det, er linjer fjernet eller byttet ut.',
    broken: ({ days }: { days: number[] }) =>
      `Loggen stemmer ikke lenger med det som ble meldt for ${list(days.map(date))}: linjer er fjernet eller byttet ut. Ta en kopi av databasen, kjør npm run admin -- audit verify, og finn ut hvem som har hatt tilgang.`,
  },
}
