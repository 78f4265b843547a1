import { pluralsFor } from '../format.ts'
import type { ErrorFacts, ErrorWords } from '../wording.ts'
import { common } from './common.ts'
import { belongingErrors } from './errors-belonging.ts'
import { orderErrors } from './errors-order.ts'
import { mp } from './mp.ts'

const plural = pluralsFor('nb')

const inEnvironment = ({ environment }: ErrorFacts): string =>
  environment === undefined ? '' : ` ${common.inEnvironment[environment]}`

const wait = ({ retryAfter }: ErrorFacts): string =>
  retryAfter === undefined
    ? 'Prøv igjen om noen minutter.'
    : `Prøv igjen om ${retryAfter} ${plural(retryAfter, { one: 'sekund', other: 'sekunder' })}.`

const mpWords = ({ mpCode }: ErrorFacts): { what: string; who: string } | undefined =>
  (mp as Record<string, { what: string; who: string }>)[mpCode ?? '']

/** The organisation's own admin client was refused, not the bot's. */
const isOwnClient = ({ fields = [] }: ErrorFacts): boolean => fields.some(({ field }) => field === 'admin_client')

export const errors: ErrorWords = {
  ...belongingErrors,
  ...orderErrors,
  'not-a-member': () => ({
    what: 'Portvakt vet ikke hvilken virksomhet du hører til, så du kan ikke gjøre dette ennå.',
    next: 'Skriv /portvakt whoami for å se hvorfor, og hva du kan gjøre.',
  }),
  'not-allowed': ({ serviceDesk }) => ({
    what: 'Du har ikke rett til å gjøre dette.',
    next: `Skriv /portvakt whoami for å se hva du kan gjøre. Mener du det er feil, skriv til ${serviceDesk}.`,
  }),
  'not-found': (facts) => ({
    what: `Vi fant ikke det du ba om${inEnvironment(facts)} hos virksomheten din.`,
    next: 'Sjekk id-en og miljøet. Skriv /client list, /contacts list eller /test-access list for å se hva dere har.',
  }),
  'environment-off': (facts) => ({
    what: `Portvakt er ikke satt opp${inEnvironment(facts) || ' for dette miljøet'}.`,
    next: 'Den som drifter Portvakt, må legge inn en admin-klient for miljøet. Imens kan du bruke Digdirs selvbetjening.',
  }),
  'no-admin-client': ({ serviceDesk }) => ({
    what: 'Portvakt har ingen admin-klient som kan handle for virksomheten din.',
    next: `Be den som drifter Portvakt om å legge den inn. Digdir deler ut admin-klienter: ${serviceDesk}.`,
  }),
  'supplier-access-missing': ({ serviceDesk }) => ({
    what: 'Portvakts admin-klient har ikke lov til å handle for andre virksomheter enn sin egen.',
    next: `Virksomheten din trenger sin egen admin-klient, eller Digdir må gi scopet idporten:dcr.supplier: ${serviceDesk}.`,
  }),
  'supplier-type': ({ serviceDesk }) => ({
    what: 'Portvakt bruker tilgangen til en leverandør for virksomheten din, og med den kan du bare lage ID-porten-klienter.',
    next: `Velg ID-porten. Trenger dere Maskinporten, må virksomheten få sin egen admin-klient: ${serviceDesk}.`,
  }),
  'bad-input': () => ({
    what: 'Portvakt forstod ikke det du skrev.',
    next: 'Skriv kommandoen med help bak, for eksempel /client help, for å se hva som går an.',
  }),
  'unknown-command': () => ({
    what: 'Den kommandoen finnes ikke.',
    next: 'Skriv /portvakt help for å se kommandoene.',
  }),
  'stale-button': () => ({
    what: 'Knappen hører til en eldre melding og virker ikke lenger.',
    next: 'Hent fram det du vil endre på nytt, for eksempel med /client list.',
  }),
  'stale-view': () => ({
    what: 'Skjemaet er fra en eldre utgave av Portvakt og kan ikke sendes.',
    next: 'Kopier det du vil ta vare på, lukk vinduet og åpne skjemaet på nytt.',
  }),
  'already-done': () => ({
    what: 'Dette er gjort allerede.',
    next: 'Du trenger ikke å gjøre noe mer.',
  }),
  'in-progress': () => ({
    what: 'Portvakt holder på med dette fra før.',
    next: 'Vent på svaret. Det kommer der du startet, eller som direktemelding.',
  }),
  'digdir-refused': ({ fields = [] }) => ({
    what: 'Digdir godtok ikke opplysningene. Ingenting er endret.',
    next:
      fields.length > 0 ? 'Rett det Digdir peker på, og send på nytt.' : 'Se over det du fylte ut, og send på nytt.',
  }),
  'digdir-unauthorised': () => ({
    what: 'Digdir godtok ikke innloggingen til Portvakts admin-klient.',
    next: 'Den som drifter Portvakt, må sjekke admin-klienten. Du trenger ikke å gjøre noe annet enn å si fra.',
  }),
  'digdir-forbidden': ({ serviceDesk }) => ({
    what: 'Digdir sier at admin-klienten ikke har lov til dette.',
    next: `Den som drifter Portvakt, må be Digdir om rettigheten: ${serviceDesk}.`,
  }),
  'digdir-conflict': () => ({
    what: 'Digdir har alt noe med samme navn, kanskje noe som er deaktivert.',
    next: 'Se i listen med de deaktiverte klientene, og velg et annet navn.',
  }),
  'digdir-terms-not-signed': ({ serviceDesk }) => ({
    what: 'Virksomheten har ikke signert Digdirs bruksvilkår, så Digdir sier nei.',
    next: `En som kan signere for virksomheten, må gjøre det på samarbeid.digdir.no. Spørsmål: ${serviceDesk}.`,
  }),
  'digdir-unavailable': (facts) => ({
    what: 'Digdirs selvbetjening svarer ikke nå.',
    next: `${wait(facts)} Driftsmeldinger: status.digdir.no.`,
  }),
  'digdir-answer-unreadable': (facts) => ({
    what: 'Digdir svarte noe Portvakt ikke kan lese.',
    next: `${wait(facts)} Varer det, si fra til den som drifter Portvakt.`,
  }),
  'digdir-outcome-unknown': () => ({
    what: 'Forbindelsen til Digdir ble brutt, så vi vet ikke om det ble gjort.',
    next: 'Ikke send på nytt. La Portvakt se etter hos Digdir først.',
  }),
  'digdir-twin': () => ({
    what: 'Dere har alt en klient som er helt lik denne. Portvakt laget ikke en til.',
    next: 'Bruk den som finnes, eller gi den nye et annet navn.',
  }),
  'too-many-keys': () => ({
    what: 'Klienten har alt fem nøkler, og flere tar ikke Digdir imot.',
    next: 'Fjern en nøkkel som ikke er i bruk, og legg så til den nye.',
  }),
  'client-inactive': () => ({
    what: 'Klienten er deaktivert og kan ikke endres.',
    next: 'Lag en ny klient i stedet.',
  }),
  'secret-not-used': () => ({
    what: 'Denne klienten logger inn uten hemmelighet, så den har ingen å fornye.',
    next: 'Bruk /client keys for å styre nøklene dens.',
  }),
  'name-changed': () => ({
    what: 'Klienten har fått et annet navn siden du åpnet vinduet. Den er ikke deaktivert.',
    next: 'Åpne skjemaet på nytt, se at det er riktig klient, og skriv navnet den har nå.',
  }),
  'kid-taken': () => ({
    what: 'Klienten har alt en annen nøkkel med samme kid.',
    next: 'Gi den nye nøkkelen en annen kid, eller fjern den gamle først.',
  }),
  'contact-exists': () => ({
    what: 'Virksomheten har alt en kontakt med denne e-postadressen.',
    next: 'Finn kontakten med /contacts list, og endre den i stedet.',
  }),
  'contact-needed': () => ({
    what: 'En klient i produksjon må ha minst én kontakt som får beskjed når noe er galt.',
    next: 'Legg til en kontakt først. Det du har skrevet om klienten, blir stående.',
  }),
  'last-contact': () => ({
    what: 'Dette er den siste kontakten for klienter i produksjon. Uten den får ingen i virksomheten beskjed om kritiske hendelser.',
    next: 'Legg til en annen kontakt først, eller be virksomhetens administrator om å fjerne denne.',
  }),
  'token-refused': (facts) => {
    const words = mpWords(facts)
    const of = facts.mpCode === undefined ? '' : ` (${facts.mpCode})`
    return {
      what: `${words?.what ?? 'Maskinporten ga ikke Portvakt tilgang.'}${of}`,
      next: isOwnClient(facts)
        ? 'Virksomhetens egen admin-klient ble avvist. Den som drifter Portvakt, må legge inn nøkkelen på nytt eller fjerne den (credentials).'
        : (words?.who ?? 'Den som drifter Portvakt, må se på admin-klienten.'),
    }
  },
  'maskinporten-unavailable': (facts) => ({
    what: 'Maskinporten svarer ikke nå, så Portvakt når ikke Digdir.',
    next: `${wait(facts)} Driftsmeldinger: status.digdir.no.`,
  }),
  'slack-unavailable': (facts) => ({
    what: 'Slack svarte ikke Portvakt.',
    next: wait(facts),
  }),
  'slack-refused': () => ({
    what: 'Slack ville ikke vise svaret.',
    next: 'Prøv igjen. Skjer det på nytt, si fra til den som drifter Portvakt.',
  }),
  'view-gone': () => ({
    what: 'Vinduet ble lukket, eller Slack rakk ikke å åpne det.',
    next: 'Prøv en gang til.',
  }),
  'store-busy': () => ({
    what: 'Det er stor pågang akkurat nå, og ingenting ble lagret.',
    next: 'Prøv igjen om litt.',
  }),
  'not-begun': () => ({
    what: 'Portvakt ble startet på nytt før dette ble begynt. Ingenting er gjort.',
    next: 'Gjør det en gang til.',
  }),
  internal: () => ({
    what: 'Noe gikk galt hos Portvakt.',
    next: 'Prøv igjen. Skjer det på nytt, gi referansen under til den som drifter Portvakt.',
  }),
}
