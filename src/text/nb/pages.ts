import { credential } from './pages-credential.ts'

type Where = { where: string }

/** The pages behind the links: logging in before a change in production, and confirming an address. */
export const pages = {
  product: 'Portvakt',
  /** the page's name in the browser's tab: how things stand, then what it is about */
  tab: ({ state, about }: { state: string; about: string }) => `${state}: ${about} – Portvakt`,
  help: ({ serviceDesk }: { serviceDesk: string }) => `Trenger du hjelp, skriv til ${serviceDesk}.`,
  /** what a change is, as a heading; shared with Slack */
  change: {
    headings: {
      'client.create': ({ where }: Where) => `Ny klient ${where}`,
      'key.add': ({ where }: Where) => `Ny nøkkel ${where}`,
      'key.remove': ({ where }: Where) => `Fjern nøkkel ${where}`,
      'client.deactivate': ({ where }: Where) => `Deaktiver klient ${where}`,
      'secret.new': ({ where }: Where) => `Ny hemmelighet ${where}`,
      'clearance.give': () => 'Rett til å endre produksjon',
      'credential.give': () => credential.heading,
      'credential.remove': credential.take.heading,
    },
    labels: {
      client: 'Klient',
      person: 'Hvem',
      organisation: 'Virksomhet',
      grant_types: 'Grant types',
      frontchannel_logout_session_required: 'Økt-id ved utlogging i bakgrunnen',
      removedKey: 'Nøkkel som fjernes',
      requester: 'Bedt om i Slack av',
      askedAt: 'Tidspunkt',
    },
    required: 'påkrevd',
    notRequired: 'ikke påkrevd',
    kid: ({ kid }: { kid: string }) => `kid: ${kid}`,
    bits: ({ alg, bits }: { alg: string; bits: number }) => `RSA, ${bits} bit, ${alg}`,
    newSecret: 'Digdir lager en hemmelighet. Den vises på siden én gang, etter at du har bekreftet.',
  },
  login: {
    state: 'Logg inn',
    step: 'Steg 1 av 2: logg inn',
    intro: 'Ingenting er gjort ennå. Når du har logget inn, ser du dette en gang til og bekrefter det.',
    until: ({ at }: { at: string }) => `Lenken gjelder til ${at}.`,
    notYou: ({ serviceDesk }: { serviceDesk: string }) =>
      `Var det ikke du som ba om dette? Lukk siden, så skjer det ingenting, og si fra til ${serviceDesk}.`,
    submit: 'Logg inn med ID-porten',
  },
  clearance: {
    step: 'Steg 1 av 2: vis hvem du er',
    intro: ({ requester, organisation }: { requester: string; organisation: string }) =>
      `${requester} vil gi deg rett til å endre produksjon for ${organisation}. Logg inn, så vi vet hvem du er.`,
    kept: 'Vi lagrer ikke fødselsnummeret ditt. Vi tar vare på et avtrykk av det, som bare kan brukes til å kjenne deg igjen.',
    another: 'Etterpå må en annen person bekrefte før du er klarert.',
    notYou: ({ serviceDesk }: { serviceDesk: string }) =>
      `Kjenner du ikke til dette? Lukk siden, så skjer det ingenting, og si fra til ${serviceDesk}.`,
    provedState: 'Bekreftet',
    proved: 'Nå vet vi hvem du er',
    provedBody: 'Nummeret ditt er bekreftet. Nå må en annen person bekrefte at du skal klareres.',
    provedNext: 'Du får svar i Slack. Du kan lukke denne siden.',
  },
  carryOut: {
    state: 'Bekreft',
    step: 'Steg 2 av 2: bekreft',
    intro: 'Du er logget inn. Se over at alt stemmer. Det blir gjort når du trykker på knappen, og bare én gang.',
    until: ({ at }: { at: string }) => `Du må bekrefte før ${at}.`,
    notNow: 'Vil du ikke likevel? Lukk siden, så skjer det ingenting.',
    submit: 'Utfør',
  },
  became: {
    done: {
      state: 'Utført',
      headings: {
        'client.create': ({ where }: Where) => `Klienten er laget ${where}`,
        'key.add': ({ where }: Where) => `Nøkkelen er lagt til ${where}`,
        'key.remove': ({ where }: Where) => `Nøkkelen er fjernet ${where}`,
        'client.deactivate': ({ where }: Where) => `Klienten er deaktivert ${where}`,
        'secret.new': ({ where }: Where) => `Den nye hemmeligheten er laget ${where}`,
        'clearance.give': () => 'Klareringen er gitt',
        'credential.give': credential.done.given,
        'credential.remove': credential.done.taken,
      },
      soon: 'Det kan ta inntil 2 minutter før det virker.',
      back: 'Resten finner du i Slack. Du kan lukke denne siden.',
    },
    working: {
      state: 'Utføres',
      heading: 'Portvakt holder på',
      body: 'Dette blir utført nå. Svaret kommer i Slack, og du kan lukke denne siden.',
      look: 'Se om det er ferdig',
    },
    failed: { state: 'Ikke utført', heading: 'Det ble ikke utført' },
    halfMade: {
      state: 'Nesten ferdig',
      heading: ({ where }: Where) => `Klienten er laget ${where}, men nøkkelen kom ikke med`,
      body: 'Klienten kan ikke logge inn før den har nøkkelen. I Slack er det en knapp som gjør den ferdig. Den lager ingen ny klient.',
    },
    unknown: {
      state: 'Usikkert',
      heading: 'Vi vet ikke om det ble utført',
      body: 'Ikke begynn på nytt. I Slack er det en knapp som ser etter hos Digdir først.',
    },
    declined: {
      state: 'Avslått',
      heading: 'Dette blir ikke gjort',
      body: 'Noen har avslått det eller trukket det tilbake. Begynn på nytt i Slack hvis det likevel skal gjøres.',
    },
    expired: {
      state: 'For sent',
      heading: 'Tiden er ute',
      body: 'Ingenting er gjort. Gå tilbake til Slack og begynn på nytt.',
    },
  },
  secret: {
    label: 'Hemmelighet',
    once: 'Hemmeligheten vises bare nå og bare her, aldri i Slack. Lukker du siden, kan ingen hente den fram igjen.',
    copy: 'Merk hele feltet (Ctrl+A eller ⌘A), kopier det, og legg det i et hvelv for hemmeligheter med en gang.',
    gone: 'Hemmeligheten ble vist én gang og kan ikke vises igjen. Fikk du den ikke med deg, lag en ny i Slack.',
  },
  credential,
  address: {
    state: 'Bekreft',
    heading: 'Bekreft e-postadressen',
    intro: 'Noen har bedt om å knytte denne adressen til en bruker i Slack.',
    email: 'E-postadresse',
    person: 'Bruker i Slack',
    until: ({ at }: { at: string }) => `Lenken gjelder til ${at}.`,
    notYou: 'Var det ikke deg? Lukk denne siden, så skjer det ingenting.',
    submit: 'Bekreft adressen',
    confirmedState: 'Bekreftet',
    confirmed: 'Adressen er bekreftet',
    already: 'Adressen er bekreftet fra før',
    back: 'Gå tilbake til Slack. Du kan lukke denne siden.',
    told: {
      title: 'Adressen er bekreftet',
      body: ({ email }: { email: string }) => `Vi vet nå at ${email} er din.`,
      next: 'Skriv /portvakt whoami for å se hvilken virksomhet du hører til, og hva du kan gjøre.',
    },
  },
  logOut: {
    submit: 'Logg ut av ID-porten',
    state: 'Logget ut',
    heading: 'Du er logget ut',
    body: 'Du er logget ut av ID-porten. Du kan lukke denne siden.',
    ended: 'Innloggingen er avsluttet',
    endedBody: 'Den kan ikke brukes mer. Skal noe gjøres i produksjon, må du logge inn på nytt.',
  },
  problem: {
    state: 'Feil',
    again: 'Logg inn på nytt',
    back: 'Tilbake til siden',
    notFound: { what: 'Siden finnes ikke.', next: 'Bruk lenken slik den står i Slack eller i e-posten.' },
    wrongMethod: {
      what: 'Siden kan ikke brukes på denne måten.',
      next: 'Bruk lenken slik den står i Slack eller i e-posten.',
    },
    tooLarge: { what: 'Det som ble sendt, er for stort.', next: 'Gå tilbake og prøv en gang til.' },
    crossSite: {
      what: 'Skjemaet ble ikke sendt fra denne siden, så vi gjorde ingenting.',
      next: 'Åpne lenken fra Slack eller e-posten på nytt, og trykk på knappen der.',
    },
  },
}
