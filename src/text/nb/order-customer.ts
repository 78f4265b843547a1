import { formatsFor } from '../format.ts'

const { date, list } = formatsFor('nb')

type Parties = { supplier: string; customer: string }

/** Words between a supplier and its customer: the message to forward, the code, the customer's yes. */
export const orderCustomer = {
  message: {
    title: 'Melding til kunden',
    intro: {
      order:
        'Send dette til kunden, for eksempel på e-post. Kunden trenger det for å bestille sin egen tilgang, og for å si fra når den er bekreftet.',
      'delegate-test': 'Send dette til kunden når testmiljøet er klart, for eksempel på e-post.',
      'delegate-prod': 'Send dette til kunden når dere vil i gang i produksjon, for eksempel på e-post.',
    },
    languages: { nb: 'På norsk', en: 'På engelsk' },
    code: ({ code }: { code: string }) => `Koden ${code} kan brukes én gang, og bare av noen hos kunden.`,
    until: ({ at }: { at: number }) => `Den virker til ${date(at)}.`,
    once: 'Den vises bare denne ene gangen.',
    noCode:
      'Meldingen har ingen kode ennå. Lag en hvis kunden bruker Portvakt. Da svarer kunden selv, og du får vite det med en gang.',
    makeCode: 'Lag en kode',
    tooMany: 'Det er laget mange koder i dag. Bruk en av dem, eller lag en ny i morgen.',
    personal:
      'Send aldri fødselsnummeret til den fiktive personen i Slack eller åpen e-post. Gi det til kunden på telefon.',
    order: ({ supplier, customer, code, until }: Parties & { code: string | null; until: number | null }) =>
      [
        `Hei, ${customer}!`,
        '',
        `${supplier} skal lage en integrasjon mot Register over reelle rettighetshavere for dere. Før vi kan teste sammen med dere, må ${customer} selv ha fått direkte tilgang hos Brønnøysundregistrene.`,
        '',
        'Dette gjør dere:',
        '1. Bestill direkte tilgang for dere selv, i test og produksjon. Bruker dere Portvakt i Slack, skriv /test-access new direct. Ellers skriver dere til opendata@brreg.no og oppgir: virksomhetens organisasjonsnummer og navn; navn, e-postadresse og telefonnummer til testansvarlig, og det samme til produksjonsansvarlig; og hvilken hjemmel til utvidet tilgang dere faller inn under.',
        '2. Vent på bekreftelsen. Der står det hvilket scope dere har fått.',
        ...(code === null
          ? [
              `3. Svar på denne meldingen med dagen dere fikk bekreftelsen, hvilket scope dere fikk, og om det gjelder test, produksjon eller begge.`,
            ]
          : [
              `3. Bruker dere Portvakt: Skriv /test-access i Slack, trykk «Jeg har en kode» og skriv ${code}. Da får ${supplier} vite om tilgangen er bekreftet, og hvilket scope dere har, og ikke noe annet.${until === null ? '' : ` Koden virker til ${date(until)}.`}`,
              '   Bruker dere ikke Portvakt: Svar på denne meldingen med dagen dere fikk bekreftelsen, hvilket scope dere fikk, og om det gjelder test, produksjon eller begge.',
            ]),
        '',
        `Når vi tester, leser Brønnøysundregistrene ekte opplysninger (produksjonsdata) om ${customer} og ${supplier} inn i testmiljøet TT02. Si fra hvis dere ikke vil det.`,
      ].join('\n'),
    delegateTest: ({
      supplier,
      customer,
      supplierNumber,
      form,
    }: Parties & { supplierNumber: string; form: string | null }) =>
      [
        `Hei, ${customer}!`,
        '',
        'Brønnøysundregistrene har gjort klart for test. Nå må dere delegere tilgangen til oss i Altinns testmiljø (TT02):',
        '',
        '1. Gå til https://tt02.altinn.no og logg inn som den fiktive personen Brønnøysundregistrene har laget for dere. Fødselsnummeret får dere av oss på telefon, eller i e-posten fra Brønnøysundregistrene.',
        `2. Velg å representere ${customer}.`,
        `3. Gå til API-delegering, og søk fram ${form === null ? 'skjemaet for Register over reelle rettighetshavere som passer til scopet deres' : `«${form}»`}.`,
        `4. Legg til ${supplier}, organisasjonsnummer ${supplierNumber}, og bekreft.`,
        '5. Svar oss når det er gjort, og fortell hvilket scope dere har (det begynner på brreg:reelle/).',
        '',
        'En delegering i vanlig Altinn virker ikke i testmiljøet.',
      ].join('\n'),
    delegateProd: ({
      supplier,
      customer,
      supplierNumber,
      form,
    }: Parties & { supplierNumber: string; form: string | null }) =>
      [
        `Hei, ${customer}!`,
        '',
        'Testen er ferdig. Før vi kan lese for dere i produksjon, må dere delegere tilgangen til oss i Altinn:',
        '',
        '1. Dere må ha fått direkte tilgang til produksjon bekreftet av Brønnøysundregistrene.',
        '2. Gå til https://www.altinn.no og logg inn som dere selv, med en rolle som kan gi fra seg API-er (daglig leder, for eksempel).',
        `3. Velg å representere ${customer}.`,
        `4. Gå til API-delegering, og søk fram ${form === null ? 'skjemaet for Register over reelle rettighetshavere som passer til scopet deres' : `«${form}»`}.`,
        `5. Legg til ${supplier}, organisasjonsnummer ${supplierNumber}, og bekreft.`,
        '6. Svar oss når det er gjort, og fortell hvilket scope dere har i produksjon (det begynner på brreg:reelle/).',
        '',
        'Brønnøysundregistrene skal ikke ha noen ny bestilling.',
      ].join('\n'),
    newCode: 'Lag en ny kode',
    wait: 'La bestillingen vente',
    back: 'Til bestillingen',
  },
  code: {
    title: 'Jeg har en kode',
    submit: 'Gå videre',
    intro:
      'En systemleverandør har gitt dere en kode. Med den ser du hvem som spør, og hva de vil vite, før du svarer.',
    fields: {
      code: { label: 'Kode', placeholder: 'K7QM-3XW9', hint: 'Åtte tegn. Store og små bokstaver er det samme.' },
    },
    malformed: 'En kode har åtte bokstaver og tall, som K7QM-3XW9. Se etter om noe mangler.',
  },
  consent: {
    title: 'La leverandøren se',
    submit: 'Ja, la dem se det',
    who: ({ supplier, number }: { supplier: string; number: string }) => `${supplier} (${number}) spør.`,
    customer: ({ customer }: { customer: string }) => `De vil teste på vegne av ${customer}.`,
    sees: 'Sier du ja, får de vite dette, og ikke noe annet:',
    seen: [
      'om Brønnøysundregistrene har bekreftet deres direkte tilgang: ja eller nei',
      'når den ble bekreftet, og om det er for test, produksjon eller begge',
      'hvilket scope dere har fått',
    ],
    unseen: 'De ser ikke bestillingen deres, hvem som har skrevet den, eller noe annet om dere.',
    readIn: ({ customer, supplier }: Parties) =>
      `Når de bestiller test, leses ekte opplysninger (produksjonsdata) om ${customer} og ${supplier} inn i testmiljøet TT02.`,
    known: ({ scope, environments, on }: { scope: string; environments: readonly string[]; on: number }) =>
      `Slik er det nå: bekreftet ${date(on)}, ${scope}, for ${list(environments)}.`,
    pending: ({ id }: { id: string }) =>
      `Bestillingen deres (${id}) er ikke bekreftet ennå. De får vite det når den er det.`,
    none: 'Portvakt kjenner ingen direkte tilgang hos dere. Er den bekreftet, kan du skrive inn svaret her. Ellers lar du feltene stå tomme, og de får vite det når tilgangen kommer.',
    fields: {
      confirmed_on: { label: 'Dagen da Brønnøysundregistrene bekreftet tilgangen' },
      scope: { label: 'Scope', placeholder: 'Det står i bekreftelsen' },
      environments: { label: 'Bekreftet for' },
    },
    together: 'Fyll ut dag, scope og miljø, eller la alle tre stå tomme.',
    regret: 'Du kan ta det tilbake når som helst: /test-access, «Hvem ser svaret vårt».',
  },
  consented: {
    title: 'Takk',
    told: ({ supplier }: { supplier: string }) => `${supplier} har fått vite at tilgangen er bekreftet.`,
    waits: ({ supplier }: { supplier: string }) => `${supplier} får vite det når tilgangen deres er bekreftet.`,
    order: 'Har dere ikke bestilt direkte tilgang ennå, kan du gjøre det nå.',
    new: 'Bestill direkte tilgang',
    consents: 'Hvem ser svaret vårt',
  },
  consents: {
    title: 'Hvem ser svaret vårt',
    intro: 'Disse leverandørene får vite om deres direkte tilgang er bekreftet, og hvilket scope dere har.',
    none: 'Ingen leverandører får vite noe om tilgangen deres.',
    given: ({ at }: { at: number }) => `Sagt ja til ${date(at)} av`,
    withdraw: 'Ta tilbake',
    withdrawSure: {
      title: 'Ta det tilbake?',
      text: 'Leverandøren får ikke vite noe mer, og får beskjed om at dere tok det tilbake. En delegering i Altinn må dere fjerne der.',
      yes: 'Ja, ta det tilbake',
      no: 'Avbryt',
    },
    withdrawn: ({ supplier }: { supplier: string }) => `${supplier} får ikke vite noe mer om tilgangen deres.`,
    code: 'Jeg har en kode',
  },
}
