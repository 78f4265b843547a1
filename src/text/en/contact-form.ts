import { formatsFor } from '../format.ts'
import type { form as nb } from '../nb/contact-form.ts'

const { date } = formatsFor('en')

/** Words of the form of a contact, its faults and warnings. */
export const form: typeof nb = {
  add: { title: 'New contact', submit: 'Add' },
  edit: { title: 'Edit contact', submit: 'Save' },
  intro: 'The contact is told when something happens, by mail and in Slack.',
  fields: {
    name: { label: 'Name', hint: 'A person, or the name of a shared mailbox.', placeholder: 'Kari Nordmann' },
    email: { label: 'E-mail', hint: 'We send a link there, so that whoever owns the address can verify it.' },
    phone: { label: 'Phone', hint: 'Foreign numbers begin with +.', placeholder: '40 00 00 00' },
    kind: {
      label: 'What kind of contact is it?',
      options: {
        technical: { label: 'Technical', description: 'Those who run or develop the service' },
        functional: { label: 'User-facing', description: 'Those who answer the users' },
        supplier: { label: 'Supplier', description: 'Somebody outside who runs it for you' },
        mailbox: { label: 'Shared mailbox', description: 'An address that several people read' },
      },
    },
    language: {
      label: 'Language',
      options: { nb: { label: 'Norwegian (bokmål)' }, en: { label: 'English' } },
    },
    applies_to: {
      label: 'Applies to',
      hint: 'The whole organisation, one environment, or just the clients that you choose.',
      placeholder: 'Choose',
    },
  },
  groups: { whole: 'All at once', test: 'Clients in the test environment', prod: 'Clients in production' },
  whole: { organisation: 'The whole organisation', test: 'All of the test environment', prod: 'All of production' },
  faults: {
    name: {
      empty: 'Write the name.',
      'too-short': 'The name must have at least two characters.',
      'too-long': 'The name is too long. Use at most 120 characters.',
      digits: 'A name has no digits. If it is a shared mailbox, choose that as the kind.',
      'line-break': 'Write the name on one line.',
      characters: 'The name has characters that don’t belong in a name.',
    },
    email: {
      empty: 'Write the e-mail address.',
      'not-one': 'Write one address, not several. Add one contact for each address.',
      form: 'This is no e-mail address. Write it like this: kari@etat.no',
      local: 'What comes before @ may only have the letters a to z, digits and ordinary characters.',
      domain: 'The domain after @ is not right. Write it like this: etat.no',
      'too-long': 'The address is too long.',
      'line-break': 'Write the address on one line.',
    },
    phone: {
      form: 'This is no phone number. Write eight digits, or + and the country code for foreign ones.',
      short: 'The number is too short. Short numbers can’t be called from everywhere, so write an ordinary one.',
      machine: 'The number is for machines (58 and 59), not for people.',
      'same-digits': 'All digits are the same. Write a real number, or leave the field empty.',
      'unknown-country': 'We don’t know the country code. Norwegian numbers have eight digits.',
      'line-break': 'Write the number on one line.',
    },
    kind: { kind: 'Choose what kind of contact it is.' },
    language: { language: 'Choose a language.' },
    applies_to: {
      scope: 'Choose what the contact applies to.',
      'scope-mixed': 'Choose either the whole organisation, one environment, or clients only. They don’t mix.',
      'scope-none': 'Choose what the contact applies to.',
      'client-unknown': 'One of the clients is no longer there. Choose again.',
    },
    other: 'This can’t be used. Write it again.',
  },
  duplicate: ({ id }) => `${id} has this address already. Edit it with /contacts edit ${id}.`,
  warnings: {
    'free-mail': 'The address is at an open mail service. One at the organisation follows the role, not the person.',
    'other-domain': 'The address has another domain than the organisation’s. That is right for a supplier.',
    'special-number': 'It is a special number (8xx), which not everybody can call.',
    switchboard: 'The number goes to a switchboard. A direct one is better when it is urgent.',
    'short-name': 'The name is very short. See that it is right.',
  },
  look: 'Look this over:',
  needed: {
    what: 'A client in production needs at least one contact who is told when something is wrong.',
    next: 'Add a contact here. What you have written about the client lies beneath and waits.',
    on: 'Close this window to be back at the client. All that you wrote is there. Send it once more.',
    saved: 'Client can be created',
  },
  left: {
    what: ({ at }) => `Whoever owns this address asked not to be a contact on ${date(at)}.`,
    next: 'Ask the person before you add the address again. If you have asked, press “Add all the same”.',
    submit: 'Add all the same',
  },
  meanwhile: {
    what: 'Somebody else saved the contact while you were writing. Nothing of yours is saved yet.',
    now: 'This is how it is now:',
    next: 'What you wrote stands below. Save once more if that is what is to count.',
  },
  unheard: 'If that is meant, save once more.',
  saved: {
    added: 'The contact is added',
    edited: 'The contact is saved',
    body: ({ name, id }) => `${name} is saved as ${id}.`,
    verifying: 'A mail with a link is on its way. Whoever owns the address can verify it from there for seven days.',
    mailOff:
      'Portvakt can’t send mail here, so the address is not verified, and you have to tell the person yourselves.',
    same: 'The address is the same as before, so no new verification is sent.',
    portal: 'Digdir’s own list is in the portal, and Portvakt can’t change it. Paste this there:',
    mirror: 'Done in the portal',
    mirrored: 'Put into the portal by',
    show: 'Show the contact',
    list: 'All contacts',
    open: 'Open the portal',
  },
}
