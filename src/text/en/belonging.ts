import type { StrangerReason } from '../../domain/belonging/types.ts'
import type { belonging as nb } from '../nb/belonging.ts'
import { clearance } from './belonging-clearance.ts'
import { desk } from './belonging-desk.ts'
import { membership } from './belonging-membership.ts'
import { decided, organisationSwitch, unconfirmed, whoami } from './belonging-whoami.ts'

type Card = (facts: { domain: string | null; serviceDesk: string }) => { why: string; todo: string }
const at = (domain: string | null): string => domain ?? 'your address'

const strangers: Record<StrangerReason, Card> = {
  'slack-connect': () => ({
    why: 'You are here from another organisation’s Slack (Slack Connect), and Portvakt knows only those who belong here.',
    todo: 'Ask somebody at the organisation that owns the client to do this.',
  }),
  bot: () => ({
    why: 'You are an app, and Portvakt serves people only.',
    todo: 'Let a person do this.',
  }),
  deactivated: () => ({
    why: 'Your user is deactivated in Slack.',
    todo: 'Ask whoever administers Slack to activate it again.',
  }),
  guest: () => ({
    why: 'You are a guest in this Slack, and guests belong to no organisation by themselves.',
    todo: 'Ask an admin of the organisation to add you by name, or let somebody who works there do this for you.',
  }),
  'no-email': () => ({
    why: 'Slack shows us no e-mail address for you, and that is what tells which organisation you belong to.',
    todo: 'Add your work address to your Slack profile, and try again.',
  }),
  'public-domain': ({ domain }) => ({
    why: `You use a private address (${at(domain)}), which does not tell which organisation you belong to.`,
    todo: 'Change to your work address in your Slack profile, and try again.',
  }),
  'unknown-domain': ({ domain, serviceDesk }) => ({
    why: `No organisation is registered with ${at(domain)}.`,
    todo: `Ask the service desk, or write to ${serviceDesk} and ask them to register the organisation and its domain.`,
  }),
  'shared-domain': ({ domain }) => ({
    why: `Several organisations share ${at(domain)}, so we do not know which of them you belong to.`,
    todo: 'Pick your organisation. An admin there or the service desk has to confirm it.',
  }),
  removed: ({ domain }) => ({
    why: `You have been taken out of the organisation that owns ${at(domain)}, so Portvakt does nothing for you there.`,
    todo: 'Ask an admin of the organisation or the service desk to let you in again if that is a mistake.',
  }),
}

export const belonging: typeof nb = {
  strangers,
  strangerTitle: 'We do not know you',
  todo: 'What you can do',
  stillMay: 'Meanwhile you can read the help and choose a language.',
  help: 'Help',
  pick: 'Pick organisation',
  whoami,
  organisationSwitch,
  unconfirmed,
  decided,
  membership,
  clearance,
  desk,
  language: {
    title: 'Language',
    choose: 'Which language should Portvakt answer you in?',
    names: { nb: 'Norsk (bokmål)', en: 'English' },
    chosen: 'From now on Portvakt answers you in English.',
  },
  notBuilt: {
    order: {
      title: 'Test access',
      body: 'Ordering test access to Brønnøysundregistrene comes in a later version.',
      until: 'Until then, order it by e-mail.',
    },
    incident: {
      title: 'Incidents',
      body: 'Notices of critical incidents come in a later version.',
      until: 'Until then, service messages are at status.digdir.no.',
    },
    write: ({ address }) => `Write to ${address}`,
    status: 'Open service status',
  },
}
