import { formatsFor, pluralsFor } from '../format.ts'
import type { reach as nb } from '../nb/contact-reach.ts'

const plural = pluralsFor('en')
const { number } = formatsFor('en')

/** Words of an organisation's reachability. */
export const reach: typeof nb = {
  heading: 'Reachability',
  levels: { good: 'good', weak: 'weak', none: 'none' },
  good: 'The organisation can be reached if something happens.',
  reasons: {
    nobody: () => 'nobody is told of critical incidents',
    'one-person': () => 'one person only',
    unconfirmed: ({ confirmed, contacts }) =>
      `${number(confirmed)} of ${number(contacts)} confirmed in the last six months`,
    bounced: ({ bounced }) => `mail to ${number(bounced)} comes back`,
    'one-mailbox': ({ people }) => (people === 0 ? 'shared mailboxes only, no person' : 'only one address takes mail'),
    unmirrored: ({ unmirrored }) =>
      `${number(unmirrored)} ${plural(unmirrored, { one: 'is', other: 'are' })} not right in Digdir’s portal`,
    'account-gone': ({ gone }) =>
      `${number(gone)} ${plural(gone, { one: 'has lost their Slack account', other: 'have lost their Slack accounts' })}`,
  },
  all: {
    open: 'Reachability',
    title: 'Reachability',
    intro: 'Who can be reached when something happens. Those hardest to reach come first.',
    counted: ({ contacts }) => `${number(contacts)} ${plural(contacts, { one: 'contact', other: 'contacts' })}`,
    none: 'No organisations have been added yet.',
    back: 'To the organisations',
  },
}
