import { pluralsFor } from '../format.ts'
import type { ErrorFacts, ErrorWords } from '../wording.ts'
import { common } from './common.ts'
import { belongingErrors } from './errors-belonging.ts'
import { orderErrors } from './errors-order.ts'
import { mp } from './mp.ts'

const plural = pluralsFor('en')

const inEnvironment = ({ environment }: ErrorFacts): string =>
  environment === undefined ? '' : ` ${common.inEnvironment[environment]}`

const wait = ({ retryAfter }: ErrorFacts): string =>
  retryAfter === undefined
    ? 'Try again in a few minutes.'
    : `Try again in ${retryAfter} ${plural(retryAfter, { one: 'second', other: 'seconds' })}.`

const mpWords = ({ mpCode }: ErrorFacts): { what: string; who: string } | undefined =>
  (mp as Record<string, { what: string; who: string }>)[mpCode ?? '']

/** The organisation's own admin client was refused, not the bot's. */
const isOwnClient = ({ fields = [] }: ErrorFacts): boolean => fields.some(({ field }) => field === 'admin_client')

export const errors: ErrorWords = {
  ...belongingErrors,
  ...orderErrors,
  'not-a-member': () => ({
    what: 'Portvakt does not know which organisation you belong to, so you cannot do this yet.',
    next: 'Type /portvakt whoami to see why, and what you can do.',
  }),
  'not-allowed': ({ serviceDesk }) => ({
    what: 'You are not allowed to do this.',
    next: `Type /portvakt whoami to see what you may do. If that seems wrong, write to ${serviceDesk}.`,
  }),
  'not-found': (facts) => ({
    what: `We did not find what you asked for${inEnvironment(facts)} at your organisation.`,
    next: 'Check the id and the environment. Type /client list, /contacts list or /test-access list to see what you have.',
  }),
  'environment-off': (facts) => ({
    what: `Portvakt is not set up${inEnvironment(facts) || ' for this environment'}.`,
    next: 'Whoever runs Portvakt must add an admin client for it. Meanwhile, use Digdir’s self-service.',
  }),
  'no-admin-client': ({ serviceDesk }) => ({
    what: 'Portvakt has no admin client that can act for your organisation.',
    next: `Ask whoever runs Portvakt to add one. Digdir hands out admin clients: ${serviceDesk}.`,
  }),
  'supplier-access-missing': ({ serviceDesk }) => ({
    what: 'Portvakt’s admin client may not act for other organisations than its own.',
    next: `Your organisation needs an admin client of its own, or Digdir must grant the scope idporten:dcr.supplier: ${serviceDesk}.`,
  }),
  'supplier-type': ({ serviceDesk }) => ({
    what: 'Portvakt uses a supplier’s access for your organisation, which can make ID-porten clients only.',
    next: `Choose ID-porten. For Maskinporten your organisation needs an admin client of its own: ${serviceDesk}.`,
  }),
  'bad-input': () => ({
    what: 'Portvakt did not understand what you typed.',
    next: 'Type the command followed by help, such as /client help, to see what works.',
  }),
  'unknown-command': () => ({
    what: 'There is no such command.',
    next: 'Type /portvakt help to see the commands.',
  }),
  'stale-button': () => ({
    what: 'The button belongs to an older message and no longer works.',
    next: 'Find the thing again, for example with /client list.',
  }),
  'stale-view': () => ({
    what: 'The form is from an older version of Portvakt and cannot be sent.',
    next: 'Copy what you want to keep, close the window and open the form again.',
  }),
  'already-done': () => ({
    what: 'This has been done already.',
    next: 'There is nothing more for you to do.',
  }),
  'in-progress': () => ({
    what: 'Portvakt is already working on this.',
    next: 'Wait for the answer. It comes where you started, or as a direct message.',
  }),
  'digdir-refused': ({ fields = [] }) => ({
    what: 'Digdir did not accept the details. Nothing has changed.',
    next:
      fields.length > 0
        ? 'Correct what Digdir points at and send again.'
        : 'Look over what you filled in and send again.',
  }),
  'digdir-unauthorised': () => ({
    what: 'Digdir did not accept the login of Portvakt’s admin client.',
    next: 'Whoever runs Portvakt must check the admin client. All you need to do is tell them.',
  }),
  'digdir-forbidden': ({ serviceDesk }) => ({
    what: 'Digdir says that the admin client may not do this.',
    next: `Whoever runs Portvakt must ask Digdir for the right: ${serviceDesk}.`,
  }),
  'digdir-conflict': () => ({
    what: 'Digdir already has something of the same name, perhaps a deactivated one.',
    next: 'Look at the list with the deactivated clients, and choose another name.',
  }),
  'digdir-terms-not-signed': ({ serviceDesk }) => ({
    what: 'Your organisation has not signed Digdir’s terms of use, so Digdir says no.',
    next: `Somebody who may sign for it must do so at samarbeid.digdir.no. Questions: ${serviceDesk}.`,
  }),
  'digdir-unavailable': (facts) => ({
    what: 'Digdir’s self-service is not answering.',
    next: `${wait(facts)} Service status: status.digdir.no.`,
  }),
  'digdir-answer-unreadable': (facts) => ({
    what: 'Digdir answered something that Portvakt cannot read.',
    next: `${wait(facts)} If it lasts, tell whoever runs Portvakt.`,
  }),
  'digdir-outcome-unknown': () => ({
    what: 'The connection to Digdir broke, so we do not know whether it was done.',
    next: 'Do not send again. Let Portvakt look at Digdir first.',
  }),
  'digdir-twin': () => ({
    what: 'You already have a client exactly like this one. Portvakt did not create another.',
    next: 'Use the one you have, or give the new one another name.',
  }),
  'too-many-keys': () => ({
    what: 'The client already has five keys, and Digdir takes no more.',
    next: 'Remove a key that is not in use, then add the new one.',
  }),
  'client-inactive': () => ({
    what: 'The client has been deactivated and cannot be changed.',
    next: 'Create a new client instead.',
  }),
  'secret-not-used': () => ({
    what: 'This client logs in without a secret, so it has none to renew.',
    next: 'Use /client keys to manage its keys.',
  }),
  'name-changed': () => ({
    what: 'The client got another name since you opened the window. It has not been deactivated.',
    next: 'Open the form again, see that it is the right client, and type the name it has now.',
  }),
  'kid-taken': () => ({
    what: 'The client already has another key with the same kid.',
    next: 'Give the new key another kid, or remove the old one first.',
  }),
  'contact-exists': () => ({
    what: 'The organisation already has a contact with this e-mail address.',
    next: 'Find the contact with /contacts list, and change it instead.',
  }),
  'contact-needed': () => ({
    what: 'A client in production must have at least one contact who is told when something is wrong.',
    next: 'Add a contact first. What you have typed about the client stays.',
  }),
  'last-contact': () => ({
    what: 'This is the last contact for clients in production. Without it nobody in the organisation is told of critical incidents.',
    next: 'Add another contact first, or ask the organisation’s admin to remove this one.',
  }),
  'token-refused': (facts) => {
    const words = mpWords(facts)
    const of = facts.mpCode === undefined ? '' : ` (${facts.mpCode})`
    return {
      what: `${words?.what ?? 'Maskinporten did not give Portvakt access.'}${of}`,
      next: isOwnClient(facts)
        ? 'Your organisation’s own admin client was refused. Whoever runs Portvakt must add its key again or remove it (credentials).'
        : (words?.who ?? 'Whoever runs Portvakt must look at the admin client.'),
    }
  },
  'maskinporten-unavailable': (facts) => ({
    what: 'Maskinporten is not answering, so Portvakt cannot reach Digdir.',
    next: `${wait(facts)} Service status: status.digdir.no.`,
  }),
  'slack-unavailable': (facts) => ({
    what: 'Slack did not answer Portvakt.',
    next: wait(facts),
  }),
  'slack-refused': () => ({
    what: 'Slack would not show the answer.',
    next: 'Try again. If it happens once more, tell whoever runs Portvakt.',
  }),
  'view-gone': () => ({
    what: 'The window was closed, or Slack was too slow to open it.',
    next: 'Try once more.',
  }),
  'store-busy': () => ({
    what: 'Portvakt is very busy right now, and nothing was saved.',
    next: 'Try again in a moment.',
  }),
  'not-begun': () => ({
    what: 'Portvakt was restarted before this was begun. Nothing has been done.',
    next: 'Do it once more.',
  }),
  internal: () => ({
    what: 'Something went wrong in Portvakt.',
    next: 'Try again. If it happens once more, give the reference below to whoever runs Portvakt.',
  }),
}
