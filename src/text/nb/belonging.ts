import type { StrangerReason } from '../../domain/belonging/types.ts'
import { clearance } from './belonging-clearance.ts'
import { desk } from './belonging-desk.ts'
import { membership } from './belonging-membership.ts'
import { decided, organisationSwitch, unconfirmed, whoami } from './belonging-whoami.ts'

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
    todo: 'Be en administrator i virksomheten om å legge deg til ved navn, eller la en ansatt gjøre dette for deg.',
  }),
  'no-email': () => ({
    why: 'Slack viser oss ingen e-postadresse for deg, og det er den som viser hvilken virksomhet du hører til.',
    todo: 'Legg inn jobbadressen din i Slack-profilen, og prøv igjen.',
  }),
  'public-domain': ({ domain }) => ({
    why: `Du bruker en privat adresse (${at(domain)}), og den sier ikke hvilken virksomhet du hører til.`,
    todo: 'Bytt til jobbadressen din i Slack-profilen, og prøv igjen.',
  }),
  'unknown-domain': ({ domain, serviceDesk }) => ({
    why: `Ingen virksomhet er registrert med ${at(domain)}.`,
    todo: `Spør brukerstøtten, eller skriv til ${serviceDesk} og be dem registrere virksomheten og domenet.`,
  }),
  'shared-domain': ({ domain }) => ({
    why: `Flere virksomheter deler ${at(domain)}, så vi vet ikke hvilken av dem du hører til.`,
    todo: 'Velg virksomheten din. En administrator der eller brukerstøtten må bekrefte valget.',
  }),
  removed: ({ domain }) => ({
    why: `Du er tatt ut av virksomheten som eier ${at(domain)}, så Portvakt gjør ingenting for deg der.`,
    todo: 'Be en administrator i virksomheten eller brukerstøtten om å slippe deg inn igjen hvis det er feil.',
  }),
}

export const belonging = {
  strangers,
  strangerTitle: 'Vi kjenner deg ikke',
  todo: 'Dette kan du gjøre',
  stillMay: 'Imens kan du lese hjelpen og velge språk.',
  help: 'Hjelp',
  pick: 'Velg virksomhet',
  whoami,
  organisationSwitch,
  unconfirmed,
  decided,
  membership,
  clearance,
  desk,
  language: {
    title: 'Språk',
    choose: 'Hvilket språk skal Portvakt svare deg på?',
    names: { nb: 'Norsk (bokmål)', en: 'English' },
    chosen: 'Fra nå av svarer Portvakt deg på norsk.',
  },
  notBuilt: {
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
    status: 'Åpne driftsmeldingene',
  },
}
