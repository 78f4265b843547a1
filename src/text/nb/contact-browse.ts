import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number, date, dateTime } = formatsFor('nb')

type Named = { name: string }
type Count = { count: number }

const contacts = (count: number) => `${number(count)} ${plural(count, { one: 'kontakt', other: 'kontakter' })}`

/** Words of the list of contacts, a contact's card, and what is done to it. */
export const browse = {
  title: 'Kontakter',
  intro: 'Kontaktene får beskjed når noe skjer med ID-porten, Maskinporten eller klientene deres.',
  submit: 'Søk',
  form: { search: { label: 'Søk', placeholder: 'Navn, e-postadresse eller CON-nummer' } },
  count: ({ count }: Count) => contacts(count),
  searched: ({ text }: { text: string }) => `Søk: «${text}»`,
  none: 'Dere har ingen kontakter ennå. Da får ingen beskjed når noe skjer.',
  noneMatching: ({ text }: { text: string }) => `Ingen kontakter passer til «${text}».`,
  show: 'Vis',
  list: 'Alle kontakter',
  add: 'Legg til',
  pasteList: 'Lim inn en liste',
  confirmAll: 'Alle stemmer fortsatt',
  confirmAllSure: {
    title: 'Stemmer alle?',
    text: 'Da sier du at alle kontaktene fortsatt skal få beskjed, og at navn, adresser og telefonnumre er riktige.',
    yes: 'Ja, alle stemmer',
    no: 'Avbryt',
  },
  invoice: 'Fakturainformasjon',
  portal: 'Tekst til portalen',
  kinds: {
    technical: 'teknisk',
    functional: 'brukerrettet',
    supplier: 'leverandør',
    mailbox: 'felles postkasse',
  },
  scopes: {
    organisation: 'hele virksomheten',
    test: 'alt i testmiljøet',
    prod: 'alt i produksjon',
    clients: ({ count }: Count) => `${number(count)} ${plural(count, { one: 'klient', other: 'klienter' })}`,
  },
  languages: { nb: 'Norsk (bokmål)', en: 'Engelsk' },
  /** how it stands with a contact, a few words each */
  state: {
    bounced: 'e-posten kommer i retur',
    gone: 'Slack-kontoen er borte',
    verified: 'adressen er bekreftet',
    unverified: 'adressen er ikke bekreftet',
    mirrored: 'står i portalen',
    unmirrored: 'står ikke i portalen',
    outdated: 'endret siden den ble lagt i portalen',
  },
  bounceReasons: {
    refused: 'mottakerens server sa nei',
    'unknown-user': 'adressen finnes ikke',
    full: 'postkassen er full',
    blocked: 'avsenderen er blokkert',
    other: 'uten nærmere grunn',
  },
  card: {
    title: 'Kontakt',
    fields: {
      email: 'E-post',
      phone: 'Telefon',
      kind: 'Slags',
      language: 'Språk',
      scope: 'Gjelder',
      slack: 'I Slack',
    },
    noPhone: 'ikke oppgitt',
    noSlack: 'ingen med denne adressen',
    states: 'Tilstand',
    verified: ({ at }: { at: number }) => `Den som eier adressen, bekreftet den ${date(at)}.`,
    unverified: 'Den som eier adressen, har ikke bekreftet den ennå. Kritiske varsler sendes likevel.',
    confirmed: ({ at }: { at: number }) => `Sist bekreftet at den stemmer: ${date(at)}.`,
    unconfirmed: 'Ingen har bekreftet at den stemmer ennå.',
    bounced: ({ at, reason }: { at: number; reason: string }) =>
      `E-posten kom i retur ${date(at)}: ${reason}. Rett adressen, eller legg til en annen kontakt.`,
    gone: ({ at }: { at: number }) =>
      `Slack-kontoen ble deaktivert (sett ${date(at)}). Har personen sluttet, bør en annen ta over.`,
    mirrored: ({ at }: { at: number }) => `Lagt inn i Digdirs portal ${dateTime(at)}, av`,
    outdated: ({ at }: { at: number }) => `Endret her siden den ble lagt inn i portalen ${dateTime(at)}, av`,
    unmirrored: 'Ikke lagt inn i Digdirs portal.',
    clients: 'Klienter',
    edit: 'Endre',
    confirm: 'Stemmer fortsatt',
    verify: 'Send bekreftelse på nytt',
    worksAgain: 'Virker adressen igjen? Send en lenke dit. Når den blir bekreftet, forsvinner dette.',
    verifyAgain: 'Send lenken på nytt',
    mirror: 'Gjort i portalen',
    remove: 'Fjern',
  },
  /** what was just done, on top of a list or card */
  notices: {
    confirmed: ({ count }: Count) => `Takk. ${contacts(count)} er bekreftet.`,
    mirrored: ({ count }: Count) => `Notert: ${contacts(count)} er lagt inn i portalen, av deg.`,
    meanwhile: 'Noe er endret siden du så dette. Se over på nytt, og trykk en gang til.',
    verify: ({ name }: Named) => `En ny e-post med lenke er på vei til ${name}.`,
    removed: ({ name, id }: Named & { id: string }) => `${name} (${id}) er fjernet og får ikke flere varsler.`,
  },
  confirm: {
    title: 'Stemmer de fortsatt?',
    intro: 'Se over kontaktene. Bekreft én og én, eller alle på en gang.',
    one: 'Stemmer',
    last: ({ at }: { at: number }) => `sist bekreftet ${date(at)}`,
    never: 'aldri bekreftet',
  },
  remove: {
    title: 'Fjern kontakt',
    submit: 'Fjern',
    body: ({ name, email }: Named & { email: string }) => `${name} (${email}) får ikke flere varsler.`,
    scope: ({ scope }: { scope: string }) => `Kontakten gjelder ${scope}.`,
    left: ({ count }: Count) =>
      count === 0 ? 'Etter dette har dere ingen kontakter.' : `Etter dette har dere ${contacts(count)} igjen.`,
    last: 'Dette er den siste kontakten for klienter i produksjon. Uten den får ingen hos dere beskjed når innbyggere ikke slipper inn, og dere kan ikke lage nye klienter i produksjon.',
    notLast:
      'Bare virksomhetens administrator kan fjerne den siste. Legg til en annen først, eller be administratoren.',
    admins: 'Administratorer',
    noAdmins: 'Virksomheten har ingen administrator. Brukerstøtten kan utpeke en.',
    portal: 'Husk å fjerne kontakten i Digdirs portal også.',
    removed: 'Kontakten er fjernet',
    already: 'Kontakten var fjernet fra før.',
  },
  paste: {
    title: 'Lim inn kontakter',
    submit: 'Se over',
    save: 'Lagre alle',
    intro:
      'Én kontakt på hver linje: navn, e-post og telefon, med semikolon, komma eller tabulator mellom. «Kari Nordmann <kari@etat.no>» går også.',
    form: {
      lines: {
        label: 'Kontakter',
        hint: 'Etter telefonen kan du skrive slags (technical, functional, supplier, mailbox) og språk (nb, en).',
        placeholder: 'Kari Nordmann; kari@etat.no; 40 00 00 00',
      },
      applies_to: {
        label: 'Gjelder',
        options: {
          organisation: { label: 'Hele virksomheten' },
          test: { label: 'Alt i testmiljøet' },
          prod: { label: 'Alt i produksjon' },
        },
      },
    },
    line: ({ line }: { line: number }) => `Linje ${number(line)}`,
    ready: ({ count }: Count) =>
      `${contacts(count)} er klare. Trykk «Lagre alle» for å legge ${plural(count, { one: 'den', other: 'dem' })} til.`,
    faults: ({ count }: Count) =>
      `${number(count)} ${plural(count, { one: 'linje', other: 'linjer' })} må rettes. Ingenting er lagret.`,
    more: ({ count }: Count) => `… og ${number(count)} ${plural(count, { one: 'linje', other: 'linjer' })} til`,
    empty: 'Lim inn minst én linje.',
    tooMany: ({ most }: { most: number }) => `Lim inn høyst ${number(most)} linjer om gangen.`,
    twice: 'står to ganger i listen',
    left: 'har meldt seg av før; spør først, og legg til én for én',
    saved: ({ count }: Count) => `${contacts(count)} er lagt til.`,
  },
  portalText: {
    title: 'Digdirs portal',
    why: 'Digdirs egen liste over varslingspunkter ligger i portalen. Lim inn dette der, så listene er like.',
    where: 'Virksomhetens tjenester, velg klienten, Rediger integrasjon, Varslingspunkter.',
    open: 'Åpne portalen',
    none: 'Dere har ingen kontakter å legge inn.',
    cut: 'Listen er for lang til å vises her. Resten står på hver kontakts kort.',
    mirror: 'Alt er gjort i portalen',
    waiting: ({ count }: Count) => `${contacts(count)} er ikke lagt inn, eller endret siden.`,
    done: 'Alt står i portalen.',
  },
  ofClient: {
    title: 'Hvem får beskjed',
    heading: ({ name }: Named) => `Kontakter for «${name}»`,
    none: 'Ingen får beskjed når noe skjer med denne klienten.',
    add: 'Legg til kontakt',
    all: 'Alle kontakter',
    back: 'Til klienten',
  },
  home: { heading: 'Kontakter', open: 'Se kontaktene', add: 'Legg til kontakt' },
  help: {
    intro: 'Varslingspunkter og fakturainformasjon:',
    lines: [
      { command: '/contacts', what: 'åpner kontaktene' },
      { command: '/contacts list', what: 'viser kontaktene, og hvordan det står til med hver av dem' },
      { command: '/contacts list kari', what: 'finner kontakter etter navn, adresse eller nummer' },
      { command: '/contacts add', what: 'legger til en kontakt' },
      { command: '/contacts show CON-12', what: 'viser én kontakt' },
      { command: '/contacts edit CON-12', what: 'endrer en kontakt' },
      { command: '/contacts remove CON-12', what: 'fjerner en kontakt' },
      { command: '/contacts confirm', what: 'spør om kontaktene fortsatt stemmer' },
      { command: '/contacts confirm CON-12', what: 'bekrefter at en kontakt fortsatt stemmer' },
      { command: '/contacts invoice', what: 'åpner fakturainformasjonen' },
    ],
    norwegian: 'Norske ord går også: liste, vis, legg til, endre, fjern, bekreft, faktura, hjelp.',
  },
}
