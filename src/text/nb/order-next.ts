import type { OrderKind } from '../../domain/order/types.ts'
import { formatsFor } from '../format.ts'

const { date } = formatsFor('nb')

type Mp = { kind: OrderKind; environment: 'test' | 'prod' }
type Advice = { what: string; who: string }

const altinn = { test: 'Altinns testmiljø (TT02)', prod: 'vanlig Altinn' }
const here = { test: 'i testmiljøet', prod: 'i produksjon' }

/**
 * Maskinporten's answers to the orderer's own client (brreg.md 6): what is wrong, and who must do what about it. Those
 * of the bot's own admin client are `mp`.
 */
const refusals = {
  'MP-250': ({ kind, environment }: Mp): Advice => ({
    what: `Virksomheten som tokenet gjelder, har ikke fått scopet ${here[environment]}.`,
    who: {
      direct:
        'Se at scopet er det som står i bekreftelsen, og at den gjelder dette miljøet. Er det riktig, spør Brønnøysundregistrene (opendata@brreg.no) om de er ferdige.',
      fictional:
        'Se at scopet og den fiktive virksomhetens nummer er de som står i e-posten. Er de riktige, spør Brønnøysundregistrene (opendata@brreg.no) om de er ferdige.',
      existing:
        'Spør kunden hvilket scope de har fått, og for hvilket miljø. Kunden må ha fått sin egen tilgang bekreftet.',
    }[kind],
  }),
  'MP-251': ({ kind, environment }: Mp): Advice => ({
    what: 'Tilgangen er ikke delegert til virksomheten som eier klienten.',
    who: {
      direct:
        'Dere leser for dere selv, så ingen skal delegere. Se at klienten hører til virksomheten som fikk tilgangen, og at consumer_org ikke er med i forespørselen.',
      fictional: `Dere må delegere selv, som den fiktive personen, i ${altinn.test}. Se at det er riktig skjema, riktig virksomhet og TT02, ikke vanlig Altinn.`,
      existing: `Kunden må delegere til dere i ${altinn[environment]}. Se at det er riktig skjema, og riktig miljø: Det ene gjelder ikke i det andre.`,
    }[kind],
  }),
  'MP-200': (): Advice => ({
    what: 'Scopet står ikke på klienten.',
    who: 'Dere som eier klienten, må legge scopet til på den. Vent så et minutt, og prøv igjen.',
  }),
  'MP-100': ({ environment }: Mp): Advice => ({
    what: `Maskinporten kjenner ikke klienten ${here[environment]}.`,
    who: 'Se at klient-id-en er riktig, og at klienten er laget i samme miljø. En testklient virker ikke i produksjon, og omvendt.',
  }),
  'MP-110': (): Advice => ({
    what: 'Forespørselen er laget for en annen Maskinporten (aud).',
    who: 'Se at aud er adressen til Maskinporten i samme miljø, med skråstrek til slutt. Kommandoen under «Neste steg» gjør det riktig.',
  }),
  'MP-120': (): Advice => ({
    what: 'Sertifikatet er ugyldig, eller hører til et annet miljø.',
    who: 'Dere må bruke et virksomhetssertifikat for samme miljø, eller en nøkkel som er registrert på klienten.',
  }),
  'MP-122': (): Advice => ({
    what: 'Sertifikatet tilhører en annen virksomhet enn den som eier klienten.',
    who: 'Dere må bruke virksomhetens eget sertifikat, eller en nøkkel som er registrert på klienten.',
  }),
  'MP-124': (): Advice => ({
    what: 'Signaturen stemmer ikke.',
    who: 'Se at det er den private nøkkelen som hører til den registrerte, og at kid er den samme på klienten og i forespørselen.',
  }),
  'MP-012': (): Advice => ({
    what: 'Den samme forespørselen er brukt før.',
    who: 'Kjør kommandoen på nytt. Den lager en ny hver gang (jti).',
  }),
  'MP-130': (): Advice => ({
    what: 'Forespørselen var for gammel, eller klokken hos dere går feil.',
    who: 'Still klokken på maskinen, og kjør kommandoen på nytt.',
  }),
}

/** The same for an answer that has no code, by what is known of it. */
const uncoded = {
  what: 'Maskinporten sa nei, uten en kode.',
  who: 'Se at consumer_org er virksomheten som har delegert, og ikke deres eget nummer, og at ingen andre felt er med enn dem i eksempelet. Hjelper ikke det, spør servicedesk@digdir.no, og oppgi klient-id, miljø og teksten Maskinporten svarte.',
}

/** Words of what comes after access was given, and of what a try for a token came to. */
export const orderNext = {
  title: 'Neste steg',
  of: {
    direct: 'Dere har tilgang selv',
    fictional: 'Test med den fiktive kunden',
    existing: { test: 'Test sammen med kunden', prod: 'Produksjon for kunden' },
  },
  notYet: 'Tilgangen er ikke gitt ennå. Dette er det som kommer etterpå.',
  step: ({ number, heading }: { number: number; heading: string }) => `${number}. ${heading}`,
  delegate: {
    heading: { test: 'Deleger i Altinns testmiljø (TT02)', prod: 'Kunden delegerer i vanlig Altinn' },
    fictional: ({
      unit,
      supplier,
      supplierNumber,
      url,
    }: Record<'unit' | 'supplier' | 'supplierNumber' | 'url', string>) => [
      `Gå til ${url}, og logg inn som den fiktive personen. Fødselsnummeret står i e-posten fra Brønnøysundregistrene. Skriv det aldri i Slack.`,
      `Velg å representere ${unit}. Står den ikke der, logg ut og inn igjen.`,
      'Gå til API-delegering, og søk fram dette skjemaet:',
      `Legg til ${supplier}, organisasjonsnummer ${supplierNumber}, og bekreft.`,
    ],
    existing: {
      test: ({
        unit,
        supplier,
        supplierNumber,
        url,
      }: Record<'unit' | 'supplier' | 'supplierNumber' | 'url', string>) => [
        `Kunden går til ${url}, og logger inn som den fiktive personen. Fødselsnummeret står i e-posten fra Brønnøysundregistrene. Skriv det aldri i Slack.`,
        `Kunden velger å representere ${unit}. Står den ikke der, hjelper det å logge ut og inn igjen.`,
        'Kunden går til API-delegering, og søker fram dette skjemaet:',
        `Kunden legger til ${supplier}, organisasjonsnummer ${supplierNumber}, og bekrefter.`,
      ],
      prod: ({
        unit,
        supplier,
        supplierNumber,
        url,
      }: Record<'unit' | 'supplier' | 'supplierNumber' | 'url', string>) => [
        `Kunden må selv ha fått produksjon bekreftet. Så går kunden til ${url}, og logger inn som seg selv, med en rolle som kan delegere (for eksempel daglig leder).`,
        `Kunden velger å representere ${unit}.`,
        'Kunden går til API-delegering, og søker fram dette skjemaet:',
        `Kunden legger til ${supplier}, organisasjonsnummer ${supplierNumber}, og bekrefter. Brønnøysundregistrene skal ikke ha noen ny bestilling.`,
      ],
    },
    formUnknown: 'Skjemaet må passe til scopet, og scopet er ikke skrevet inn ennå. Spør kunden, eller se i e-posten.',
    apart: 'Det som er delegert i TT02, gjelder ikke i vanlig Altinn, og omvendt.',
    message: 'Melding til kunden',
  },
  scope: {
    heading: 'Spør kunden hvilket scope de har',
    body: 'Det skal stå på klienten og i forespørselen, og Brønnøysundregistrene sier det ikke alltid til leverandøren.',
  },
  client: {
    heading: { test: 'Lag en Maskinporten-klient i testmiljøet', prod: 'Lag en Maskinporten-klient i produksjon' },
    body: ({ scope }: { scope: string }) =>
      `Klienten skal høre til dere selv, ikke «på vegne av» en kunde, og ha scopet ${scope}.`,
    have: 'Dere har alt en klient med scopet. Velg den som skal brukes:',
    haveOne: ({ name }: { name: string }) => `Dere har alt en klient med scopet: ${name}.`,
    choose: 'Velg klient',
    canMake: 'Portvakt kan lage den for dere, med deres egen admin-klient.',
    cannotMake: ({ reason }: { reason: 'bot' | 'none' | 'prod' }) =>
      ({
        bot: 'Portvakt kan ikke lage den: Det krever at virksomheten har sin egen admin-klient her. Lag den i Digdirs selvbetjening:',
        none: 'Portvakt kan ikke lage den, for her er det ingen admin-klient. Lag den i Digdirs selvbetjening:',
        prod: 'Lag den i Digdirs selvbetjening, eller med /client new maskinporten prod:',
      })[reason],
    portal: ({ url, scope, delegated }: { url: string; scope: string; delegated: boolean }) => [
      `Logg inn på ${url}, og velg Ny integrasjon.`,
      'Velg Maskinporten, og at den er for dere selv.',
      delegated
        ? `Legg til ${scope}. Det står blant scopene som er tilgjengelige for alle, fordi det er delegert.`
        : `Legg til ${scope}. Det står blant scopene dere har fått tilgang til.`,
      'Registrer den offentlige nøkkelen deres. Den varer i ett år.',
    ],
    make: 'Lag testklienten',
    open: 'Åpne selvbetjeningen',
  },
  token: {
    heading: 'Hent et token',
    body: 'Kjør dette der den private nøkkelen ligger, med KEY satt til filen (PEM). Det skriver én linje. Signaturen er tatt bort, så linjen er trygg å lime inn her.',
    noClient: 'Kommandoen kommer når dere har en klient. Lag den først.',
    noKid: 'Bytt ut KID med kid-en til nøkkelen, slik den står på klienten.',
    claims: 'Har dere et eget program, er dette innholdet i forespørselen:',
    consumer: {
      none: 'consumer_org skal ikke være med: Dere leser for dere selv.',
      fictional: ({ number }: { number: string }) =>
        `consumer_org er den fiktive virksomheten (${number}), ikke dere selv.`,
      customer: ({ number }: { number: string }) => `consumer_org er kunden (${number}), ikke dere selv.`,
    },
  },
  paste: {
    heading: 'Lim inn resultatet',
    body: 'Da ser Portvakt om det virker, og forklarer hva som er galt hvis det ikke gjør det.',
    button: 'Lim inn resultatet',
  },
  call: {
    heading: 'Kall tjenesten',
    body: ({ url }: { url: string }) =>
      `Send tokenet i hodet Authorization: Bearer … til ${url}. Beskrivelsen av API-et ligger på ${url}/api/oppslag.`,
    endpoints: 'Oppslag, endringslogg og kodelister er åpne for alle scopene. Kodelistene krever ikke token.',
    fullDownload: 'Scopet brreg:reelle/offentlig kan også slå opp på fødselsnummer og laste ned hele registeret.',
  },
  testData: {
    heading: 'Bruk testdata',
    body: 'Testregisteret har bare syntetiske data. Ekte virksomheter finnes ikke der. Finn testpersoner og testvirksomheter i Tenor hos Skatteetaten.',
    link: 'Testdata i Register over reelle rettighetshavere',
  },
  support: {
    heading: 'Hvem hjelper',
    lines: [
      { what: 'Token og klient (oppgi klient-id, miljø og hva som skjedde):', address: 'servicedesk@digdir.no' },
      { what: 'Delegering i Altinn:', address: 'servicedesk@altinn.no' },
      { what: 'Bestillingen og innholdet i registeret:', address: 'opendata@brreg.no' },
    ],
    status: 'Driftsmeldinger: brreg.no/driftsmeldinger',
  },
  testOnly: 'Den fiktive virksomheten fører aldri til produksjon. Til det trengs en ekte kunde som delegerer.',
  toProduction: 'Produksjon for kunden',
  toTest: 'Test med kunden',
  toOther: { test: 'Vis testmiljøet', prod: 'Vis produksjon' },
  made: 'Vis klienten',
  back: 'Til bestillingen',
  outcome: {
    title: 'Lim inn resultatet',
    submit: 'Se hva det er',
    intro:
      'Lim inn linjen som kommandoen skrev, eller feilmeldingen fra Maskinporten. Limer du inn et helt token, kaster Portvakt signaturen med en gang. Ingenting av det du limer inn, blir lagret.',
    fields: { pasted: { label: 'Resultatet', placeholder: '{"error":"invalid_grant", …}' } },
    empty: 'Lim inn det kommandoen skrev.',
    unreadable: {
      what: 'Portvakt kan ikke lese dette.',
      who: 'Lim inn hele linjen fra kommandoen, hele JSON-svaret fra Maskinporten, eller hele tokenet.',
    },
    mismatch: {
      issuer: {
        what: 'Tokenet er ikke fra Maskinporten i dette miljøet.',
        who: 'Hent et nytt med kommandoen under «Neste steg», i samme miljø som bestillingen.',
      },
      scope: {
        what: 'Tokenet gjelder et annet scope enn bestillingen.',
        who: 'Sett scopet i forespørselen til det som står på kortet, og hent et nytt.',
      },
      consumer: {
        what: 'Tokenet gjelder en annen virksomhet enn bestillingen.',
        who: 'Sett consumer_org til virksomheten som delegerte, og hent et nytt.',
      },
      client: {
        what: 'Tokenet ble hentet med en annen klient enn den som er valgt.',
        who: 'Bruk den valgte klienten, eller velg en annen under «Neste steg».',
      },
      supplier: {
        what: 'Tokenet ble hentet av en annen leverandør enn dere.',
        who: 'Bruk en klient som hører til virksomheten som bestilte.',
      },
      expired: {
        what: 'Tokenet er utløpt.',
        who: 'Hent et nytt, og lim det inn med en gang.',
      },
      other: {
        what: 'Tokenet passer ikke til denne bestillingen.',
        who: 'Hent et nytt med kommandoen under «Neste steg», og lim inn hele linjen.',
      },
    },
    refused: 'Maskinporten sa nei',
    said: 'Maskinporten skrev:',
    next: 'Hva nå:',
    again: 'Prøv igjen, og lim inn det nye resultatet her.',
  },
  refusals,
  uncoded,
  day: (at: number) => date(at),
}
