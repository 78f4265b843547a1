import { formatsFor } from '../format.ts'
import type { orderNext as nb } from '../nb/order-next.ts'

const { date } = formatsFor('en')

const altinn = { test: 'Altinn’s test environment (TT02)', prod: 'ordinary Altinn' }
const here = { test: 'in the test environment', prod: 'in production' }

/** Maskinporten's answers to the orderer's own client (brreg.md 6): what is wrong, and who must do what about it. */
const refusals: (typeof nb)['refusals'] = {
  'MP-250': ({ kind, environment }) => ({
    what: `The company that the token is for was not given the scope ${here[environment]}.`,
    who: {
      direct:
        'See that the scope is the one in the confirmation, and that it covers this environment. If so, ask the Brønnøysund Register Centre (opendata@brreg.no) whether they are done.',
      fictional:
        'See that the scope and the fictional company’s number are those in the mail. If so, ask the Brønnøysund Register Centre (opendata@brreg.no) whether they are done.',
      existing:
        'Ask the customer which scope it was given, and for which environment. The customer’s own access must be confirmed.',
    }[kind],
  }),
  'MP-251': ({ kind, environment }) => ({
    what: 'Access is not delegated to the organisation that owns the client.',
    who: {
      direct:
        'You read for yourselves, so nobody delegates. See that the client belongs to the organisation that was given access, and that consumer_org is not in the request.',
      fictional: `You have to delegate yourselves, as the fictional person, in ${altinn.test}. See that it is the right form, the right company, and TT02, not ordinary Altinn.`,
      existing: `The customer has to delegate to you in ${altinn[environment]}. See that it is the right form, and the right environment: the one does not count in the other.`,
    }[kind],
  }),
  'MP-200': () => ({
    what: 'The scope is not on the client.',
    who: 'You, who own the client, have to add the scope to it. Then wait a minute, and try again.',
  }),
  'MP-100': ({ environment }) => ({
    what: `Maskinporten does not know the client ${here[environment]}.`,
    who: 'See that the client id is right, and that the client was made in the same environment. A test client does not work in production, nor the other way round.',
  }),
  'MP-110': () => ({
    what: 'The request was made for another Maskinporten (aud).',
    who: 'See that aud is the address of Maskinporten in the same environment, with a slash at the end. The command in “Next steps” does it right.',
  }),
  'MP-120': () => ({
    what: 'The certificate is invalid, or belongs to another environment.',
    who: 'You have to use a business certificate for the same environment, or a key that is registered on the client.',
  }),
  'MP-122': () => ({
    what: 'The certificate belongs to another organisation than the client’s.',
    who: 'You have to use the organisation’s own certificate, or a key that is registered on the client.',
  }),
  'MP-124': () => ({
    what: 'The signature is not right.',
    who: 'See that it is the private key of the registered one, and that kid is the same on the client and in the request.',
  }),
  'MP-012': () => ({
    what: 'The same request was used before.',
    who: 'Run the command again. It makes a new one each time (jti).',
  }),
  'MP-130': () => ({
    what: 'The request was too old, or your clock is wrong.',
    who: 'Set the machine’s clock, and run the command again.',
  }),
}

const uncoded: (typeof nb)['uncoded'] = {
  what: 'Maskinporten said no, without a code.',
  who: 'See that consumer_org is the company that delegated, not your own number, and that there are no other fields than those of the example. If that does not help, ask servicedesk@digdir.no, and give client id, environment and what Maskinporten wrote.',
}

/** Words of what comes after access was given, and of what a try for a token came to. */
export const orderNext: typeof nb = {
  title: 'Next steps',
  of: {
    direct: 'You have access yourselves',
    fictional: 'Test with the fictional customer',
    existing: { test: 'Test together with the customer', prod: 'Production for the customer' },
  },
  notYet: 'Access is not given yet. This is what comes afterwards.',
  step: ({ number, heading }) => `${number}. ${heading}`,
  delegate: {
    heading: {
      test: 'Delegate in Altinn’s test environment (TT02)',
      prod: 'The customer delegates in ordinary Altinn',
    },
    fictional: ({ unit, supplier, supplierNumber, url }) => [
      `Go to ${url}, and log in as the fictional person. The identity number stands in the mail from the Brønnøysund Register Centre. Never write it in Slack.`,
      `Choose to represent ${unit}. If it is not there, log out and in again.`,
      'Go to API delegation (API-delegering), and search for this form:',
      `Add ${supplier}, organisation number ${supplierNumber}, and confirm.`,
    ],
    existing: {
      test: ({ unit, supplier, supplierNumber, url }) => [
        `The customer goes to ${url}, and logs in as the fictional person. The identity number stands in the mail from the Brønnøysund Register Centre. Never write it in Slack.`,
        `The customer chooses to represent ${unit}. If it is not there, logging out and in again helps.`,
        'The customer goes to API delegation (API-delegering), and searches for this form:',
        `The customer adds ${supplier}, organisation number ${supplierNumber}, and confirms.`,
      ],
      prod: ({ unit, supplier, supplierNumber, url }) => [
        `The customer itself must have production confirmed. It then goes to ${url}, and logs in as itself, with a role that can delegate (managing director, for example).`,
        `The customer chooses to represent ${unit}.`,
        'The customer goes to API delegation (API-delegering), and searches for this form:',
        `The customer adds ${supplier}, organisation number ${supplierNumber}, and confirms. The Brønnøysund Register Centre needs no new order.`,
      ],
    },
    formUnknown:
      'The form must match the scope, and the scope is not written down yet. Ask the customer, or look in the mail.',
    apart: 'What is delegated in TT02 does not count in ordinary Altinn, nor the other way round.',
    message: 'Message to the customer',
  },
  scope: {
    heading: 'Ask the customer which scope it has',
    body: 'It goes on the client and into the request, and the Brønnøysund Register Centre does not always tell the supplier.',
  },
  client: {
    heading: {
      test: 'Create a Maskinporten client in the test environment',
      prod: 'Create a Maskinporten client in production',
    },
    body: ({ scope }) =>
      `The client is to belong to yourselves, not “on behalf of” a customer, and have the scope ${scope}.`,
    have: 'You already have clients with the scope. Choose the one to use:',
    haveOne: ({ name }) => `You already have a client with the scope: ${name}.`,
    choose: 'Choose a client',
    canMake: 'Portvakt can create it for you, with your own admin client.',
    cannotMake: ({ reason }) =>
      ({
        bot: 'Portvakt can’t create it: that needs an admin client of your organisation’s own here. Create it in Digdir’s self-service:',
        none: 'Portvakt can’t create it, since there is no admin client here. Create it in Digdir’s self-service:',
        prod: 'Create it in Digdir’s self-service, or with /client new maskinporten prod:',
      })[reason],
    portal: ({ url, scope, delegated }) => [
      `Log in at ${url}, and choose a new integration (Ny integrasjon).`,
      'Choose Maskinporten, and that it is for yourselves.',
      delegated
        ? `Add ${scope}. It stands among the scopes that are open to all, since it is delegated.`
        : `Add ${scope}. It stands among the scopes that you were given access to.`,
      'Register your public key. It lasts for one year.',
    ],
    make: 'Create the test client',
    open: 'Open the self-service',
  },
  token: {
    heading: 'Fetch a token',
    body: 'Run this where the private key is, with KEY set to its file (PEM). It prints one line. The signature is taken off, so the line is safe to paste here.',
    noClient: 'The command comes when you have a client. Create that first.',
    noKid: 'Replace KID with the kid of your key, as it stands on the client.',
    claims: 'If you have a program of your own, this is the content of the request:',
    consumer: {
      none: 'consumer_org must not be there: you read for yourselves.',
      fictional: ({ number }) => `consumer_org is the fictional company (${number}), not you.`,
      customer: ({ number }) => `consumer_org is the customer (${number}), not you.`,
    },
  },
  paste: {
    heading: 'Paste the result',
    body: 'Portvakt then sees whether it works, and explains what is wrong if it does not.',
    button: 'Paste the result',
  },
  call: {
    heading: 'Call the service',
    body: ({ url }) =>
      `Send the token in the header Authorization: Bearer … to ${url}. The API is described at ${url}/api/oppslag.`,
    endpoints: 'Look-ups, the change log and code lists are open to all the scopes. The code lists need no token.',
    fullDownload: 'The scope brreg:reelle/offentlig can also look up identity numbers and download the whole register.',
  },
  testData: {
    heading: 'Use test data',
    body: 'The test register holds synthetic data only. Real companies are not there. Find test people and test companies in Tenor, of the Norwegian Tax Administration (Skatteetaten).',
    link: 'Test data in the Register of Beneficial Owners',
  },
  support: {
    heading: 'Who helps',
    lines: [
      { what: 'Token and client (give client id, environment and what happened):', address: 'servicedesk@digdir.no' },
      { what: 'Delegation in Altinn:', address: 'servicedesk@altinn.no' },
      { what: 'The order and what the register holds:', address: 'opendata@brreg.no' },
    ],
    status: 'Operational notices: brreg.no/driftsmeldinger',
  },
  testOnly: 'The fictional company never leads to production. That needs a real customer who delegates.',
  toProduction: 'Production for the customer',
  toTest: 'Test with the customer',
  toOther: { test: 'Show the test environment', prod: 'Show production' },
  made: 'Show the client',
  back: 'To the order',
  outcome: {
    title: 'Paste the result',
    submit: 'See what it is',
    intro:
      'Paste the line that the command printed, or Maskinporten’s error. If you paste a whole token, Portvakt throws its signature away at once. Nothing of what you paste is kept.',
    fields: { pasted: { label: 'The result', placeholder: '{"error":"invalid_grant", …}' } },
    empty: 'Paste what the command printed.',
    unreadable: {
      what: 'Portvakt can’t read this.',
      who: 'Paste the whole line of the command, the whole JSON answer of Maskinporten, or the whole token.',
    },
    mismatch: {
      issuer: {
        what: 'The token is not from Maskinporten in this environment.',
        who: 'Fetch a new one with the command in “Next steps”, in the environment of the order.',
      },
      scope: {
        what: 'The token is for another scope than the order.',
        who: 'Set the scope in the request to the one on the card, and fetch a new one.',
      },
      consumer: {
        what: 'The token is for another company than the order.',
        who: 'Set consumer_org to the company that delegated, and fetch a new one.',
      },
      client: {
        what: 'The token was fetched with another client than the one that is chosen.',
        who: 'Use the chosen client, or choose another in “Next steps”.',
      },
      supplier: {
        what: 'The token was fetched by another supplier than you.',
        who: 'Use a client of the organisation that ordered.',
      },
      expired: {
        what: 'The token has expired.',
        who: 'Fetch a new one, and paste it at once.',
      },
      other: {
        what: 'The token does not fit this order.',
        who: 'Fetch a new one with the command in “Next steps”, and paste the whole line.',
      },
    },
    refused: 'Maskinporten said no',
    said: 'Maskinporten wrote:',
    next: 'What now:',
    again: 'Try again, and paste the new result here.',
  },
  refusals,
  uncoded,
  day: (at) => date(at),
}
