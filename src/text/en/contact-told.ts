import { formatsFor, pluralsFor } from '../format.ts'
import type { told as nb } from '../nb/contact-told.ts'

const plural = pluralsFor('en')
const { number, date } = formatsFor('en')

const people = (count: number) => `${number(count)} ${plural(count, { one: 'contact', other: 'contacts' })}`

/** Words of what stands in an organisation's channel, and of what its admins or the service desk are told. */
export const told: typeof nb = {
  channel: ({ organisation }) =>
    `Portvakt writes this here because the channel was chosen for ${organisation}. The administrator can choose another one with /portvakt admin.`,
  doors: {
    contact: 'Show the contact',
    contacts: 'Show the contacts',
    confirm: 'Look over and confirm',
    invoice: 'Invoice information',
    organisation: 'Open the organisation',
  },
  unconfirmed: {
    subject: ({ organisation, count }) => `${people(count)} for ${organisation} to be confirmed`,
    what: ({ count }) =>
      count === 1
        ? 'Nobody has said in the last six months that this notification contact is still right:'
        : 'Nobody has said in the last six months that these notification contacts are still right:',
    more: ({ count }) => `and ${number(count)} more`,
    why: 'If they are wrong, perhaps nobody hears of it when something critical happens in ID-porten or Maskinporten.',
    mailed: 'Those who want reminders have been asked by e-mail too.',
    confirm: 'Look all of them over, and confirm those that are right:',
  },
  desk: {
    alone: ({ organisation }) =>
      `${organisation} has no administrator in Portvakt, so nobody in the organisation knows of this.`,
    find: 'Find somebody there. Enhetsregisteret often has telephone and e-mail:',
    register: 'The organisation in Enhetsregisteret',
    name: 'Make one of them administrator. They can then add contacts themselves:',
    import: 'Or take in contacts from a file, on the machine where Portvakt runs:',
    you: 'This comes to the service desk because there is nobody else to tell.',
  },
  channelLost: {
    subject: ({ organisation }) => `Portvakt can no longer write in the channel of ${organisation}`,
    why: {
      unknown: 'The channel is gone, or Portvakt was removed from it.',
      'no-channel': 'It is no channel any more, but a conversation.',
      outsiders: 'People from outside are in the channel now, and what concerns the organisation must not stand there.',
      archived: 'The channel is archived.',
      'not-in-it': 'Portvakt is no longer in the channel.',
    },
    now: 'So the organisation has no channel now. The contacts are told one by one, as before.',
    next: 'Choose another channel. Invite Portvakt there first:',
    desk: ({ organisation }) => `This comes to the service desk because ${organisation} has no administrator.`,
  },
  settled: {
    about: {
      'contact-bounced': 'E-mail that came back',
      'contact-account-gone': 'Slack account that was gone',
      'admin-contacts-empty': 'No contact could be reached',
      'invoice-missing': 'Invoice information that was missing',
      'contacts-unconfirmed': 'Contacts to be confirmed',
    },
    other: 'Message',
    title: ({ about }) => `Settled: ${about}`,
    why: {
      'contact-gone': 'The contact was removed.',
      'mended-since': 'It has been put right.',
      'confirmed-since': 'The contacts are confirmed.',
    },
    on: ({ at }) => `Settled ${date(at)}.`,
  },
}
