/** Words of what comes after access was given, and of what a try for a token came to. */
export const orderNext = {
  title: 'Neste steg',
  of: {
    direct: 'Dere har tilgang selv',
    fictional: 'Test med den fiktive kunden',
    'existing-test': 'Test sammen med kunden',
    'existing-production': 'Produksjon for kunden',
  },
  never: 'Skriv aldri fødselsnummer, heller ikke et fiktivt, eller en privat nøkkel i Slack.',
  step: ({ number, heading }: { number: number; heading: string }) => `${number}. ${heading}`,
  delegate: {
    heading: {
      fictional: 'Deleger i Altinns testmiljø (TT02)',
      test: 'Kunden delegerer i Altinns testmiljø (TT02)',
      prod: 'Kunden delegerer i vanlig Altinn',
    },
    unitUnknown: 'den fiktive virksomheten i e-posten',
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
    cannotMake: {
      supplier:
        'Portvakt kan ikke lage den: Det krever at virksomheten har sin egen admin-klient her. Lag den i Digdirs selvbetjening:',
      none: 'Portvakt kan ikke lage den, for her er det ingen admin-klient. Lag den i Digdirs selvbetjening:',
      unknown:
        'Portvakt vet ikke nå om den kan lage den for dere. Prøv om litt, eller lag den i Digdirs selvbetjening:',
      prod: 'Lag den i Digdirs selvbetjening:',
    },
    unlisted:
      'Portvakt har ikke hentet klientene deres ennå. Åpne dem med /client list test, så finner vi den dere har.',
    portal: ({ url, scope, delegated }: { url: string; scope: string; delegated: boolean }) => [
      `Logg inn på ${url}, og velg Ny integrasjon.`,
      'Velg Maskinporten, og at den er for dere selv.',
      delegated
        ? `Legg til ${scope}. Det står blant scopene som er tilgjengelige for alle, fordi det er delegert.`
        : `Legg til ${scope}. Det står blant scopene dere har fått tilgang til.`,
      'Registrer den offentlige nøkkelen deres. Den varer i ett år.',
    ],
    make: 'Lag testklienten',
    makeAnother: 'Lag en ny testklient',
  },
  token: {
    heading: 'Hent et token',
    body: 'Sett først KEY til filen med den private nøkkelen (PEM), for eksempel KEY=privat.pem. Kjør så dette i samme vindu. Nøkkelen blir hos dere. Kommandoen skriver én linje der signaturen er tatt bort, så den er trygg å lime inn her.',
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
    body: ({ url, docs }: { url: string; docs: string }) =>
      `Send tokenet i hodet Authorization: Bearer … til ${url}. Beskrivelsen av API-et ligger på ${docs}.`,
    endpoints: 'Oppslag, endringslogg og kodelister er åpne for alle scopene. Kodelistene krever ikke token.',
    fullDownload: 'Scopet brreg:reelle/offentlig kan også slå opp på fødselsnummer og laste ned hele registeret.',
  },
  testData: {
    heading: 'Bruk testdata',
    body: 'Testregisteret har bare syntetiske data. Ekte virksomheter finnes ikke der. Finn testpersoner og testvirksomheter i Tenor hos Skatteetaten.',
    tenor: 'Tenor testdata hos Skatteetaten',
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
  toOther: { test: 'Vis testmiljøet', prod: 'Vis produksjon' },
  back: 'Til bestillingen',
}
