import { formatsFor } from '../format.ts'

const { number, dateTime } = formatsFor('nb')

/** Words of invoice information, logins and the threshold. */
export const invoice = {
  title: 'Fakturainformasjon',
  intro:
    'Digdir fakturerer tjenesteeiere som har mer enn 200 000 innlogginger i et oppgjørsår (1. oktober til 30. september). Da må Digdir vite hvem fakturaen skal til.',
  portal: 'Digdir har ingen tjeneste for dette: legg det samme inn i selvbetjeningsportalen.',
  ofOrganisation: ({ name }: { name: string }) => `For hele ${name}`,
  ofClient: ({ name }: { name: string }) => `For klienten ${name}`,
  none: 'Det er ikke registrert noen fakturainformasjon.',
  add: 'Legg inn for virksomheten',
  edit: 'Endre',
  remove: 'Fjern',
  forClient: 'For en klient …',
  recipient: 'Fakturamottaker (EHF)',
  unverified: 'ikke kontrollert, Enhetsregisteret svarte ikke (lagre en gang til senere)',
  address: 'Adresse',
  reference: 'Referanse',
  email: 'E-post',
  updated: ({ at }: { at: number }) => `Sist endret ${dateTime(at)} av`,
  byProgram: 'et program',
  saved: 'Fakturainformasjonen er lagret.',
  removed: 'Fakturainformasjonen er fjernet.',
  meanwhile: 'Noen andre endret fakturainformasjonen mens du skrev. Det de lagret, står her nå. Ditt er ikke lagret.',
  ruledOut: ({ why }: { why: string }) =>
    `Enhetsregisteret svarte etter at du lagret. ${why} Trykk «Endre» og rett mottakeren.`,
  removeSure: {
    title: 'Fjerne opplysningene?',
    text: 'Da vet ikke Digdir hvem fakturaen skal til hvis dere går over grensen.',
    yes: 'Ja, fjern',
    no: 'Avbryt',
  },
  formTitle: 'Fakturainformasjon',
  save: 'Lagre',
  form: {
    invoice_organisation_number: {
      label: 'Fakturamottakers organisasjonsnummer',
      hint: 'Ni siffer. Fakturaen kommer som EHF til denne virksomheten.',
    },
    invoice_address: { label: 'Fakturaadresse', hint: 'Adressen slik den skal stå på fakturaen.' },
    invoice_reference: {
      label: 'Deres referanse',
      hint: 'Bestillingsnummer, ressursnummer eller kostnadssted, slik mottakeren vil ha det.',
    },
    invoice_email: { label: 'E-post for spørsmål om fakturaen', hint: 'Kan stå tom.' },
  },
  faults: {
    number: 'Dette er ikke et gyldig organisasjonsnummer. Skriv ni siffer.',
    'unit-sub': 'Dette er en underenhet. EHF går til hovedenheten: skriv dens nummer.',
    'unit-deleted': 'Virksomheten er slettet i Enhetsregisteret.',
    'unit-removed': 'Virksomheten er fjernet fra Enhetsregisteret.',
    'unit-unknown': 'Enhetsregisteret har ingen virksomhet med dette nummeret.',
    address: 'Skriv adressen, høyst 500 tegn.',
    reference: 'Skriv en referanse på én linje, høyst 100 tegn.',
    email: 'Skriv én e-postadresse, som faktura@etat.no, eller la feltet stå tomt.',
  },
  logins: {
    title: ({ label }: { label: string }) => `Innlogginger ${label}`,
    none: ({ label }: { label: string }) => `Det er ikke lagt inn tall for oppgjørsåret ${label} ennå.`,
    sum: ({ sum, threshold, percent }: { sum: number; threshold: number; percent: number }) =>
      `${number(sum)} av ${number(threshold)} innlogginger i produksjon (${number(percent)} %)`,
    over: 'Dere har passert grensen og blir fakturert.',
    missing: 'Det mangler fakturainformasjon: legg den inn nå.',
    series: { sum: 'I alt', threshold: 'Grensen' },
    x: 'Måned',
    y: 'Innlogginger i alt',
    month: ({ month, logins, sum }: { month: string; logins: number; sum: number }) =>
      `${month}: ${number(logins)} (i alt ${number(sum)})`,
    source: 'Tallene legges inn av den som drifter Portvakt, og gjelder bare produksjon.',
  },
  months: ['jan.', 'feb.', 'mars', 'april', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
  back: 'Tilbake til kontaktene',
}
