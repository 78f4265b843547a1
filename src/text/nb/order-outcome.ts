import type { OrderKind } from '../../domain/order/types.ts'

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
  'MP-121': (): Advice => ({
    what: 'Nøkkelen på klienten er utløpt.',
    who: 'Dere må registrere en ny nøkkel på klienten. En nøkkel varer i ett år.',
  }),
  'MP-123': (): Advice => ({
    what: 'Sertifikatkjeden ble sendt i feil form (x5c).',
    who: 'Se over hvordan sertifikatet står i forespørselen, eller bruk en nøkkel som er registrert på klienten.',
  }),
  'MP-011': (): Advice => ({
    what: 'Maskinporten forstod ikke forespørselen.',
    who: 'Sammenlign med eksempelet under «Neste steg»: Andre felt enn de der blir avvist.',
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

/** The same for a code that is none of these. */
const other = ({ code }: { code: string }) => ({
  what: `Maskinporten sa nei (${code}).`,
  who: 'Slå opp koden i Digdirs dokumentasjon av Maskinporten, eller spør servicedesk@digdir.no, og oppgi klient-id, miljø og teksten Maskinporten svarte.',
})

/** Words of what a try for a token came to. */
export const orderOutcome = {
  title: 'Lim inn resultatet',
  submit: 'Se hva det er',
  intro:
    'Lim inn linjen som kommandoen skrev, eller feilmeldingen fra Maskinporten. Limer du inn et helt token, kaster Portvakt signaturen med en gang. Ingenting av det du limer inn, blir lagret.',
  fields: { pasted: { label: 'Resultatet', placeholder: '{"error":"invalid_grant", …}' } },
  expected: ({ expected, found }: { expected: string; found: string }) => `Ventet: ${expected}. Fant: ${found}.`,
  nothing: 'ingenting',
  unreadable: {
    empty: 'Lim inn linjen som kommandoen skrev.',
    'private-key':
      'STOPP: Dette er en PRIVAT nøkkel! Den er ikke lagret, men har vært i Slack. Lag en ny, og registrer den på klienten. Lim så inn linjen som kommandoen skrev.',
    form: 'Portvakt kan ikke lese dette. Lim inn hele linjen fra kommandoen, hele JSON-svaret fra Maskinporten, eller hele tokenet.',
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
    old: {
      what: 'Tokenet er for gammelt til å være fra dette forsøket.',
      who: 'Hent et nytt, og lim det inn med en gang.',
    },
    future: {
      what: 'Tokenet er utstedt i framtiden, etter klokken her.',
      who: 'Hent et nytt. Skjer det igjen, går en av klokkene feil.',
    },
  },
  refused: 'Maskinporten sa nei',
  said: 'Maskinporten skrev:',
  trace: 'Maskinportens referanse:',
  next: 'Hva nå:',
  again: 'Prøv igjen, og lim inn det nye resultatet her.',
  refusals,
  uncoded,
  other,
}
