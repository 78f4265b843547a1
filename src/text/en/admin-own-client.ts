import type { ownClient as nb } from '../nb/admin-own-client.ts'

export const ownClient: typeof nb = {
  open: 'Own admin client',
  title: 'Own admin client',
  of: ({ name, number }) => `Admin clients of ${name} (${number})`,
  what: 'An admin client is what makes and changes your clients at Digdir. With one of your own you do not need Portvakt’s.',
  own: 'its own',
  givenBy: 'Registered by',
  program: 'whoever runs Portvakt',
  kid: 'key',
  since: ({ date }) => `tried ${date}`,
  instead: {
    bot: 'none of its own. Portvakt’s admin client belongs to the organisation, and is used.',
    supplier: 'none of its own. Portvakt uses its access as a supplier, which can make ID-porten clients only.',
    none: 'none of its own, and Portvakt has none that can be used. Register your own to get going.',
    unknown: 'none of its own.',
  },
  give: 'Register own admin client',
  how: 'You log in with ID-porten, and write the client id and the key on a page of Portvakt’s. The key never goes into Slack.',
  take: 'Take away',
  takeSure: {
    title: 'Take it away?',
    text: 'You must log in with ID-porten and confirm. Afterwards Portvakt’s admin client is used where it may be.',
    yes: 'Go on',
    no: 'Cancel',
  },
  notCleared:
    'To change this you must log in, and then we must know that it is you. Ask for a clearance first: the service desk answers you in Slack.',
  ask: 'Ask for clearance',
  loginOff: 'Logging in is not set up here. Whoever runs Portvakt can register the admin client for you.',
  people: 'To the people',
  outcome: {
    given: ({ name, where }) => `${name} now has its own admin client ${where}.`,
    taken: ({ name, where }) => `${name} no longer has its own admin client ${where}.`,
    clientId: 'Client id',
    scopes: 'Scopes',
    replaced: 'Took the place of',
    left: 'The key is still registered on the client at Digdir. Remove it there if nobody else uses it.',
    withdrawn: 'You cancelled. Nothing was changed.',
    expired: 'The time ran out before you had finished on the page. Nothing was changed.',
    back: 'See the admin clients',
  },
}
