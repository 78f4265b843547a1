import type {
  whoami as nb,
  decided as nbDecided,
  organisationSwitch as nbSwitch,
  unconfirmed as nbUnconfirmed,
} from '../nb/belonging-whoami.ts'

export const whoami: typeof nb = {
  title: 'What we know of you',
  person: 'You',
  email: 'E-mail',
  noEmail: 'none known',
  organisation: 'You act for',
  rule: 'How we know',
  byDomain: ({ domain }) => `Your e-mail address ends in ${domain}, and that domain is the organisation’s.`,
  byName: 'You were added by name.',
  byNameUntil: ({ date }) => `You were added by name, until ${date}.`,
  rights: {
    change: 'You can see, create and deactivate clients, and change keys and secrets.',
    cleared: 'You can see and change clients. Each change takes a new login with ID-porten.',
    'not-cleared': 'You can see the clients, but you are not cleared to change them.',
    'login-off': 'You can see the clients. Nobody can change them from here, for ID-porten is not set up for Portvakt.',
    off: 'Portvakt is not set up here.',
    'supplier-missing': 'Portvakt has no access to act for your organisation here.',
  },
  owners: 'Where a client has owners, only they and the admin can change it.',
  supplier: ({ orgno }) => `Portvakt uses the access of the supplier ${orgno}.`,
  gives: {
    'not-cleared': 'The service desk gives clearances. Ask for one yourself, or let an admin ask for you.',
    asked: 'You have asked for a clearance. The service desk has not answered yet.',
    login: 'You have been named. Now you have to log in with ID-porten.',
    confirm: 'You have logged in. Now somebody else has to confirm the clearance.',
    'login-off':
      'Whoever runs Portvakt has to register it with ID-porten. Until then you can use Digdir’s self-service.',
    off: 'Whoever runs Portvakt has to add an admin client for the environment.',
    'supplier-missing': 'Digdir gives that access.',
  },
  admin: 'Admin',
  isAdmin: 'Yes. You can add people to the organisation and take them out.',
  admins: 'No. Admins here are',
  noAdmins: 'No, and the organisation has none. The service desk names them.',
  operator: 'Operator',
  isOperator: 'Yes. You answer for the service desk.',
  language: 'Language',
  askClearance: 'Ask for clearance',
  seeClearance: 'See the clearance',
}

export const organisationSwitch: typeof nbSwitch = {
  title: 'Organisation',
  label: 'Switch organisation',
  acting: ({ name, number }) => `You now act for ${name} (${number}).`,
  several: 'You belong to several organisations. All you do is for the one you have chosen.',
}

export const unconfirmed: typeof nbUnconfirmed = {
  title: 'Confirm your address',
  why: ({ email }) => `Slack has not confirmed that ${email} is yours.`,
  todo: 'We send a link there. Open it within a quarter of an hour, and we know that the address is yours. You can also confirm the address in Slack.',
  sent: ({ email }) => `We have sent a link to ${email}. It works for a quarter of an hour, once.`,
  spam: 'If it does not come, look among the junk mail, or ask for a new one.',
  off: 'Portvakt cannot send mail here. Confirm the address with the link in Slack’s mail, or ask whoever runs Portvakt to set up mail.',
  send: 'Send me a link',
  again: 'Send a new link',
}

export const decided: typeof nbDecided = {
  approved: 'Approved by',
  declined: 'Declined by',
  withdrawn: 'Withdrawn by',
  failed: 'Approved, but not carried out. Approved by',
  expired: 'Nobody answered in time.',
  answered: 'Answered. The answer comes in a message of its own.',
  alreadyTitle: 'Somebody was first',
  already: 'This has been decided:',
  alreadyNext: 'There is nothing more for you to do.',
}
