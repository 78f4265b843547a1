import type { HistoryEvent } from '../../domain/order/history-events.ts'
import type { OrderKind, OrderState } from '../../domain/order/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number, date, dateTime, list } = formatsFor('nb')

/** What is to be done in a state; where kinds differ, by kind. */
const next: Record<OrderState, string | Record<OrderKind, string>> = {
  draft: {
    direct: 'Se over e-posten, og send den.',
    fictional: 'Se over e-posten, og send den.',
    existing: 'Se over e-posten. Den kan sendes når kundens egen tilgang er bekreftet.',
  },
  'waiting-for-customer':
    'Kunden må først få sin egen, direkte tilgang bekreftet. Send kunden den ferdige meldingen, eller skriv inn hva kunden har fortalt.',
  sent: {
    direct:
      'Svaret kommer på e-post til deg eller testansvarlig. Skriv inn her hva det var, så viser Portvakt hva dere gjør videre.',
    fictional:
      'Brønnøysundregistrene lager en fiktiv virksomhet, og svarer på e-post til deg eller testansvarlig. Skriv det inn her når svaret er kommet.',
    existing:
      'Brønnøysundregistrene gjør klart i testmiljøet, og svarer på e-post til deg eller testansvarlig. Skriv det inn her når svaret er kommet.',
  },
  'send-failed':
    'E-posten kom ikke fram til Brønnøysundregistrene. Send den på nytt. Går det ikke da heller, si fra til den som drifter Portvakt.',
  'more-info': 'Brønnøysundregistrene har spurt om noe. Svar her, så går svaret i samme e-posttråd, med kopi til deg.',
  granted: 'Lag en Maskinporten-klient i test, hent et token, og lim inn resultatet. «Neste steg» viser hvordan.',
  'ready-to-delegate': {
    direct: '',
    fictional:
      'Logg inn i TT02 som den fiktive personen i e-posten fra Brønnøysundregistrene, og deleger til dere selv. «Neste steg» viser hvordan.',
    existing:
      'Be kunden logge inn i TT02 som den fiktive personen og delegere til dere, og spør hvilket scope kunden har. «Neste steg» viser hvordan.',
  },
  delegated: 'Hent et token, og lim inn resultatet. «Neste steg» viser hvordan.',
  'in-use': {
    direct: 'Alt virker i det miljøet tokenet gjelder. «Neste steg» viser testdata, adresser og produksjon.',
    fictional: 'Testen virker. Til produksjon trengs en ekte kunde: Bestill da som leverandør med eksisterende kunde.',
    existing:
      'Testen virker. Til produksjon delegerer kunden i vanlig Altinn, uten ny bestilling. «Neste steg» viser hvordan.',
  },
  rejected: {
    direct:
      'Er dere leverandør for noen som selv har rett til å lese, kan dere bestille som leverandør i stedet. Mener dere avslaget er feil, svar på e-posten fra Brønnøysundregistrene.',
    fictional:
      'Mener dere avslaget er feil, svar på e-posten fra Brønnøysundregistrene. Ellers kan dere bestille på nytt.',
    existing: 'Snakk med kunden: Bestillingen bygger på kundens egen tilgang. Ellers kan dere bestille på nytt.',
  },
  withdrawn: 'Bestillingen er over. Trenger dere tilgang likevel, bestill på nytt.',
  cancelled: 'Opplysningene i bestillingen er slettet. Trenger dere tilgang likevel, bestill på nytt.',
}

/** Words of an order's card. */
export const orderCard = {
  companies: { organisation: 'Virksomhet', supplier: 'Leverandør', customer: 'Kunde' },
  acting: ({ organisation }: { organisation: string }) => `Bestillingen hører til ${organisation}.`,
  turn: 'Nå',
  since: ({ at }: { at: number }) => `siden ${date(at)}`,
  stopped: 'stoppet her',
  next: (state: OrderState, kind: OrderKind): string => {
    const words = next[state]
    return typeof words === 'string' ? words : words[kind]
  },
  customerFirst: 'Kundens egen tilgang er ikke bekreftet ennå. Spør kunden, eller skriv inn hva kunden har fortalt.',
  facts: {
    scope: 'Scope',
    environments: 'Bekreftet',
    unit: 'Fiktiv virksomhet',
    proof: 'Kundens tilgang',
    client: 'Klient',
    token: 'Token utstedt',
    production: 'Produksjon',
    refused: 'Siste forsøk på token',
  },
  noScope: 'ikke kjent ennå',
  granted: ({ environment, at }: { environment: string; at: number }) => `${environment} ${date(at)}`,
  proof: {
    customer: ({ on }: { on: number }) => `bekreftet ${date(on)}, vist av kunden`,
    said: ({ on }: { on: number }) => `bekreftet ${date(on)}, etter hva kunden har fortalt`,
  },
  production: {
    none: 'kunden har ikke delegert ennå',
    delegated: 'delegert, mangler token',
    'in-use': 'token er utstedt',
    revoked: 'delegeringen er tatt tilbake',
  },
  refused: ({ code, what }: { code: string | null; what: string }) => (code === null ? what : `${code}: ${what}`),
  ordered: ({ at }: { at: number }) => `Opprettet ${date(at)} av`,
  erased: 'Opplysningene i bestillingen er slettet.',
  busy: 'holder på med dette …',
  mail: {
    queued: 'E-posten er på vei.',
    retrying: ({ attempts, reason }: { attempts: number; reason: string }) =>
      `E-posten er ikke levert ennå: ${reason}. Portvakt prøver igjen av seg selv (${number(attempts)} ${plural(attempts, { one: 'forsøk', other: 'forsøk' })} hittil).`,
    sent: ({ at }: { at: number }) => `E-posten ble overlevert ${dateTime(at)}.`,
    failed: ({ reason }: { reason: string }) => `E-posten ble ikke levert: ${reason}.`,
    unknown:
      'Forbindelsen brøt, så vi vet ikke om e-posten kom fram. Den sendes ikke igjen av seg selv. Du har fått kopi hvis den kom fram; ellers kan en operatør sende den på nytt.',
    suppressed: 'E-posten ble ikke sendt.',
  },
  buttons: {
    preview: 'Se over og send',
    edit: 'Endre',
    cancel: 'Avbryt bestillingen',
    customerMessage: 'Melding til kunden',
    customerSaid: 'Kunden har fått tilgang',
    sendAgain: 'Send på nytt',
    confirm: 'De ga tilgang',
    confirmMore: 'Enda et miljø er bekreftet',
    deliver: 'Svaret er kommet',
    correct: 'Rett opplysningene',
    askMore: 'De vil vite mer',
    answer: 'Svar dem',
    refuse: 'De avslo',
    nextSteps: 'Neste steg',
    delegated: 'Det er delegert',
    outcome: 'Lim inn resultatet',
    delegationFailed: 'Delegeringen var feil',
    revoke: 'Delegeringen er tatt bort',
    production: 'Produksjon',
    history: 'Historikk',
    transfer: 'Gi til en kollega',
    withdraw: 'Trekk bestillingen',
    newOrder: 'Ny bestilling',
    list: 'Alle bestillinger',
  },
  sure: {
    sendAgain: {
      title: 'Sende e-posten på nytt?',
      text: 'Den samme e-posten sendes en gang til, til samme adresse og med kopi til deg.',
      yes: 'Ja, send',
      no: 'Avbryt',
    },
    delegated: {
      title: 'Er det delegert?',
      text: 'Bekreft at tilgangen er delegert i Altinns testmiljø (TT02). Det neste er å hente et token.',
      yes: 'Ja, det er delegert',
      no: 'Avbryt',
    },
    delegationFailed: {
      title: 'Var delegeringen feil?',
      text: 'Da går bestillingen tilbake til delegering, for eksempel fordi feil skjema ble valgt eller tokenet ble avvist.',
      yes: 'Ja, deleger på nytt',
      no: 'Avbryt',
    },
    revoke: {
      title: 'Er delegeringen borte?',
      text: 'Da går bestillingen tilbake til delegering, og tokenet slutter å virke.',
      yes: 'Ja, den er borte',
      no: 'Avbryt',
    },
  },
  /** what was just done, on top of the card */
  notices: {
    drafted: 'Bestillingen er lagret som kladd. Ingenting er sendt.',
    sent: ({ to }: { to: string }) => `Bestillingen er sendt til ${to}, med kopi til deg.`,
    sentAgain: 'E-posten sendes en gang til.',
    waiting: 'Bestillingen venter på kunden. Du får beskjed når kunden har svart.',
    cancelled: 'Bestillingen er avbrutt. Ingenting ble sendt, og opplysningene er slettet.',
    withdrawn: 'Bestillingen er trukket tilbake.',
    withdrawnByMail: 'Bestillingen er trukket tilbake. Brønnøysundregistrene får beskjed på e-post.',
    answered: 'Svaret er sendt til Brønnøysundregistrene, med kopi til deg.',
    recorded: 'Det er skrevet inn.',
    customerSaid: 'Det er skrevet inn. Nå kan bestillingen sendes.',
    transferred: 'Bestillingen er gitt videre.',
    issued: 'Et token er utstedt, så tilgangen virker.',
    already: 'Det var gjort fra før.',
    meanwhile: 'Noe skjedde med bestillingen mens du så på den. Her er den slik den er nå. Ingenting av ditt er gjort.',
  },
  history: {
    title: 'Historikk',
    none: 'Ingenting har skjedd ennå.',
    earlier: ({ count }: { count: number }) =>
      `… og ${number(count)} ${plural(count, { one: 'tidligere linje', other: 'tidligere linjer' })}`,
    mails: 'E-poster til Brønnøysundregistrene',
    showMail: 'Vis e-posten',
    events: {
      draft: 'Bestillingen ble opprettet som kladd',
      edit: 'Kladden ble endret',
      send: 'Bestillingen ble sendt til Brønnøysundregistrene',
      'wait-for-customer': 'Bestillingen ble satt til å vente på kunden',
      'customer-confirmed': 'Kundens egen tilgang er bekreftet',
      'mail-failed': 'E-posten kom ikke fram',
      'send-again': 'E-posten ble sendt på nytt',
      'ask-more': 'Brønnøysundregistrene vil vite mer',
      answer: 'Svar ble sendt til Brønnøysundregistrene',
      refuse: 'Brønnøysundregistrene avslo',
      confirm: 'Brønnøysundregistrene ga tilgang',
      deliver: 'Brønnøysundregistrene har gjort klart i testmiljøet',
      delegate: 'Tilgangen ble delegert i Altinns testmiljø (TT02)',
      'delegation-failed': 'Delegeringen var feil og må gjøres på nytt',
      revoke: 'Delegeringen ble tatt bort',
      'token-issued': 'Maskinporten utstedte et token',
      'token-refused': 'Maskinporten sa nei til et token',
      cancel: 'Bestillingen ble avbrutt',
      withdraw: 'Bestillingen ble trukket tilbake',
      transfer: 'Bestillingen ble gitt til en kollega',
      code: 'En kode til kunden ble laget',
      consent: 'Kunden lar leverandøren se om tilgangen er bekreftet',
      'consent-withdrawn': 'Kunden lar ikke leverandøren se det lenger',
      correct: 'Opplysningene fra Brønnøysundregistrene ble rettet',
      'production-delegated': 'Kunden har delegert i produksjon',
      'production-in-use': 'Maskinporten utstedte et token i produksjon',
      'production-revoked': 'Delegeringen i produksjon ble tatt bort',
    } satisfies Record<HistoryEvent, string>,
    purposes: {
      order: 'Bestillingen',
      answer: 'Svar på spørsmål',
      withdrawal: 'Bestillingen trekkes',
      transfer: 'Ny kontaktperson',
    },
    by: 'av',
    system: 'Portvakt',
    at: (at: number) => dateTime(at),
  },
  sentMail: {
    title: 'E-posten',
    to: 'Til',
    copy: 'Kopi og svar til',
    subject: 'Emne',
    at: ({ at }: { at: number }) => `Skrevet ${dateTime(at)}.`,
    messageId: 'Message-ID',
    gone: 'Teksten er slettet, fordi bestillingen er gammel eller avbrutt.',
    back: 'Til historikken',
  },
  and: (items: readonly string[]) => list(items),
}
