import { formatsFor } from '../format.ts'
import type { orderCustomer as nb } from '../nb/order-customer.ts'

const { date, list } = formatsFor('en')

const form = (name: string | null) =>
  name === null ? 'the form of Register over reelle rettighetshavere that matches your scope' : `“${name}”`

/** Words between a supplier and its customer: the message to forward, the code, the customer's yes. */
export const orderCustomer: typeof nb = {
  message: {
    title: 'Message to the customer',
    intro: {
      order:
        'Send this to the customer, by mail for example. The customer needs it to order access of its own, and to say when that is confirmed.',
      'delegate-test': 'Send this to the customer when the test environment is ready, by mail for example.',
      'delegate-prod': 'Send this to the customer when you want to begin in production, by mail for example.',
    },
    languages: { nb: 'In Norwegian', en: 'In English' },
    code: ({ code }) => `The code ${code} can be used once, and only by somebody of the customer.`,
    until: ({ at }) => `It works until ${date(at)}.`,
    once: 'It is shown this once only.',
    noCode:
      'The message has no code yet. Make one if the customer uses Portvakt. The customer then answers by itself, and you know at once.',
    makeCode: 'Make a code',
    tooMany: 'Many codes were made today. Use one of them, or make a new one tomorrow.',
    personal:
      'Never send the fictional person’s identity number in Slack or by open mail. Give it to the customer by phone.',
    order: ({ supplier, customer, code, until }) =>
      [
        `Dear ${customer},`,
        '',
        `${supplier} is going to build an integration with the Register of Beneficial Owners (Register over reelle rettighetshavere) for you. Before we can test together, ${customer} itself must have been given direct access by the Brønnøysund Register Centre.`,
        '',
        'This is what you do:',
        '1. Order direct access for yourselves, in test and production. If you use Portvakt in Slack, type /test-access new direct. Otherwise write to opendata@brreg.no, in Norwegian, and give: the organisation’s number and name; the name, e-mail address and phone number of the test contact and of the production contact; and which legal basis for extended access you come under.',
        '2. Wait for the confirmation. It says which scope you were given.',
        ...(code === null
          ? [
              '3. Answer this message with the day you got the confirmation, which scope you were given, and whether it is for test, production or both.',
            ]
          : [
              `3. If you use Portvakt: type /test-access in Slack, press “I have a code” and write ${code}. ${supplier} then gets to know whether the access is confirmed, and which scope you have, and nothing else.${until === null ? '' : ` The code works until ${date(until)}.`}`,
              '   If you don’t use Portvakt: answer this message with the day you got the confirmation, which scope you were given, and whether it is for test, production or both.',
            ]),
        '',
        `When we test, the Brønnøysund Register Centre reads real information (production data) about ${customer} and ${supplier} into the test environment TT02. Tell us if you don’t want that.`,
      ].join('\n'),
    delegateTest: ({ supplier, customer, supplierNumber, form: name }) =>
      [
        `Dear ${customer},`,
        '',
        'The Brønnøysund Register Centre has got the test ready. Now you have to delegate the access to us in Altinn’s test environment (TT02):',
        '',
        '1. Go to https://tt02.altinn.no and log in as the fictional person that the Brønnøysund Register Centre has made for you. You get the identity number from us by phone, or in the mail from the Brønnøysund Register Centre.',
        `2. Choose to represent ${customer}.`,
        `3. Go to API delegation (API-delegering), and search for ${form(name)}.`,
        `4. Add ${supplier}, organisation number ${supplierNumber}, and confirm.`,
        '5. Tell us when it is done, and which scope you have (it begins with brreg:reelle/).',
        '',
        'A delegation in ordinary Altinn does not work in the test environment.',
      ].join('\n'),
    delegateProd: ({ supplier, customer, supplierNumber, form: name }) =>
      [
        `Dear ${customer},`,
        '',
        'The test is done. Before we can read for you in production, you have to delegate the access to us in Altinn:',
        '',
        '1. The Brønnøysund Register Centre must have confirmed your direct access to production.',
        '2. Go to https://www.altinn.no and log in as yourselves, with a role that can pass on APIs (managing director, for example).',
        `3. Choose to represent ${customer}.`,
        `4. Go to API delegation (API-delegering), and search for ${form(name)}.`,
        `5. Add ${supplier}, organisation number ${supplierNumber}, and confirm.`,
        '6. Tell us when it is done, and which scope you have in production (it begins with brreg:reelle/).',
        '',
        'The Brønnøysund Register Centre needs no new order.',
      ].join('\n'),
    newCode: 'Make a new code',
    wait: 'Let the order wait',
    back: 'To the order',
  },
  code: {
    title: 'I have a code',
    submit: 'Continue',
    intro:
      'A system supplier has given you a code. With it you see who asks, and what they want to know, before you answer.',
    fields: {
      code: {
        label: 'Code',
        placeholder: 'K7QM-3XW9',
        hint: 'Eight characters. Capital or small letters are the same.',
      },
    },
    malformed: 'A code has eight letters and digits, such as K7QM-3XW9. See whether something is missing.',
  },
  consent: {
    title: 'Let the supplier see',
    submit: 'Yes, let them see it',
    who: ({ supplier, number }) => `${supplier} (${number}) asks.`,
    customer: ({ customer }) => `They want to test on behalf of ${customer}.`,
    sees: 'If you say yes, they get to know this, and nothing else:',
    seen: [
      'whether the Brønnøysund Register Centre has confirmed your direct access: yes or no',
      'when it was confirmed, and whether for test, production or both',
      'which scope you were given',
    ],
    unseen: 'They don’t see your order, who wrote it, or anything else about you.',
    readIn: ({ customer, supplier }) =>
      `When they order test, real information (production data) about ${customer} and ${supplier} is read into the test environment TT02.`,
    known: ({ scope, environments, on }) =>
      `This is how it is now: confirmed ${date(on)}, ${scope}, for ${list(environments)}.`,
    pending: ({ id }) => `Your order (${id}) is not confirmed yet. They are told when it is.`,
    none: 'Portvakt knows of no direct access of yours. If it is confirmed, you can write the answer here. Otherwise leave the fields empty, and they are told when the access comes.',
    fields: {
      confirmed_on: { label: 'The day the Brønnøysund Register Centre confirmed the access' },
      scope: { label: 'Scope', placeholder: 'It stands in the confirmation' },
      environments: { label: 'Confirmed for' },
    },
    together: 'Fill in day, scope and environment, or leave all three empty.',
    regret: 'You can take it back at any time: /test-access, “Who sees our answer”.',
  },
  consented: {
    title: 'Thank you',
    told: ({ supplier }) => `${supplier} has been told that the access is confirmed.`,
    waits: ({ supplier }) => `${supplier} is told when your access is confirmed.`,
    order: 'If you have not ordered direct access yet, you can do it now.',
    new: 'Order direct access',
    consents: 'Who sees our answer',
  },
  consents: {
    title: 'Who sees our answer',
    intro: 'These suppliers get to know whether your direct access is confirmed, and which scope you have.',
    none: 'No supplier gets to know anything about your access.',
    given: ({ at }) => `Said yes to on ${date(at)} by`,
    withdraw: 'Take back',
    withdrawSure: {
      title: 'Take it back?',
      text: 'The supplier gets to know nothing more, and is told that you took it back. A delegation in Altinn you have to remove there.',
      yes: 'Yes, take it back',
      no: 'Cancel',
    },
    withdrawn: ({ supplier }) => `${supplier} gets to know nothing more about your access.`,
    code: 'I have a code',
  },
}
