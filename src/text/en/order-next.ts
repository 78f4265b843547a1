import type { orderNext as nb } from '../nb/order-next.ts'

/** Words of what comes after access was given, and of what a try for a token came to. */
export const orderNext: typeof nb = {
  title: 'Next steps',
  of: {
    direct: 'You have access yourselves',
    fictional: 'Test with the fictional customer',
    'existing-test': 'Test together with the customer',
    'existing-production': 'Production for the customer',
  },
  never: 'Never write an identity number, not a fictional one either, or a private key in Slack.',
  step: ({ number, heading }) => `${number}. ${heading}`,
  delegate: {
    heading: {
      fictional: 'Delegate in Altinn’s test environment (TT02)',
      test: 'The customer delegates in Altinn’s test environment (TT02)',
      prod: 'The customer delegates in ordinary Altinn',
    },
    unitUnknown: 'the fictional company in the mail',
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
    cannotMake: {
      supplier:
        'Portvakt can’t create it: that needs an admin client of your organisation’s own here. Create it in Digdir’s self-service:',
      none: 'Portvakt can’t create it, since there is no admin client here. Create it in Digdir’s self-service:',
      unknown:
        'Portvakt does not know now whether it can create it for you. Try again soon, or create it in Digdir’s self-service:',
      prod: 'Create it in Digdir’s self-service:',
    },
    unlisted:
      'Portvakt has not fetched your clients yet. Open them with /client list test, and we find the one you have.',
    portal: ({ url, scope, delegated }) => [
      `Log in at ${url}, and choose a new integration (Ny integrasjon).`,
      'Choose Maskinporten, and that it is for yourselves.',
      delegated
        ? `Add ${scope}. It stands among the scopes that are open to all, since it is delegated.`
        : `Add ${scope}. It stands among the scopes that you were given access to.`,
      'Register your public key. It lasts for one year.',
    ],
    make: 'Create the test client',
    makeAnother: 'Create a new test client',
  },
  token: {
    heading: 'Fetch a token',
    body: 'First set KEY to the file with the private key (PEM), for example KEY=private.pem. Then run this in the same window. The key stays with you. The command prints one line with the signature taken off, so it is safe to paste here.',
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
    body: ({ url, docs }) =>
      `Send the token in the header Authorization: Bearer … to ${url}. The API is described at ${docs}.`,
    endpoints: 'Look-ups, the change log and code lists are open to all the scopes. The code lists need no token.',
    fullDownload: 'The scope brreg:reelle/offentlig can also look up identity numbers and download the whole register.',
  },
  testData: {
    heading: 'Use test data',
    body: 'The test register holds synthetic data only. Real companies are not there. Find test people and test companies in Tenor, of the Norwegian Tax Administration (Skatteetaten).',
    tenor: 'Tenor test data of Skatteetaten',
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
  toOther: { test: 'Show the test environment', prod: 'Show production' },
  back: 'To the order',
}
