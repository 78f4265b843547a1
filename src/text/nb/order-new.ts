/** Words of the questions that lead to the right order (brreg.md 1). */
export const orderNew = {
  title: 'Bestill testtilgang',
  submit: 'Gå videre',
  intro:
    'Her bestiller du tilgang til å lese fra Register over reelle rettighetshavere hos Brønnøysundregistrene. Svar på spørsmålene, så finner vi riktig bestilling.',
  production:
    'En systemleverandør kan ikke bestille tilgang til produksjon. Det gjør kunden for seg selv, og gir den så videre til leverandøren i Altinn.',
  machine: 'Tilgangen er maskin til maskin. Registeret har ingen nettside å søke i.',
  fields: {
    purpose: {
      label: 'Hva skal dere gjøre?',
      options: {
        read: { label: 'Lese fra registeret', description: 'Slå opp hvem som eier eller styrer en virksomhet' },
        report: { label: 'Melde inn til registeret', description: 'Registrere reelle rettighetshavere maskinelt' },
        other: { label: 'Noe annet hos Brønnøysundregistrene', description: 'Et annet register eller API' },
      },
    },
    own_right: {
      label: 'Har virksomheten din selv rett til å lese, til dette formålet?',
      hint: 'Offentlige myndigheter, rapporteringspliktige etter hvitvaskingsloven, media, sivilsamfunnsorganisasjoner og høyere utdanning kan ha det.',
      options: {
        yes: { label: 'Ja', description: 'Vi leser for oss selv' },
        no: { label: 'Nei, vi er leverandør', description: 'Vi lager systemet for andre som har rett til det' },
      },
    },
    wants: {
      label: 'Hva trenger dere tilgang til?',
      options: {
        test: { label: 'Testmiljøet', description: 'Bygge og prøve integrasjonen' },
        production: { label: 'Produksjon', description: 'Lese ekte opplysninger for en kunde' },
      },
    },
    customer_willing: {
      label: 'Har dere en kunde som vil være med på testen?',
      hint: 'Kunden må selv bestille direkte tilgang først, og siden gi den videre til dere i Altinn.',
      options: {
        yes: { label: 'Ja', description: 'Kunden er spurt' },
        no: { label: 'Nei, ikke ennå', description: 'Vi vil komme i gang uten' },
      },
    },
    order_kind: {
      label: 'Bestilling',
      hint: 'Velger du ingen her, bruker vi den vi anbefaler.',
      options: {
        direct: { label: 'Direkte tilgang', description: 'Virksomheten har selv rett til å lese: test og produksjon' },
        fictional: { label: 'Leverandør, fiktiv kunde', description: 'Bare test, uten at en kunde må være med' },
        existing: { label: 'Leverandør, eksisterende kunde', description: 'Test sammen med en kunde som har tilgang' },
      },
    },
  },
  recommended: ({ kind }: { kind: string }) => `Vi anbefaler: ${kind}`,
  why: {
    'own-right':
      'Virksomheten leser for seg selv, og bestiller test og produksjon i samme e-post. Skal en leverandør lage systemet, så spør leverandøren først: Kanskje tester den på egen hånd, og da trenger dere ikke testtilgang.',
    'customer-willing':
      'Kunden har, eller får, tilgang selv og gir den videre til dere. Bestillingen gjelder test. Etterpå kan kunden gi dere produksjon på samme måte, uten ny bestilling.',
    'no-customer':
      'Brønnøysundregistrene lager en fiktiv virksomhet i testmiljøet som dere selv kan delegere fra. Det er den korteste veien til en test, men den fører aldri til produksjon.',
    'production-by-customer':
      'Dere kan ikke bestille produksjon. Kunden bestiller direkte tilgang for seg selv, i test og produksjon, og delegerer den til dere i Altinn. Denne bestillingen gjelder testen sammen med kunden.',
  },
  stop: {
    report: {
      what: 'Innmelding til registeret skal ikke bestilles.',
      next: 'Maskinell innmelding går gjennom Altinn. Brukeren logger inn med ID-porten, med scopene openid, altinn:instances.read og altinn:instances.write. Altinns systembrukere og virksomhetsbrukere kan ikke brukes. Spørsmål om registeret:',
    },
    other: {
      what: 'Her bestiller du bare tilgang til Register over reelle rettighetshavere.',
      next: 'Tilgang til andre API-er hos Brønnøysundregistrene ber du om her:',
      open: 'Enhetsregisteret og andre åpne data krever ingen tilgang. Spørsmål om dem:',
    },
  },
  faults: {
    purpose: 'Dette bestilles ikke her. Se forklaringen over, eller velg «Lese fra registeret».',
    order_kind: 'Svar på spørsmålene, eller velg en bestilling her.',
  },
}
