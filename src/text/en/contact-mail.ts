import { formatsFor } from '../format.ts'
import type { contactMail as nb } from '../nb/contact-mail.ts'

const { number } = formatsFor('en')

/** Words of mails and Slack messages to contacts. */
export const contactMail: typeof nb = {
  common: {
    footer: ({ organisation, serviceDesk }) =>
      `Portvakt sends this for ${organisation}, whose notification contact you are. Questions? Answer this e-mail or write to ${serviceDesk}.`,
    footerPlain: ({ organisation, serviceDesk }) =>
      `Portvakt sends this for ${organisation}. Questions? Answer this e-mail or write to ${serviceDesk}.`,
    manage: 'See, change or delete what is registered about you',
    stop: 'Stop getting messages like this one',
    somebody: 'A contact',
    noSlack: ({ serviceDesk }) => `If you do not use Slack, ask a colleague who does, or write to ${serviceDesk}.`,
    languages: { nb: 'Norwegian (bokmål)', en: 'English' },
    more: ({ count }) => (count === 1 ? 'and one more client' : `and ${number(count)} more clients`),
    added: 'Registered',
    language: 'Language',
    contactId: 'Number',
    email: 'E-mail',
    topic: ({ topic }) => `“${topic}”`,
  },
  registered: {
    subject: ({ organisation }) => `You are a notification contact for ${organisation}. Is that right?`,
    heading: ({ organisation }) => `You are registered as a notification contact for ${organisation}`,
    by: {
      person: ({ name, organisation }) => `${name} has registered this address on behalf of ${organisation}.`,
      unnamed: ({ organisation }) => `Somebody at ${organisation} has registered this address.`,
      list: ({ organisation }) =>
        `Those who run Portvakt have registered this address from a list of contacts for ${organisation}.`,
      handedOver: ({ name, organisation }) =>
        `${name} was a notification contact for ${organisation} and has handed it over to you.`,
      handedOverUnnamed: ({ organisation }) =>
        `Whoever was a notification contact for ${organisation} has handed it over to you.`,
    },
    why: 'When something critical happens in ID-porten, Maskinporten or the services around them, somebody at the organisation must hear of it at once. The notification contacts are told.',
    hearsOf: 'You are told of what concerns:',
    hears: ({ topics }) =>
      `All notification contacts are told of critical incidents. You also get these, until you say no to them: ${topics}.`,
    hearsNothing: 'You are told of critical incidents alone. Everything else is turned off.',
    page: 'On the page that the link opens, you confirm that this is right. There you can also choose your language and what to hear about, hand it over to a colleague, or leave. Opening the page changes nothing by itself.',
    valid: ({ days, until }) => `The link works once, for ${days} days: until ${until}, Norwegian time.`,
    button: 'Look it over and confirm',
    wrong: ({ serviceDesk }) =>
      `Are you the wrong person, or do you not want to be here? Choose to leave on the page, or write to ${serviceDesk}. If you do nothing, the address is still told of critical incidents.`,
    privacy: {
      stored: 'This is stored about you',
      heading: 'Your rights',
      controller: ({ organisation, number: id }) =>
        `The controller is ${organisation} (organisation number ${id}). What is stored comes from whoever registered you.`,
      purpose:
        'It is used only to notify you and to keep the contacts up to date. The legal basis is article 6(1) of the GDPR: point (e) for public bodies and point (f) for others, because somebody must be within reach when something is wrong.',
      recipients:
        'People at the organisation who use Portvakt, and the service desk, see it in Slack. The organisation may also enter it in Digdir’s self-service portal.',
      kept: 'It is deleted when you leave or are removed. This stays a little longer: what was sent to you, for 13 months; name and address in the log of changes, for 24 months; and, if you leave yourself, a fingerprint of the address for 12 months, so that nobody adds you again without knowing.',
      rights: ({ serviceDesk }) =>
        `You can ask for access, correction, deletion and restricted use, and you can object to the use. Do it on the page, or write to ${serviceDesk}, who pass it on to the organisation.`,
      complain: {
        label: 'You can also complain to the Norwegian Data Protection Authority (Datatilsynet)',
        url: 'https://www.datatilsynet.no/en/',
      },
    },
  },
  stillRight: {
    subject: ({ organisation }) => `Are you still a notification contact for ${organisation}?`,
    heading: 'Is this still right?',
    why: ({ organisation }) =>
      `You are a notification contact for ${organisation}. Twice a year we ask whether that is still right, so that the message arrives on the day something is wrong.`,
    button: 'Look it over and confirm',
    page: 'The page has one button to say that all is right. If something is wrong, you can hand it over to a colleague or leave there. Opening the page changes nothing by itself.',
    otherwise: 'If you do not answer, nothing changes, but the organisation sees that it is not confirmed.',
  },
  bounced: {
    subject: ({ name }) => `E-mail to ${name} comes back`,
    facts: { who: 'Contact', email: 'E-mail', at: 'Came back', reason: 'Reason' },
    coded: ({ reason, code }) => `${reason} (answer ${code})`,
    what: ({ name, organisation, you }) =>
      `${name} is a notification contact for ${organisation}${you ? ', as you are' : ''}. An e-mail to the contact came back.`,
    cost: 'Until the address is put right, the contact may not hear of critical incidents.',
    edit: 'Put the address right in Slack:',
    remove: 'If the contact is not needed any more, remove it:',
  },
  left: {
    subject: ({ name, organisation }) => `${name} is no longer a notification contact for ${organisation}`,
    what: ({ name, organisation }) =>
      `${name} has chosen to stop being a notification contact for ${organisation}. Messages about critical incidents now go to those of you who are left.`,
    list: 'See in Slack who is left:',
    add: 'If somebody is needed instead, add them:',
    portal:
      'Digdir’s own list does not change by itself. If the contact stands there, you must remove it in the self-service portal.',
  },
  accountGone: {
    subject: ({ name, organisation }) => `Should ${name} still be a contact for ${organisation}?`,
    what: ({ name, organisation, on, you }) =>
      `${name} is a notification contact for ${organisation}${you ? ', as you are' : ''}. The contact’s Slack account is deactivated (seen ${on}), so the person may have left.`,
    still: ({ email }) => `Messages still go to ${email}.`,
    stillThere: 'Messages still go to the contact’s address.',
    remove: 'If the person has left, remove the contact in Slack:',
    edit: 'If somebody else takes over, change the contact:',
    confirm: 'If all is right after all, confirm it:',
  },
  logins: {
    subject: {
      near: ({ organisation, threshold }) => `${organisation} is getting near ${number(threshold)} logins`,
      reached: ({ organisation, threshold }) => `${organisation} has reached ${number(threshold)} logins`,
    },
    what: ({ organisation, year, from, to, logins, threshold, percent }) =>
      `In the settlement year ${year} (${from} to ${to}) ${organisation} has had ${number(logins)} logins in production. That is ${percent}% of ${number(threshold)}.`,
    rule: ({ threshold }) =>
      `A service owner with more than ${number(threshold)} logins in a settlement year pays for its share of the use. The invoice comes as an EHF in October or November, when the settlement year is over.`,
    invoice: 'See in Slack whether the invoice information is right, and how the year is going:',
  },
  invoiceMissing: {
    subject: ({ organisation }) => `Invoice information is missing for ${organisation}`,
    what: ({ organisation, year }) =>
      `${organisation} has so many logins in the settlement year ${year} that an invoice may come. It is not registered where that should go.`,
    needed: 'This is needed:',
    parts: [
      'the organisation number of whoever receives the invoice as an EHF',
      'the address to stand on the invoice',
      'the reference you want on it',
      'an e-mail address for questions about the invoice, if you have one',
    ],
    invoice: 'Enter it in Slack:',
    again: 'We remind you until it is there.',
  },
  nobodyLeft: {
    subject: {
      left: ({ organisation }) => `${organisation} has no notification contacts left`,
      unreachable: ({ organisation }) => `No notification contact for ${organisation} can be reached`,
    },
    what: {
      left: ({ name }) => `${name} has stopped being a notification contact and was the last one.`,
      unreachable: ({ name }) =>
        `E-mail to ${name} comes back, or the person is gone from Slack, and there is nobody else to tell.`,
    },
    cost: ({ organisation }) =>
      `So perhaps nobody at ${organisation} hears of it when something critical happens in ID-porten or Maskinporten.`,
    you: 'You get this because you are an administrator of the organisation.',
    list: 'See in Slack who is registered:',
    add: 'Add more. There should be at least two:',
  },
}
