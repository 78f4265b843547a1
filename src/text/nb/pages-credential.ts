type Own = { clientId: string; kid: string }
type Where = { where: string }

/** The page where an organisation's admin gives it an admin client of its own, and what came of it. */
export const credential = {
  login:
    'Ingenting er gjort ennå. Når du har logget inn, skriver du inn klient-id og nøkkel. Portvakt prøver dem hos Maskinporten før noe lagres.',
  heading: 'Gi virksomheten egen admin-klient',
  state: 'Skriv inn',
  step: 'Steg 2 av 2: skriv inn admin-klienten',
  intro:
    'Du er logget inn. Skriv inn admin-klienten som Digdir har gitt virksomheten. Vi prøver den hos Maskinporten med en gang, og lagrer den bare hvis den virker.',
  now: 'Slik er det nå',
  none: 'ingen egen',
  own: ({ clientId, kid }: Own) => `${clientId}, med nøkkelen ${kid}`,
  replaces: 'Den du skriver inn, tar plassen til en som er der fra før i samme miljø.',
  environment: 'Miljø',
  clientId: 'Klient-id',
  clientIdHint: 'Slik den står i Digdirs selvbetjening.',
  kid: 'Nøkkelens id (kid)',
  kidHint: 'Trengs bare når nøkkelen ikke sier det selv, som en PEM-nøkkel.',
  key: 'Privat nøkkel',
  keyHint:
    'JWK eller PEM. Nøkkelen må være registrert på klienten. Bruk aldri nøkkelen til et virksomhetssertifikat. Den lagres kryptert og vises aldri igjen.',
  submit: 'Prøv og lagre',
  wrong: 'Ingenting er lagret. Dette må rettes:',
  keyAgain: 'Lim inn nøkkelen en gang til. Den sendes aldri tilbake til siden.',
  unavailable: 'Maskinporten svarer ikke nå, så vi fikk ikke prøvd nøkkelen. Prøv igjen om litt.',
  faults: {
    environment: 'Velg miljøet som admin-klienten hører til.',
    clientId: {
      missing: 'Skriv inn klient-id.',
      form: 'Dette er ikke en klient-id. Kopier den fra Digdirs selvbetjening.',
      refused: ({ code }: { code: string }) =>
        `Maskinporten godtok den ikke${code}. Se at klient-id og miljø stemmer, og at nøkkelen er registrert på klienten. En ny nøkkel kan bruke inntil 2 minutter på å virke.`,
      organisation: ({ number }: { number: string }) =>
        `Denne klienten hører til ${number}, ikke til virksomheten din. Bruk en som Digdir har laget for virksomheten.`,
      scope: ({ scopes }: { scopes: string }) =>
        `Klienten mangler ${scopes}. Det er Digdir som gir den det. Be dem om det, og prøv igjen.`,
    },
    kid: {
      'no-kid': 'Nøkkelen sier ikke hvilken id den er registrert med. Skriv den her.',
      'bad-kid': 'En kid har bokstaver, tall, punktum, bindestrek og understrek, høyst 255 tegn.',
      'other-kid': 'Nøkkelen sier selv en annen kid. Rett opp den ene av dem.',
    },
    key: {
      missing: 'Lim inn den private nøkkelen.',
      garbage: 'Dette er ikke en privat nøkkel som kan leses, verken som JWK eller PEM.',
      'public-only': 'Dette er den offentlige nøkkelen. Den private trengs.',
      several: 'Her er det flere nøkler. Lim inn bare den ene, som en JWK for seg.',
      encrypted: 'Nøkkelen er beskyttet med passord. Lim den inn uten.',
      certificate:
        'Her er det et sertifikat. Nøkkelen til et virksomhetssertifikat må aldri gis bort. Registrer en egen nøkkel på klienten.',
      'not-rsa': 'Nøkkelen er ikke en RSA-nøkkel.',
      'too-short': 'Nøkkelen er kortere enn 2048 bit.',
      'too-long': 'Nøkkelen er lengre enn 8192 bit. Bruk en kortere.',
      'bad-alg': 'Nøkkelens alg må være RS256, RS384 eller RS512.',
    },
  },
  done: {
    given: ({ where }: Where) => `Virksomheten har egen admin-klient ${where}`,
    works: 'Maskinporten gir klienten token. Fra nå av bruker Portvakt den for virksomheten.',
    owner: 'Eier',
    scopes: 'Scopes',
    replaced: 'Tok plassen til',
    taken: ({ where }: Where) => `Den egne admin-klienten er tatt bort ${where}`,
    left: 'Nøkkelen er fortsatt registrert på klienten hos Digdir. Fjern den der hvis ingen andre bruker den.',
  },
  take: {
    heading: ({ where }: Where) => `Ta bort egen admin-klient ${where}`,
    client: 'Admin-klient',
    key: 'Nøkkel',
    warning:
      'Etterpå bruker Portvakt sin egen admin-klient for virksomheten, der den har lov. Har den ikke det, kan ingen endre noe her før virksomheten får en ny.',
  },
}
