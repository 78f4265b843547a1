import type { EmailFault } from '../../domain/contact/read-email.ts'
import type { NameFault } from '../../domain/contact/read-person-name.ts'
import type { PhoneFault } from '../../domain/contact/read-phone.ts'
import type { ScopeFault } from '../../domain/contact/read-scope.ts'
import { formatsFor } from '../format.ts'

const { date } = formatsFor('nb')

const name: Record<NameFault, string> = {
  empty: 'Skriv navnet.',
  'too-short': 'Navnet må ha minst to tegn.',
  'too-long': 'Navnet er for langt. Bruk høyst 120 tegn.',
  digits: 'Et navn har ikke tall i seg. Er det en felles postkasse, velg det som slags.',
  'line-break': 'Skriv navnet på én linje.',
  characters: 'Navnet har tegn som ikke hører hjemme i et navn.',
}

const email: Record<EmailFault, string> = {
  empty: 'Skriv e-postadressen.',
  'not-one': 'Skriv én adresse, ikke flere. Legg til én kontakt for hver adresse.',
  form: 'Dette er ikke en e-postadresse. Skriv den slik: kari@etat.no',
  local: 'Det som står før @, kan bare ha bokstaver fra a til z, tall og vanlige tegn.',
  domain: 'Domenet etter @ er ikke riktig. Skriv det slik: etat.no',
  'too-long': 'Adressen er for lang.',
  'line-break': 'Skriv adressen på én linje.',
}

const phone: Record<PhoneFault, string> = {
  form: 'Dette er ikke et telefonnummer. Skriv åtte siffer, eller + og landkode for utenlandske.',
  short: 'Nummeret er for kort. Korte numre kan ikke ringes fra overalt, så skriv et vanlig nummer.',
  machine: 'Nummeret er for maskiner (58 og 59), ikke for folk.',
  'same-digits': 'Alle sifrene er like. Skriv et ekte nummer, eller la feltet stå tomt.',
  'unknown-country': 'Vi kjenner ikke landkoden. Norske numre har åtte siffer.',
  'line-break': 'Skriv nummeret på én linje.',
}

const scope: Record<ScopeFault, string> = {
  scope: 'Velg hva kontakten gjelder.',
  'scope-mixed': 'Velg enten hele virksomheten, ett miljø, eller bare klienter. Det kan ikke blandes.',
  'scope-none': 'Velg hva kontakten gjelder.',
  'client-unknown': 'En av klientene finnes ikke lenger. Velg på nytt.',
}

/** Words of the form of a contact, its faults and warnings. */
export const form = {
  add: { title: 'Ny kontakt', submit: 'Legg til' },
  edit: { title: 'Endre kontakt', submit: 'Lagre' },
  intro: 'Kontakten får beskjed når noe skjer, på e-post og i Slack.',
  fields: {
    name: { label: 'Navn', hint: 'En person, eller navnet på en felles postkasse.', placeholder: 'Kari Nordmann' },
    email: { label: 'E-post', hint: 'Vi sender en lenke dit, så den som eier adressen, kan bekrefte den.' },
    phone: { label: 'Telefon', hint: 'Utenlandske numre begynner med +.', placeholder: '40 00 00 00' },
    kind: {
      label: 'Hva slags kontakt er det?',
      options: {
        technical: { label: 'Teknisk', description: 'De som drifter eller utvikler tjenesten' },
        functional: { label: 'Brukerrettet', description: 'De som svarer brukerne' },
        supplier: { label: 'Leverandør', description: 'Noen utenfra som drifter for dere' },
        mailbox: { label: 'Felles postkasse', description: 'En adresse flere leser' },
      },
    },
    language: {
      label: 'Språk',
      options: { nb: { label: 'Norsk (bokmål)' }, en: { label: 'Engelsk' } },
    },
    applies_to: {
      label: 'Gjelder',
      hint: 'Hele virksomheten, ett miljø, eller bare de klientene du velger.',
      placeholder: 'Velg',
    },
  },
  groups: { whole: 'Alt på en gang', test: 'Klienter i testmiljøet', prod: 'Klienter i produksjon' },
  whole: { organisation: 'Hele virksomheten', test: 'Alt i testmiljøet', prod: 'Alt i produksjon' },
  faults: {
    name,
    email,
    phone,
    kind: { kind: 'Velg hva slags kontakt det er.' },
    language: { language: 'Velg språk.' },
    applies_to: scope,
    other: 'Dette kan ikke brukes. Skriv det på nytt.',
  },
  duplicate: ({ id }: { id: string }) => `${id} har denne adressen fra før. Endre den med /contacts edit ${id}.`,
  warnings: {
    'free-mail': 'Adressen er hos en åpen e-posttjeneste. En adresse hos virksomheten følger rollen, ikke personen.',
    'other-domain': 'Adressen har et annet domene enn virksomhetens. Det er riktig for en leverandør.',
    'special-number': 'Nummeret er et spesialnummer (8xx), som ikke alle kan ringe.',
    switchboard: 'Nummeret går til et sentralbord. Et direkte nummer er bedre når det haster.',
    'short-name': 'Navnet er svært kort. Se at det er riktig.',
  },
  look: 'Se over dette:',
  needed: {
    what: 'En klient i produksjon må ha minst én kontakt som får beskjed når noe er galt.',
    next: 'Legg til en kontakt her. Det du har skrevet om klienten, ligger under og venter.',
    on: 'Lukk dette vinduet, så er du tilbake i klienten. Alt du skrev, står der. Send den en gang til.',
    saved: 'Klienten kan lages nå',
  },
  left: {
    what: ({ at }: { at: number }) => `Den som eier denne adressen, meldte seg av ${date(at)}.`,
    next: 'Spør personen før du legger til adressen igjen. Har du spurt, trykk «Legg til likevel».',
    submit: 'Legg til likevel',
  },
  meanwhile: {
    what: 'Noen andre lagret kontakten mens du skrev. Ingenting av ditt er lagret ennå.',
    now: 'Slik står den nå:',
    next: 'Det du skrev, står under. Lagre en gang til hvis det er det som skal gjelde.',
  },
  unheard: 'Er det meningen, lagre en gang til.',
  saved: {
    added: 'Kontakten er lagt til',
    edited: 'Kontakten er lagret',
    body: ({ name: who, id }: { name: string; id: string }) => `${who} er lagret som ${id}.`,
    verifying: 'En e-post med lenke er på vei. Den som eier adressen, kan bekrefte den derfra i sju dager.',
    mailOff: 'Portvakt kan ikke sende e-post her, så adressen blir ikke bekreftet, og personen må få vite det av dere.',
    same: 'Adressen er den samme som før, så det sendes ingen ny bekreftelse.',
    portal: 'Digdirs egen liste ligger i portalen, og Portvakt kan ikke endre den. Lim inn dette der:',
    mirror: 'Gjort i portalen',
    mirrored: 'Lagt inn i portalen av',
    show: 'Vis kontakten',
    list: 'Alle kontakter',
    open: 'Åpne portalen',
  },
}
