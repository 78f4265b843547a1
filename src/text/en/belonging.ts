import type { StrangerReason } from '../../domain/belonging/types.ts'
import type { belonging as nb } from '../nb/belonging.ts'

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
    todo: 'Ask somebody who works at the organisation to do this for you.',
  }),
  'no-email': () => ({
    why: 'Slack shows us no e-mail address for you, and that is what tells which organisation you belong to.',
    todo: 'Add your work address to your Slack profile, and try again.',
  }),
  unconfirmed: () => ({
    why: 'Your e-mail address has not been confirmed in Slack.',
    todo: 'Confirm it with the link in Slack’s e-mail, and try again.',
  }),
  'public-domain': ({ domain }) => ({
    why: `You use a private address (${at(domain)}), which does not tell which organisation you belong to.`,
    todo: 'Change to your work address in your Slack profile, and try again.',
  }),
  'unknown-domain': ({ domain, serviceDesk }) => ({
    why: `No organisation is registered with ${at(domain)}.`,
    todo: `Write to ${serviceDesk} and ask them to register the organisation and its domain.`,
  }),
  'shared-domain': ({ domain, serviceDesk }) => ({
    why: `Several organisations share ${at(domain)}, so we do not know which of them you belong to.`,
    todo: `Write to ${serviceDesk} with your name and the organisation you work at.`,
  }),
}

export const belonging: typeof nb = {
  strangers,
  strangerTitle: 'We do not know you',
  todo: 'What you can do',
  stillMay: 'Meanwhile you can read the help and choose a language.',
  help: 'Help',
  whoami: {
    title: 'What we know of you',
    person: 'You',
    email: 'E-mail',
    noEmail: 'none known',
    organisation: 'Organisation',
    rule: 'How we know',
    byDomain: ({ domain }) => `Your e-mail address ends in ${domain}.`,
    rights: {
      change: 'You can see, create and deactivate clients, and change keys and secrets.',
      'look-only': 'You can see the clients. Changes come in a later version.',
      off: 'Portvakt is not set up here.',
      'supplier-missing': 'Portvakt has no access to act for your organisation here.',
    },
    supplier: ({ orgno }) => `Portvakt uses the access of the supplier ${orgno}.`,
    language: 'Language',
  },
  language: {
    title: 'Language',
    choose: 'Which language should Portvakt answer you in?',
    names: { nb: 'Norsk (bokmål)', en: 'English' },
    chosen: 'From now on Portvakt answers you in English.',
  },
  notBuilt: {
    contact: {
      title: 'Contacts',
      body: 'Notification contacts and invoice information come in a later version.',
      until: 'Until then, change them in Digdir’s self-service, under Virksomhetens tjenester.',
    },
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
    portal: 'Open self-service',
    status: 'Open service status',
  },
}
