import { formatsFor } from '../format.ts'
import type { orderRecord as nb } from '../nb/order-record.ts'

const { list, date } = formatsFor('en')

const scope = {
  offentlig: { label: 'Public authority', description: 'brreg:reelle/offentlig' },
  rapporteringspliktig: { label: 'Reporting duty', description: 'brreg:reelle/rapporteringspliktig' },
  'rapporteringspliktig.begrenset': {
    label: 'Reporting duty, limited',
    description: 'brreg:reelle/rapporteringspliktig.begrenset',
  },
  media: { label: 'Media', description: 'brreg:reelle/media' },
  sivilsamfunnsorganisasjon: {
    label: 'Civil-society organisation',
    description: 'brreg:reelle/sivilsamfunnsorganisasjon',
  },
  hoeyereutdanningsinstitusjon: {
    label: 'Higher-education institution',
    description: 'brreg:reelle/hoeyereutdanningsinstitusjon',
  },
}
const environments = { test: { label: 'Test' }, prod: { label: 'Production' } }

const never =
  'Never write a national identity number or D-number here, not the fictional person’s either. It belongs in the mail only.'

/** Words of what is written down about an order: brreg's answers, the way out, another to answer for it. */
export const orderRecord: typeof nb = {
  never,
  about: ({ id, companies }) => `${id}: ${list(companies)}`,
  save: 'Save',
  askMore: {
    title: 'They want to know more',
    intro: 'Write what the Brønnøysund Register Centre asks. Then it is your turn, and you can answer from here.',
    fields: { note: { label: 'What do they ask?', hint: never } },
  },
  answer: {
    title: 'Answer them',
    submit: 'Send the answer',
    intro: ({ to }) => `The text is sent to ${to} in the same mail thread, word for word, with a copy to you.`,
    asked: 'They asked:',
    fields: { text: { label: 'The answer, in Norwegian', hint: never } },
  },
  refuse: {
    title: 'They refused',
    intro: 'The order is over then. Write the reason, so that your colleagues need not wonder.',
    fields: { note: { label: 'The reason they gave', hint: never } },
  },
  confirm: {
    title: 'They gave access',
    intro:
      'The answer from the Brønnøysund Register Centre says which scope you were given. Test and production may be confirmed one by one: tick only what is confirmed.',
    so_far: ({ environments: granted }) => `Confirmed already: ${list(granted)}.`,
    fields: {
      scope: { label: 'Scope', placeholder: 'Choose the one in the mail', options: scope },
      environments: { label: 'Confirmed for', options: environments },
      note: { label: 'Remark', hint: never },
    },
  },
  deliver: {
    title: 'The answer has come',
    intro: {
      fictional:
        'Write down the fictional company that the Brønnøysund Register Centre has made, and which scope it has. Both stand in the mail.',
      existing:
        'The Brønnøysund Register Centre has got the test environment ready. Write down the customer’s scope if you know it. Otherwise you ask the customer.',
    },
    fields: {
      unit_number: {
        label: 'The fictional company’s organisation number',
        hint: 'Nine digits, not the person’s identity number of eleven.',
      },
      unit_name: { label: 'The fictional company’s name' },
      scope: { label: 'Scope', placeholder: 'Choose the one in the mail', options: scope },
      note: { label: 'Remark', hint: never },
    },
  },
  correct: {
    title: 'Correct the details',
    intro: 'Put right what was written down wrongly, or add what was missing.',
  },
  customerSaid: {
    title: 'The customer has access',
    intro: ({ customer }) =>
      `Write down what ${customer} has said about its own, direct access. It is saved that you wrote it.`,
    better: 'If the customer uses Portvakt, sending a code is safer. The customer then answers by itself.',
    fields: {
      confirmed_on: { label: 'The day the Brønnøysund Register Centre confirmed the access' },
      scope: { label: 'Scope', placeholder: 'Choose it if you know', options: scope },
      environments: { label: 'Confirmed for', options: environments },
      note: { label: 'Remark', hint: never },
    },
  },
  withdraw: {
    title: 'Withdraw the order',
    submit: 'Withdraw the order',
    intro: ({ to }) =>
      `The Brønnøysund Register Centre gets a mail in the same thread that the order is withdrawn (${to}), with a copy to you. The order is over then.`,
    mail: 'The mail they get:',
    unsent: 'The order’s mail never arrived, so nobody gets anything. The order is over then.',
  },
  transfer: {
    title: 'Give to a colleague',
    submit: 'Pass on',
    intro:
      'The colleague answers for the order after this, and gets the reminders and copies of the mails. It must be somebody of the same organisation, with a confirmed mail address.',
    fields: {
      user: { label: 'Colleague' },
      tell_brreg: {
        label: 'Note',
        options: { yes: { label: 'Tell the Brønnøysund Register Centre by mail of the new contact' } },
      },
    },
    faults: {
      same: 'The person has the order already. Choose somebody else.',
      'not-a-member': 'The person does not belong to the same organisation and can’t take over. Choose somebody else.',
      'no-address':
        'The person has no confirmed mail address, so the Brønnøysund Register Centre can’t answer them. Ask the person to type /portvakt whoami first.',
    },
  },
  production: {
    title: 'Production',
    intro:
      'Production is not ordered. The customer delegates in ordinary Altinn, and you fetch a token in production. Write down how far you have come.',
    fields: {
      production: {
        label: 'What has happened?',
        options: {
          delegated: {
            label: 'The customer has delegated',
            description: 'In ordinary Altinn, to your organisation number',
          },
          'in-use': { label: 'A token was issued', description: 'By Maskinporten in production' },
          revoked: { label: 'The delegation is gone', description: 'Tokens stop working' },
        },
      },
      note: { label: 'Remark', hint: never },
    },
  },
  faults: {
    required: 'The field must be filled in.',
    'number-form':
      'This is no organisation number: it has nine digits, and the last must agree with the others. Look it up in the mail.',
    'company-length': 'Write the name as it stands in the mail, with 1 to 180 characters.',
    'company-characters': 'The name has characters that don’t work. Write it as it stands in the mail, on one line.',
    'too-long': 'The text is too long. Use at most 2000 characters.',
    'national-number':
      'This looks like a national identity number or a D-number. Nothing is saved. Take it out: it belongs in the mail only.',
    date: 'Choose the day the access was confirmed.',
    future: 'The day can’t be in the future.',
  },
  required: {
    scope: 'Choose the scope in the answer.',
    environments: 'Tick at least one environment.',
    confirmed_on: 'Choose the day the access was confirmed.',
    note: 'Write what they answered.',
    text: 'Write what you want to answer.',
    production: 'Choose what has happened.',
    user: 'Choose a colleague.',
  },
  day: (day) => date(day),
}
