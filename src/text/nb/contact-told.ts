import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number, date } = formatsFor('nb')

type Organisation = { organisation: string }
type Count = { count: number }

const people = (count: number) => `${number(count)} ${plural(count, { one: 'kontakt', other: 'kontakter' })}`

/** Words of what stands in an organisation's channel, and of what its admins or the service desk are told. */
export const told = {
  /** how a post in the channel ends */
  channel: ({ organisation }: Organisation) =>
    `Portvakt skriver dette her fordi kanalen er valgt for ${organisation}. Administratoren kan velge en annen med /portvakt admin.`,
  /** buttons under what is told in Slack */
  doors: {
    contact: 'Se kontakten',
    contacts: 'Se kontaktene',
    confirm: 'Se over og bekreft',
    invoice: 'Fakturainformasjon',
    organisation: 'Åpne virksomheten',
  },
  unconfirmed: {
    subject: ({ organisation, count }: Organisation & Count) => `${people(count)} for ${organisation} må bekreftes`,
    what: ({ count }: Count): string =>
      count === 1
        ? 'Ingen har sagt det siste halvåret at denne varslingskontakten fortsatt stemmer:'
        : 'Ingen har sagt det siste halvåret at disse varslingskontaktene fortsatt stemmer:',
    more: ({ count }: Count) => `og ${people(count)} til`,
    why: 'Er de feil, får kanskje ingen vite det når noe kritisk skjer i ID-porten eller Maskinporten.',
    mailed: 'De som vil ha påminnelser, er spurt på e-post også.',
    confirm: 'Se over alle, og bekreft dem som stemmer:',
  },
  desk: {
    alone: ({ organisation }: Organisation) =>
      `${organisation} har ingen administrator i Portvakt, så ingen i virksomheten har fått vite dette.`,
    find: 'Finn noen der. Enhetsregisteret har ofte telefon og e-post:',
    register: 'Virksomheten i Enhetsregisteret',
    name: 'Gjør en av dem til administrator. Da kan de legge til kontakter selv:',
    import: 'Eller legg inn kontakter fra en fil, på maskinen der Portvakt kjører:',
    you: 'Dette kommer til brukerstøtten fordi det ikke er noen andre å si det til.',
  },
  channelLost: {
    subject: ({ organisation }: Organisation) => `Portvakt kan ikke skrive i kanalen til ${organisation} lenger`,
    why: {
      unknown: 'Kanalen er borte, eller Portvakt er tatt ut av den.',
      'no-channel': 'Det er ikke en kanal lenger, men en samtale.',
      outsiders: 'Folk utenfra er med i kanalen nå, og da skal ikke det som gjelder virksomheten, stå der.',
      archived: 'Kanalen er arkivert.',
      'not-in-it': 'Portvakt er ikke med i kanalen lenger.',
    },
    now: 'Derfor har virksomheten ingen kanal nå. Kontaktene får beskjed hver for seg, som før.',
    next: 'Velg en ny kanal. Inviter Portvakt dit først:',
    desk: ({ organisation }: Organisation) =>
      `Dette kommer til brukerstøtten fordi ${organisation} ikke har noen administrator.`,
  },
  /** in place of a post whose matter is at an end */
  settled: {
    /** by the kind of message */
    about: {
      'contact-bounced': 'E-post i retur',
      'contact-account-gone': 'Slack-konto som ble borte',
      'admin-contacts-empty': 'Ingen kontakter kunne nås',
      'invoice-missing': 'Manglende fakturainformasjon',
      'contacts-unconfirmed': 'Kontakter som måtte bekreftes',
    } as Record<string, string>,
    other: 'Beskjed',
    title: ({ about }: { about: string }) => `Ordnet: ${about}`,
    why: {
      'contact-gone': 'Kontakten er fjernet.',
      'mended-since': 'Det er rettet.',
      'confirmed-since': 'Kontaktene er bekreftet.',
    },
    on: ({ at }: { at: number }) => `Ordnet ${date(at)}.`,
  },
}
