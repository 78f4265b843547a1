import { formatsFor } from '../format.ts'

const { list, date } = formatsFor('nb')

/** Words of the last look before an order is sent (brreg.md 2, "Warnings"). */
export const orderPreview = {
  title: 'Se over og send',
  submit: 'Send bestillingen',
  intro: 'Dette er e-posten, ord for ord. Ingenting er sendt ennå.',
  to: 'Til',
  copy: 'Kopi og svar til',
  subject: 'Emne',
  companies: 'Er det disse?',
  found: {
    place: ({ municipality, county }: { municipality: string; county: string | null }) =>
      county === null ? municipality : `${municipality} i ${county}`,
    unchecked: 'ikke sjekket i Enhetsregisteret',
    states: { bankrupt: 'konkurs', 'winding-up': 'under avvikling', deleted: 'slettet' },
  },
  look: 'Se en gang til på dette. Du kan sende likevel:',
  accept: 'Når du sender, godtar du',
  readIn: ({ companies }: { companies: readonly string[] }) =>
    `Ekte opplysninger (produksjonsdata) om ${list(companies)} leses inn i testmiljøet TT02.`,
  customerAgrees: ({ customer }: { customer: string }) => `Dere har spurt ${customer}, som har sagt ja til det.`,
  testOnly: 'Den fiktive virksomheten virker bare i testmiljøet, og fører ikke til produksjon.',
  noProduction: 'Leverandører kan ikke bestille produksjon.',
  personal:
    'Navn, adresser og telefonnumre er personopplysninger, og sendes på e-post til et offentlig organ. E-posten kan bli omfattet av innsyn.',
  expected: ({ scope }: { scope: string }) =>
    `Tilgangen blir trolig ${scope}. Brønnøysundregistrene avgjør om hjemmelen holder.`,
  expectedUnknown: 'Brønnøysundregistrene avgjør hvilken tilgang dere kan få.',
  proof: {
    customer: ({ customer, at }: { customer: string; at: string }) =>
      `${customer} har vist oss at tilgangen ble bekreftet ${at}.`,
    said: ({ customer, at }: { customer: string; at: string }) =>
      `${customer} har fortalt at tilgangen ble bekreftet ${at}.`,
  },
  needsCustomer: {
    what: ({ customer }: { customer: string }) =>
      `Kan ikke sendes ennå: Vi vet ikke om ${customer} har fått tilgang selv.`,
    why: 'Brønnøysundregistrene knytter bestillingen til tilgangen som kunden alt har. Er den ikke bekreftet, har de ikke noe å knytte den til.',
    next: 'Spør kunden med en ferdig melding. Da venter bestillingen, og du får beskjed når kunden har svart. Har kunden alt fortalt deg det, skriv det inn.',
  },
  edit: 'Endre',
  ask: 'Spør kunden',
  said: 'Kunden har fått tilgang',
  cancel: 'Avbryt bestillingen',
  cancelSure: {
    title: 'Avbryte bestillingen?',
    text: 'Ingenting er sendt. Navn, adresser og telefonnumre i bestillingen slettes med en gang.',
    yes: 'Ja, avbryt den',
    no: 'Behold den',
  },
  later: 'Vil du vente, lukk vinduet. Kladden ligger i /test-access list.',
  confirmedOn: (day: number) => date(day),
}
