import type { StrangerReason } from '../../domain/belonging/types.ts'

type Card = (facts: { domain: string | null; serviceDesk: string }) => { why: string; todo: string }
const at = (domain: string | null): string => domain ?? 'adressen din'

const strangers: Record<StrangerReason, Card> = {
  'slack-connect': () => ({
    why: 'Du er her fra en annen virksomhets Slack (Slack Connect), og Portvakt kjenner bare de som hører til her.',
    todo: 'Be noen i virksomheten som eier klienten om å gjøre dette.',
  }),
  bot: () => ({
    why: 'Du er en app, og Portvakt tar bare imot mennesker.',
    todo: 'La en person gjøre dette.',
  }),
  deactivated: () => ({
    why: 'Brukeren din er deaktivert i Slack.',
    todo: 'Be den som administrerer Slack om å aktivere den igjen.',
  }),
  guest: () => ({
    why: 'Du er gjest her i Slack, og gjester hører ikke til noen virksomhet av seg selv.',
    todo: 'Be en ansatt i virksomheten om å gjøre dette for deg.',
  }),
  'no-email': () => ({
    why: 'Slack viser oss ingen e-postadresse for deg, og det er den som viser hvilken virksomhet du hører til.',
    todo: 'Legg inn jobbadressen din i Slack-profilen, og prøv igjen.',
  }),
  unconfirmed: () => ({
    why: 'E-postadressen din er ikke bekreftet i Slack.',
    todo: 'Bekreft den med lenken i e-posten fra Slack, og prøv igjen.',
  }),
  'public-domain': ({ domain }) => ({
    why: `Du bruker en privat adresse (${at(domain)}), og den sier ikke hvilken virksomhet du hører til.`,
    todo: 'Bytt til jobbadressen din i Slack-profilen, og prøv igjen.',
  }),
  'unknown-domain': ({ domain, serviceDesk }) => ({
    why: `Ingen virksomhet er registrert med ${at(domain)}.`,
    todo: `Skriv til ${serviceDesk} og be dem registrere virksomheten og domenet.`,
  }),
  'shared-domain': ({ domain, serviceDesk }) => ({
    why: `Flere virksomheter deler ${at(domain)}, så vi vet ikke hvilken av dem du hører til.`,
    todo: `Skriv til ${serviceDesk} med navnet ditt og hvilken virksomhet du arbeider i.`,
  }),
}

export const belonging = {
  strangers,
  strangerTitle: 'Vi kjenner deg ikke',
  todo: 'Dette kan du gjøre',
  stillMay: 'Imens kan du lese hjelpen og velge språk.',
  help: 'Hjelp',
  whoami: {
    title: 'Dette vet vi om deg',
    person: 'Du',
    email: 'E-post',
    noEmail: 'ingen kjent',
    organisation: 'Virksomhet',
    rule: 'Hvordan vi vet det',
    byDomain: ({ domain }: { domain: string }) => `E-postadressen din slutter på ${domain}.`,
    rights: {
      change: 'Du kan se, lage og deaktivere klienter, og bytte nøkler og hemmeligheter.',
      'look-only': 'Du kan se klientene. Endringer kommer i en senere utgave.',
      off: 'Portvakt er ikke satt opp her.',
      'supplier-missing': 'Portvakt har ikke tilgang til å handle for virksomheten din her.',
    },
    supplier: ({ orgno }: { orgno: string }) => `Portvakt bruker tilgangen til leverandøren ${orgno}.`,
    language: 'Språk',
  },
  language: {
    title: 'Språk',
    choose: 'Hvilket språk skal Portvakt svare deg på?',
    names: { nb: 'Norsk (bokmål)', en: 'English' },
    chosen: 'Fra nå av svarer Portvakt deg på norsk.',
  },
  notBuilt: {
    contact: {
      title: 'Varslingspunkter',
      body: 'Varslingspunkter og fakturainformasjon kommer i en senere utgave.',
      until: 'Inntil da endrer du dem i Digdirs selvbetjening, under Virksomhetens tjenester.',
    },
    order: {
      title: 'Testtilgang',
      body: 'Bestilling av testtilgang til Brønnøysundregistrene kommer i en senere utgave.',
      until: 'Inntil da bestiller du den på e-post.',
    },
    incident: {
      title: 'Hendelser',
      body: 'Varsling av kritiske hendelser kommer i en senere utgave.',
      until: 'Inntil da finner du driftsmeldinger på status.digdir.no.',
    },
    write: ({ address }: { address: string }) => `Skriv til ${address}`,
    portal: 'Åpne selvbetjeningen',
    status: 'Åpne driftsmeldingene',
  },
}
