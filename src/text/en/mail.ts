import type { mail as nb } from '../nb/mail.ts'

export const mail: typeof nb = {
  elsewhere: 'The button does not work? Open this address in your browser:',
  footer: ({ serviceDesk }) =>
    `This e-mail was sent by Portvakt, which looks after clients in ID-porten and Maskinporten from Slack. Questions? Write to ${serviceDesk}.`,
  addressLink: {
    subject: 'Confirm your e-mail address',
    heading: 'Confirm your e-mail address',
    who: ({ name, userId, teamId }) =>
      name === null
        ? `The Slack user ${userId} in the workspace ${teamId}`
        : `${name} (Slack user ${userId} in the workspace ${teamId})`,
    asked: ({ who, address }) => `${who} has asked for a link to confirm the address ${address}.`,
    happens:
      'The link opens a page where you confirm the address. After that the Slack user can act for the organisation that owns its domain. Opening the page changes nothing by itself.',
    valid: ({ minutes, until }) =>
      `The link works once, and only for ${minutes} minutes: until ${until}, Norwegian time.`,
    button: 'Confirm the address',
    notYou: 'If it was not you who asked for this, do nothing. The address will then not be confirmed.',
  },
}
