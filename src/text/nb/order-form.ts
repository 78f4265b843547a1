import type { OrderFaultCode, OrderWarning } from '../../domain/order/fields.ts'
import { formatsFor } from '../format.ts'
import { form as contact } from './contact-form.ts'

const { list } = formatsFor('nb')

const number = {
  hint: 'Ni siffer. Nummeret til den juridiske enheten, ikke en underenhet.',
  placeholder: '123 456 785',
}
const name = { placeholder: 'Kari Nordmann' }
const email = { placeholder: 'kari@etat.no' }
const phone = { hint: 'Utenlandske numre begynner med +.', placeholder: '40 00 00 00' }
const testEmail = {
  ...email,
  hint: 'Brønnøysundregistrene kan sende svaret hit, så velg en adresse som blir lest.',
}

/** Words of the fields of an order (brreg.md 2), their faults and warnings. */
export const orderForm = {
  titles: { direct: 'Direkte tilgang', fictional: 'Fiktiv kunde', existing: 'Eksisterende kunde' },
  submit: 'Se over',
  intro: {
    direct:
      'Virksomheten søker tilgang for seg selv, i test og produksjon. Ingenting sendes før du har sett hele e-posten.',
    fictional:
      'Brønnøysundregistrene lager en fiktiv virksomhet som dere delegerer fra selv. Ingenting sendes før du har sett hele e-posten.',
    existing: 'Kunden har fått, eller får, direkte tilgang selv. Ingenting sendes før du har sett hele e-posten.',
  },
  warning: {
    fictional:
      'En fiktiv virksomhet virker bare i testmiljøet. Til produksjon trengs en ekte kunde som delegerer, og leverandører kan ikke bestille produksjon.',
    existing:
      'Kundens egen tilgang må være bekreftet før bestillingen kan sendes. Leverandører kan ikke bestille produksjon: Kunden delegerer den i Altinn.',
  },
  parts: {
    company: 'Virksomheten',
    supplier: 'Dere som leverandør',
    customer: 'Kunden',
    testContact: 'Testansvarlig',
    productionContact: 'Produksjonsansvarlig',
    supplierContact: 'Kontakt for test hos dere',
    customerContact: 'Kontakt for test hos kunden',
    basis: 'Hjemmel',
    more: 'Til slutt',
  },
  fields: {
    organisation_number: { label: 'Virksomhetens organisasjonsnummer', ...number },
    organisation_name: { label: 'Virksomhetens navn', hint: 'Tomt felt: navnet i Enhetsregisteret.' },
    test_contact_name: { label: 'Navn til testansvarlig', ...name },
    test_contact_email: { label: 'E-postadresse til testansvarlig', ...testEmail },
    test_contact_phone: { label: 'Telefonnummer til testansvarlig', ...phone },
    same_contact: {
      label: 'Er det samme person?',
      hint: 'Da lar du de tre neste feltene stå tomme. Begge står i e-posten.',
      options: { yes: { label: 'Samme person som testansvarlig' } },
    },
    production_contact_name: { label: 'Navn til produksjonsansvarlig', ...name },
    production_contact_email: { label: 'E-postadresse til produksjonsansvarlig', ...email },
    production_contact_phone: { label: 'Telefonnummer til produksjonsansvarlig', ...phone },
    legal_basis: {
      label: 'Hvilken hjemmel til utvidet tilgang faller virksomheten inn under?',
      hint: 'Brønnøysundregistrene avgjør om hjemmelen holder.',
      options: {
        offentlig: { label: 'Offentlig myndighet', description: 'Forskriften § 3-11 første ledd' },
        rapporteringspliktig: {
          label: 'Rapporteringspliktig',
          description: 'Hvitvaskingsloven § 4 første ledd bokstav a, b, c, e, g, h–k, n, o',
        },
        'rapporteringspliktig.begrenset': {
          label: 'Rapporteringspliktig, begrenset',
          description: 'Hvitvaskingsloven § 4 første ledd bokstav d, f, l, m',
        },
        media: { label: 'Media', description: 'Forskriften § 3-11 andre til fjerde ledd' },
        sivilsamfunnsorganisasjon: { label: 'Sivilsamfunnsorganisasjon' },
        hoeyereutdanningsinstitusjon: { label: 'Høyere utdanningsinstitusjon' },
        other: { label: 'Noe annet, eller vi er usikre', description: 'Forklar med egne ord under' },
      },
    },
    legal_basis_letter: {
      label: 'Bokstav i hvitvaskingsloven § 4 første ledd',
      hint: 'Bare for rapporteringspliktige. Loven: lovdata.no/lov/2018-06-01-23/§4',
      placeholder: 'Velg bokstav',
      options: {
        a: { label: 'Bokstav a' },
        b: { label: 'Bokstav b' },
        c: { label: 'Bokstav c' },
        d: { label: 'Bokstav d (begrenset)' },
        e: { label: 'Bokstav e' },
        f: { label: 'Bokstav f (begrenset)' },
        g: { label: 'Bokstav g' },
        h: { label: 'Bokstav h' },
        i: { label: 'Bokstav i' },
        j: { label: 'Bokstav j' },
        k: { label: 'Bokstav k' },
        l: { label: 'Bokstav l (begrenset)' },
        m: { label: 'Bokstav m (begrenset)' },
        n: { label: 'Bokstav n' },
        o: { label: 'Bokstav o' },
      },
    },
    legal_basis_text: {
      label: 'Forklaring av hjemmelen',
      hint: 'Når du valgte «Noe annet, eller vi er usikre»: hvem dere er, og hva dere skal bruke opplysningene til. 10 til 500 tegn.',
    },
    supplier_organisation_number: { label: 'Systemleverandørens organisasjonsnummer', ...number },
    supplier_name: { label: 'Systemleverandørens navn', hint: 'Tomt felt: navnet i Enhetsregisteret.' },
    supplier_test_contact_name: { label: 'Navn til testansvarlig hos dere', ...name },
    supplier_test_contact_email: { label: 'E-postadresse til testansvarlig hos dere', ...testEmail },
    supplier_test_contact_phone: { label: 'Telefonnummer til testansvarlig hos dere', ...phone },
    customer_unit: {
      label: 'Finn kunden etter navn',
      hint: 'Skriv minst tre bokstaver. Vet du nummeret, skriv det i neste felt i stedet.',
      placeholder: 'Navnet på kunden',
    },
    customer_organisation_number: {
      label: 'Kundens organisasjonsnummer',
      hint: 'Ni siffer. Tomt hvis du fant kunden over.',
      placeholder: number.placeholder,
    },
    customer_name: { label: 'Kundens navn', hint: 'Tomt felt: navnet i Enhetsregisteret.' },
    customer_test_contact_name: { label: 'Navn til kundens kontaktperson for test', ...name },
    customer_test_contact_email: {
      label: 'E-postadresse til kundens kontaktperson for test',
      hint: 'Spør personen først: Navn, adresse og nummer sendes til Brønnøysundregistrene.',
      placeholder: 'ola@kunde.no',
    },
    customer_test_contact_phone: { label: 'Telefonnummer til kundens kontaktperson for test', ...phone },
    remark: {
      label: 'Noe mer Brønnøysundregistrene bør vite',
      hint: 'Kommer som et eget avsnitt i e-posten. Skriv aldri fødselsnummer her.',
    },
    production_data_consent: {
      label: 'Ekte opplysninger i testmiljøet',
      options: { yes: { label: 'Jeg godtar det' } },
    },
  },
  /** instead of the box's own label: what is accepted, and for whom one answers */
  consent: {
    fictional: 'Jeg godtar det på vegne av virksomheten',
    existing: 'Jeg godtar det, og kunden har sagt ja til det',
  },
  readIn: ({ companies }: { companies: readonly string[] }) =>
    `For å sette opp testen leser Brønnøysundregistrene ekte opplysninger (produksjonsdata) om ${list(companies)} inn i Altinns testmiljø TT02.`,
  yourself: 'leverandøren',
  theCustomer: 'kunden',
  notes: {
    last: 'Feltene er fylt ut fra forrige bestilling. Se over at alt stemmer ennå.',
    meanwhile:
      'Noen andre endret bestillingen mens du skrev. Det du skrev, står her. Send en gang til hvis det er det som skal gjelde.',
    'register-down': 'Enhetsregisteret svarer ikke nå, så navn og numre er ikke sjekket der. Du kan gå videre likevel.',
  },
  fixed: 'Organisasjonsnummeret er virksomhetens eget og kan ikke byttes ut.',
  personal:
    'Kontaktopplysninger er personopplysninger. De sendes på e-post til et offentlig organ, og e-posten kan bli omfattet av innsyn.',
  found: {
    more: ({ shown, total }: { shown: number; total: number }) =>
      `${shown} av ${total} treff. Skriv mer for å finne rett.`,
    all: ({ total }: { total: number }) => `${total} treff`,
  },
  faults: {
    required: 'Feltet må fylles ut.',
    'number-form':
      'Dette er ikke et organisasjonsnummer: Det har ni siffer, og det siste må stemme med de andre. Se etter en skrivefeil.',
    'number-synthetic':
      'Nummeret er fiktivt (det begynner på 2 eller 3). Brønnøysundregistrene trenger en ekte virksomhet her, med nummer som begynner på 8 eller 9.',
    'not-own':
      'Du kan bare bestille for din egen virksomhet. Sett nummeret tilbake, eller bytt virksomhet med /portvakt whoami.',
    'same-company':
      'Kunden og leverandøren er den samme virksomheten. Velg en annen kunde. Skal dere lese for dere selv, bestill direkte tilgang.',
    'two-customers': 'Nummeret er et annet enn kunden du fant etter navn. Tøm ett av feltene.',
    deleted: 'Virksomheten er slettet i Enhetsregisteret. Bruk nummeret til den som har tatt over.',
    removed:
      'Nummeret er tatt ut av Enhetsregisterets åpne data av juridiske årsaker, så vi kan ikke bruke det. Spør Brønnøysundregistrene: opendata@brreg.no',
    'not-found': 'Enhetsregisteret kjenner ikke nummeret. Se etter en skrivefeil.',
    'sub-unit': ({ instead }: { instead: string | null }) =>
      instead === null
        ? 'Dette er en underenhet (bedrift). Bruk nummeret til hovedenheten: Tilganger og delegering hører til den juridiske enheten.'
        : `Dette er en underenhet (bedrift). Bruk hovedenheten ${instead}: Tilganger og delegering hører til den juridiske enheten.`,
    'company-length': 'Navnet må ha 1 til 180 tegn.',
    'company-characters': 'Navnet har tegn som ikke går. Bruk bokstaver, tall og vanlige skilletegn, på én linje.',
    'letter-missing': 'Velg hvilken bokstav i § 4 første ledd som gjelder. Den avgjør hvilken tilgang dere får.',
    'letter-other': ({ basis }: { basis: string | null }) =>
      basis === null
        ? 'Bokstaven hører til en annen hjemmel. Bytt bokstaven eller hjemmelen.'
        : `Bokstaven hører til «${basis}». Bytt hjemmelen til den, eller velg en annen bokstav.`,
    'text-missing': 'Forklar hjemmelen med noen ord, minst 10 tegn.',
    'text-length': 'Forklaringen må ha 10 til 500 tegn.',
    'remark-length': 'Teksten er for lang. Bruk høyst 1000 tegn.',
    'national-number':
      'Dette ser ut som et fødselsnummer eller d-nummer. Det skal aldri stå i en bestilling. Ta det bort.',
    consent:
      'Uten dette kan ikke Brønnøysundregistrene sette opp testen. Kryss av hvis dere godtar det, eller avbryt bestillingen.',
    other: 'Dette kan ikke brukes. Skriv det på nytt.',
    names: { ...contact.faults.name, digits: 'Et navn har ikke tall i seg. Skriv navnet på en person.' },
    emails: { ...contact.faults.email, 'not-one': 'Skriv én adresse, ikke flere.' },
    phones: {
      ...contact.faults.phone,
      'same-digits': 'Alle sifrene er like. Skriv et nummer personen svarer på.',
    },
  } satisfies Record<Exclude<OrderFaultCode, `${'name' | 'email' | 'phone'}-${string}`>, unknown> &
    Record<string, unknown>,
  warnings: {
    'name-differs': ({ registered }: { registered: string }) => `I Enhetsregisteret heter virksomheten ${registered}.`,
    bankrupt: 'Virksomheten er konkurs. Brønnøysundregistrene avgjør om den kan få tilgang.',
    'winding-up': 'Virksomheten er under avvikling. Brønnøysundregistrene avgjør om den kan få tilgang.',
    unverified: 'Ikke sjekket mot Enhetsregisteret, som ikke svarte. Se nøye over nummer og navn.',
    synthetic: 'Nummeret er fiktivt og står ikke i Enhetsregisteret.',
    'short-name': 'Navnet er svært kort. Se at det er riktig.',
    'special-phone': 'Nummeret er et spesialnummer (8xx), som ikke alle kan ringe.',
    switchboard: 'Nummeret går til et sentralbord. Personen bør kunne nås direkte.',
    'free-mail': 'Adressen er hos en åpen e-posttjeneste. Brønnøysundregistrene sender tilgangen hit.',
    'other-domain': 'Adressen har et annet domene enn virksomhetens.',
    'brreg-mail': 'Adressen er hos Brønnøysundregistrene selv. Skriv adressen til deres egen kontakt.',
    'same-person': 'Dere og kunden har samme kontaktperson. Er det meningen?',
    duplicate: ({ ids }: { ids: readonly string[] }) =>
      `Dere har alt en bestilling om det samme som ikke er ferdig: ${list(ids)}. Send bare én.`,
    'already-granted': ({ id }: { id: string }) =>
      `Dere har alt fått dette (${id}). Brønnøysundregistrene har opplysningene, og dere trenger ikke å sende dem igjen.`,
  } satisfies Record<OrderWarning['code'], unknown>,
}
