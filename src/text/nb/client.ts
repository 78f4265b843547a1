import { formatsFor, pluralsFor } from '../format.ts'
import { owners } from './client-owners.ts'
import { production } from './client-production.ts'

const plural = pluralsFor('nb')
const { number, date, time, list } = formatsFor('nb')

const clients = (count: number) => `${number(count)} ${plural(count, { one: 'klient', other: 'klienter' })}`

export const client = {
  owners,
  production,
  types: {
    idporten: 'ID-porten',
    api_klient: 'API-klient',
    ansattporten: 'Ansattporten',
    maskinporten: 'Maskinporten',
    krr: 'KRR',
    eformidling: 'eFormidling',
    idporten_saml2: 'ID-porten (SAML2)',
  } as Record<string, string>,
  active: 'aktiv',
  inactive: 'deaktivert',
  seconds: ({ count }: { count: number }) => `${number(count)} ${plural(count, { one: 'sekund', other: 'sekunder' })}`,
  new: {
    title: 'Ny klient',
    intro: 'En klient gjør at tjenesten deres kan bruke ID-porten eller Maskinporten.',
  },
  details: {
    title: 'Ny klient',
    what: ({ type, environment }: { type: string; environment: string }) => `${type}, ${environment}`,
    supplier: ({ orgno }: { orgno: string }) =>
      `Klienten lages med tilgangen til leverandøren ${orgno}. Du kan bare velge det leverandøren har tilgang til.`,
    fixedScopes: ({ scopes }: { scopes: string[] }) => `Scope som alltid er med: ${list(scopes)}.`,
    problems: 'Klienten ble ikke laget:',
    submit: 'Opprett',
    again: 'Åpne skjemaet igjen',
    groups: { granted: 'Gitt til virksomheten', open: 'Åpne for alle', delegable: 'Kan delegeres i Altinn' },
  },
  working: {
    title: 'Et øyeblikk',
    body: ({ name }: { name: string }) => `Digdir lager «${name}» …`,
    close: 'Du kan trygt lukke vinduet. Da kommer svaret som direktemelding.',
  },
  created: {
    title: 'Klienten er klar',
    body: ({ name, where }: { name: string; where: string }) => `«${name}» finnes nå ${where}.`,
    clientId: 'Klient-id',
    keys: 'Nøkler',
    secret: 'Hemmelighet',
    secretOnce:
      'Hemmeligheten vises bare denne ene gangen. Legg den i et hvelv for hemmeligheter (secret store) med en gang, aldri i kode eller chat.',
    next: 'Gjør dette nå',
    soon: 'Vent inntil 2 minutter. Så lang tid kan det ta før klienten virker.',
    useKey: ({ kid }: { kid: string }) => `Signer med den private nøkkelen, og sett kid til ${kid}.`,
    addKey: 'Legg til en offentlig nøkkel. Uten den kan ikke klienten logge inn.',
    useSecret: 'Legg hemmeligheten inn i tjenesten.',
    configure: 'Sett opp tjenesten med klient-id-en og metadataene på denne adressen:',
    show: 'Vis klienten',
    addKeyButton: 'Legg til nøkkel',
    list: 'Alle klienter',
  },
  halfMade: {
    title: 'Nesten ferdig',
    body: ({ name }: { name: string }) => `«${name}» er laget, men nøkkelen kom ikke med.`,
    there: 'På plass: klienten hos Digdir.',
    missing: 'Mangler: den offentlige nøkkelen. Klienten kan ikke logge inn før den er der.',
    resume: 'Legg til nøkkelen',
    safe: 'Knappen lager ingen ny klient, den gjør bare ferdig denne.',
  },
  unknown: {
    title: 'Usikkert svar',
    created: ({ name }: { name: string }) =>
      `Forbindelsen til Digdir ble brutt mens «${name}» ble laget. Vi vet ikke om den finnes.`,
    changed: ({ name }: { name: string }) =>
      `Forbindelsen til Digdir ble brutt mens «${name}» ble endret. Vi vet ikke om det ble gjort.`,
    next: 'Ikke send på nytt. Se etter hos Digdir først.',
    look: 'Se etter hos Digdir',
    secret: ({ name }: { name: string }) =>
      `Forbindelsen til Digdir ble brutt mens «${name}» fikk en ny hemmelighet. Den gamle virker kanskje ikke lenger.`,
    secretNext: 'Lag en ny, så vet du at den virker.',
  },
  list: {
    title: 'Klienter',
    search: 'Søk',
    heading: ({ where }: { where: string }) => `Klienter ${where}`,
    count: ({ count, inactive }: { count: number; inactive: number }) =>
      inactive > 0
        ? `${clients(count)}, og ${number(inactive)} ${plural(inactive, { one: 'deaktivert', other: 'deaktiverte' })}`
        : clients(count),
    searched: ({ text }: { text: string }) => `Søk: «${text}»`,
    asOf: ({ at }: { at: number }) => `Slik listen var ${date(at)} kl. ${time(at)}. Digdir svarer ikke.`,
    neverFetched: 'Digdir svarer ikke, og listen er ikke hentet før. Prøv igjen om litt.',
    checking: 'Ser etter hos Digdir …',
    none: ({ where }: { where: string }) => `Dere har ingen klienter ${where} ennå.`,
    noneMatching: ({ text }: { text: string }) => `Ingen klienter passer til «${text}».`,
    noneActive: 'Dere har ingen aktive klienter her, bare deaktiverte.',
    supplier: 'Portvakt bruker en leverandørs tilgang her. Klienter som er laget andre steder, vises kanskje ikke.',
    show: 'Vis',
    new: 'Ny klient',
    showInactive: 'Vis deaktiverte',
    hideInactive: 'Skjul deaktiverte',
  },
  card: {
    title: 'Klient',
    fields: {
      client_id: 'Klient-id',
      integration_type: 'Type',
      environment: 'Miljø',
      state: 'Tilstand',
      application_type: 'Kjører',
      token_endpoint_auth_method: 'Autentisering',
      client_uri: 'Forside',
      redirect_uris: 'Redirect-adresser',
      post_logout_redirect_uris: 'Adresser etter utlogging',
      frontchannel_logout_uri: 'Utlogging i bakgrunnen',
      scopes: 'Scope',
      access_token_lifetime: 'Tilgangstoken',
      refresh_token_lifetime: 'Oppfriskingstoken',
      authorization_lifetime: 'Lengste økt',
      refresh_token_usage: 'Oppfriskingstoken brukes',
      code_challenge_method: 'PKCE',
      sso_disabled: 'Felles innlogging',
      supplier_orgno: 'Laget av leverandør',
      created: 'Laget',
      last_updated: 'Sist endret',
    },
    ssoOff: 'av',
    ssoOn: 'på',
    standard: 'Digdirs standard',
    description: 'Beskrivelse',
    inactive: 'Klienten er deaktivert. Ingen kan bruke den, og den kan ikke aktiveres igjen.',
    asOf: ({ at }: { at: number }) => `Slik klienten var ${date(at)} kl. ${time(at)}. Digdir svarer ikke.`,
    lastSeen: 'Digdir svarer ikke. Dette er det siste vi så av klienten.',
    manageKeys: 'Nøkler',
    newSecret: 'Ny hemmelighet',
    deactivate: 'Deaktiver',
    list: 'Alle klienter',
  },
  keys: {
    title: 'Nøkler',
    heading: 'Nøkler',
    of: ({ name }: { name: string }) => `Nøklene til «${name}»`,
    none: 'Ingen nøkler. Klienten kan ikke logge inn før den har én.',
    unknown: 'Nøklene kunne ikke hentes nå.',
    expires: ({ at }: { at: number }) => `utløper ${date(at)}`,
    noExpiry: 'ukjent utløp',
    soon: ({ days }: { days: number }) =>
      `utløper om ${days} ${plural(days, { one: 'dag', other: 'dager' })}. Legg til en ny nøkkel nå.`,
    expired: ({ at }: { at: number }) => `utløp ${date(at)}. Den virker ikke lenger.`,
    full: 'Klienten har fem nøkler, som er det meste Digdir tar imot. Fjern en før du legger til en ny.',
    rotate: 'Bytt uten avbrudd: legg til den nye, vent 2 minutter, ta den i bruk, og fjern så den gamle.',
    done: {
      added: ({ kid }: { kid: string }) => `Nøkkelen ${kid} er lagt til. Det kan ta inntil 2 minutter før den virker.`,
      renewed: ({ kid }: { kid: string }) => `Nøkkelen ${kid} er fornyet.`,
      removed: ({ kid }: { kid: string }) =>
        `Nøkkelen ${kid} er fjernet. Det kan ta inntil 2 minutter før den slutter å virke.`,
    },
    add: 'Legg til nøkkel',
    remove: 'Fjern',
    back: 'Vis klienten',
    confirmTitle: 'Fjerne nøkkelen?',
    confirm: ({ kid }: { kid: string }) => `Det som logger inn med ${kid}, slutter å virke innen 2 minutter.`,
    confirmLast: ({ kid }: { kid: string }) => `${kid} er den siste nøkkelen. Uten den kan ikke klienten logge inn.`,
    confirmYes: 'Fjern nøkkelen',
    confirmNo: 'Behold den',
  },
  keyAdd: {
    title: 'Legg til nøkkel',
    intro: ({ name }: { name: string }) =>
      `Nøkkelen legges til på «${name}», ved siden av dem som er der. Den varer ett år hos Digdir.`,
    submit: 'Legg til',
    problems: 'Nøkkelen ble ikke lagt til:',
  },
  deactivate: {
    title: 'Deaktiver klient',
    final: 'Dette kan ikke gjøres om. En deaktivert klient kan ikke aktiveres igjen.',
    stops: 'Alt som bruker klienten, slutter å virke innen 2 minutter: innlogginger, tokener og kall til API-er.',
    nameIs: 'Navnet er:',
    wrongName: 'Navnet stemmer ikke. Skriv det nøyaktig som det står over.',
    submit: 'Deaktiver',
  },
  deactivated: {
    title: 'Deaktivert',
    body: ({ name, where }: { name: string; where: string }) => `«${name}» er deaktivert ${where}.`,
    soon: 'Det kan ta inntil 2 minutter før den slutter å virke.',
    tidy: 'Slett nøkler og hemmeligheter som hørte til den, der dere har dem.',
  },
  secret: {
    title: 'Ny hemmelighet',
    stops: ({ name }: { name: string }) =>
      `«${name}» får en ny hemmelighet. Den gamle slutter å virke innen 2 minutter.`,
    ready: 'Gjør deg klar til å legge den nye inn i tjenesten. Du får bare se den én gang.',
    submit: 'Lag ny',
    shown: ({ name }: { name: string }) => `Den nye hemmeligheten til «${name}»:`,
    life: 'Den må byttes innen 360 dager.',
    soon: 'Det kan ta inntil 2 minutter før den virker.',
    lost: ({ name }: { name: string }) =>
      `«${name}» fikk en hemmelighet som du ikke fikk se, fordi vinduet var lukket.`,
    lostNext: 'Lag en ny når du er klar til å ta vare på den. Den vises bare i vinduet, aldri i en melding.',
    again: 'Lag ny hemmelighet',
  },
}
