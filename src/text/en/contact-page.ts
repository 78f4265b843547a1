import type { contactPage as nb } from '../nb/contact-page.ts'

/** Words of the pages behind the links in mails to contacts. */
export const contactPage: typeof nb = {
  labels: {
    organisation: 'Organisation',
    name: 'Name',
    email: 'E-mail address',
    phone: 'Phone',
    kind: 'Type',
    appliesTo: 'Applies to',
    registeredBy: 'Registered by',
    since: 'Registered',
    status: 'State',
  },
  kinds: {
    technical: 'Technical contact',
    functional: 'User-facing contact',
    supplier: 'Supplier',
    mailbox: 'Shared mailbox',
  },
  scopes: {
    organisation: 'The whole organisation',
    test: 'All clients in the test environment',
    prod: 'All clients in production',
  },
  client: ({ name, environment }) => `${name} (${environment})`,
  registeredBy: {
    import: 'Whoever runs Portvakt, from a list',
    page: 'A colleague who handed it over to you',
  },
  status: {
    confirmed: ({ on }) => `Confirmed ${on}`,
    unconfirmed: 'Not confirmed yet',
    bounced: ({ on }) => `A mail to it came back ${on}`,
  },
  what: ({ organisation }) =>
    `${organisation} has registered this address as a notification contact: whoever is told when something is wrong with ID-porten or Maskinporten.`,
  kept: 'What is registered is used for such notices alone. It is deleted when you leave, or when the organisation removes you. If something is wrong, a colleague can mend it in Slack with /contacts.',
  open: { state: 'Confirm', heading: 'Is this right?' },
  manage: { state: 'Look over', heading: 'Is this still right?' },
  used: {
    state: 'Confirmed',
    heading: 'The address is already confirmed',
    body: 'There is nothing more you need to do.',
  },
  confirm: {
    submit: 'Yes, this is right',
    still: 'Yes, this is still right',
    until: ({ at }) => `The link is good until ${at}.`,
  },
  said: {
    confirmed: {
      state: 'Confirmed',
      heading: 'Thank you, it is confirmed',
      body: 'You can close the page. If you want to change something, do it below.',
    },
    topics: {
      state: 'Saved',
      heading: 'Your choices are saved',
      body: 'They apply from now on. You can close the page.',
    },
    language: {
      state: 'Saved',
      heading: 'Now it is in English',
      body: 'Notices come in English from now on, too.',
    },
  },
  otherLanguage: 'Bytt til norsk',
  hears: {
    heading: 'What do you want to hear about?',
    critical: {
      label: 'Critical incidents',
      hint: 'Always on: somebody among you must know at once when logging in is down.',
    },
    topics: {
      major: { label: 'Major incidents', hint: 'Faults that some people notice, and that you should know of.' },
      maintenance: {
        label: 'Planned maintenance',
        hint: 'When something is gone for a while, and we know beforehand.',
      },
      logins: { label: 'Logins and invoices', hint: 'When you come near the limit at which logins are invoiced.' },
      reminders: { label: 'Reminders', hint: 'Twice a year we ask whether what is registered is still right.' },
    },
    submit: 'Save the choices',
  },
  handOver: {
    state: 'Hand over',
    heading: 'Hand over to a colleague',
    intro: 'Your colleague takes over from you and gets a mail about it. You get no more notices.',
    name: 'Your colleague’s name',
    email: 'Your colleague’s e-mail address',
    submit: 'Hand over',
    wrong: 'Your colleague is not registered yet',
    faults: {
      name: {
        empty: 'Write your colleague’s name.',
        'too-short': 'Write the whole name.',
        'too-long': 'The name is too long.',
        digits: 'A name has no digits. Write the name alone.',
        'line-break': 'Write the name on one line.',
        characters: 'The name has characters that no name has. Write letters alone.',
      },
      email: {
        empty: 'Write your colleague’s e-mail address.',
        'not-one': 'Write one e-mail address only.',
        form: 'This is no e-mail address. Write it like this: name@organisation.no',
        local: 'What stands before @ cannot be used in an e-mail address here.',
        domain: 'What stands after @ is no domain that can get mail. Look for a slip of the pen.',
        'too-long': 'The e-mail address is too long.',
        'line-break': 'Write the e-mail address on one line.',
        own: 'This is your own address. Write your colleague’s.',
        taken: 'This address is registered already. You can just leave.',
        'left-before':
          'Whoever has this address asked not to be a notification contact. Choose somebody else, or ask a colleague to add the address in Slack with /contacts add.',
      },
    },
    done: {
      state: 'Handed over',
      heading: 'You have handed it over',
      body: ({ name }) => `${name} has taken over and gets a mail now. You get no more notices.`,
      undo: 'If it went wrong, a colleague can add you again in Slack with /contacts add.',
    },
  },
  leave: {
    link: 'I do not want to be a notification contact',
    state: 'Leave',
    heading: 'Do you want to leave as a notification contact?',
    effect: 'You get no more notices, not of critical incidents either. What stands here is deleted.',
    others: ({ count }) =>
      count === 1
        ? 'The organisation has one more notification contact, who is told that you left.'
        : `The organisation has ${count} more notification contacts, who are told that you left.`,
    nobody:
      'The organisation has no other notification contact, so nobody there will hear of critical incidents. Hand over to a colleague instead, if you can.',
    handOver: 'Hand over to a colleague',
    trace:
      'This stays a little longer: what was sent to you, for 13 months, name and address in the log of changes, for 24 months, and a fingerprint of the address, for 12 months, so that nobody adds you again without knowing that you left.',
    button: 'Leave as a notification contact',
    done: {
      state: 'Left',
      heading: 'You are no longer a notification contact',
      body: 'You are deleted from the contacts and get no more notices.',
      undo: 'If you change your mind, a colleague can add you again in Slack with /contacts add.',
    },
  },
  stop: {
    state: 'Stop',
    heading: ({ topic }) => `Stop getting “${topic}”?`,
    headingAll: 'Only get what is critical?',
    effect: ({ email, topic }) => `We stop sending “${topic}” to ${email}. What else you chose comes as before.`,
    effectAll: ({ email }) => `We stop sending all but critical incidents to ${email}.`,
    critical: 'Critical incidents still come: somebody among you must know at once.',
    submit: 'Yes, stop sending it',
    done: {
      state: 'Stopped',
      heading: 'We send it no more',
      body: ({ topic }) => `You do not get “${topic}” any more.`,
      bodyAll: 'You get critical incidents only from now on.',
    },
  },
  expired: {
    state: 'Too old',
    heading: 'The link is too old',
    body: 'Nothing was changed. We can send a new link to the address that is registered.',
    submit: 'Send a new link',
    sent: {
      state: 'Sent',
      heading: 'A new link is on its way',
      body: 'Look for a mail from Portvakt, in the spam too. The link is good for seven days.',
    },
  },
  gone: {
    state: 'Not registered',
    heading: 'You are no longer registered as a notification contact',
    body: 'The link belongs to somebody who left, was removed, or has another address now. There is nothing you need to do.',
    again: 'If you should get notices still, a colleague can add you in Slack with /contacts add.',
  },
  back: 'Back to what is registered',
}
