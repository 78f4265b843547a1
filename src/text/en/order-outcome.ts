import type { orderOutcome as nb } from '../nb/order-outcome.ts'

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
  'MP-121': () => ({
    what: 'The key on the client has expired.',
    who: 'You have to register a new key on the client. A key lasts for one year.',
  }),
  'MP-123': () => ({
    what: 'The certificate chain was sent in the wrong form (x5c).',
    who: 'See how the certificate stands in the request, or use a key that is registered on the client.',
  }),
  'MP-011': () => ({
    what: 'Maskinporten did not understand the request.',
    who: 'Compare it with the example in “Next steps”: fields other than those are refused.',
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

const other: (typeof nb)['other'] = ({ code }) => ({
  what: `Maskinporten said no (${code}).`,
  who: 'Look the code up in Digdir’s documentation of Maskinporten, or ask servicedesk@digdir.no, and give client id, environment and what Maskinporten wrote.',
})

/** Words of what a try for a token came to. */
export const orderOutcome: typeof nb = {
  title: 'Paste the result',
  submit: 'See what it is',
  intro:
    'Paste the line that the command printed, or Maskinporten’s error. If you paste a whole token, Portvakt throws its signature away at once. Nothing of what you paste is kept.',
  fields: { pasted: { label: 'The result', placeholder: '{"error":"invalid_grant", …}' } },
  expected: ({ expected, found }) => `Expected: ${expected}. Found: ${found}.`,
  nothing: 'nothing',
  unreadable: {
    empty: 'Paste the line that the command printed.',
    'private-key':
      'STOP: this is a PRIVATE key! It is not saved, but it has been in Slack. Make a new one, and register that on the client. Then paste the line that the command printed.',
    form: 'Portvakt can’t read this. Paste the whole line of the command, the whole JSON answer of Maskinporten, or the whole token.',
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
    old: {
      what: 'The token is too old to be of this try.',
      who: 'Fetch a new one, and paste it at once.',
    },
    future: {
      what: 'The token was issued in the future, by the clock here.',
      who: 'Fetch a new one. If it happens again, one of the clocks is wrong.',
    },
  },
  refused: 'Maskinporten said no',
  said: 'Maskinporten wrote:',
  trace: 'Maskinporten’s reference:',
  next: 'What now:',
  again: 'Try again, and paste the new result here.',
  refusals,
  uncoded,
  other,
}
