import type { credential as nb } from '../nb/pages-credential.ts'

export const credential: typeof nb = {
  login:
    'Nothing has been done yet. Once you have logged in you write the client id and the key. Portvakt tries them at Maskinporten before anything is saved.',
  heading: 'Give the organisation its own admin client',
  state: 'Write',
  step: 'Step 2 of 2: write the admin client',
  intro:
    'You are logged in. Write the admin client that Digdir gave the organisation. We try it at Maskinporten at once, and save it only if it works.',
  now: 'How it is now',
  none: 'none of its own',
  own: ({ clientId, kid }) => `${clientId}, with the key ${kid}`,
  replaces: 'The one you write takes the place of one that is there already in the same environment.',
  environment: 'Environment',
  clientId: 'Client id',
  clientIdHint: 'As it stands in Digdir’s self-service.',
  kid: 'The key’s id (kid)',
  kidHint: 'Only needed when the key does not say it itself, as with a PEM key.',
  key: 'Private key',
  keyHint:
    'JWK or PEM. The key must be registered on the client. Never use the key of an enterprise certificate. It is stored encrypted and never shown again.',
  submit: 'Try and save',
  wrong: 'Nothing was saved. This must be corrected:',
  keyAgain: 'Paste the key once more. It is never sent back to the page.',
  unavailable: 'Maskinporten does not answer now, so we could not try the key. Try again in a little while.',
  faults: {
    environment: 'Choose the environment that the admin client belongs to.',
    clientId: {
      missing: 'Write the client id.',
      form: 'This is not a client id. Copy it from Digdir’s self-service.',
      refused: ({ code }) =>
        `Maskinporten did not accept it${code}. Check that client id and environment are right, and that the key is registered on the client. A new key can take up to 2 minutes before it works.`,
      organisation: ({ number }) =>
        `This client belongs to ${number}, not to your organisation. Use one that Digdir made for the organisation.`,
      scope: ({ scopes }) => `The client lacks ${scopes}. It is Digdir that grants it. Ask them to, and try again.`,
    },
    kid: {
      'no-kid': 'The key does not say which id it is registered under. Write it here.',
      'bad-kid': 'A kid has letters, digits, dots, hyphens and underscores, at most 255 characters.',
      'other-kid': 'The key itself says another kid. Correct one of them.',
    },
    key: {
      missing: 'Paste the private key.',
      garbage: 'This is not a private key that can be read, neither as a JWK nor as PEM.',
      'public-only': 'This is the public key. The private one is needed.',
      several: 'There are several keys here. Paste only the one, as a JWK of its own.',
      encrypted: 'The key is protected by a password. Paste it without one.',
      certificate:
        'There is a certificate here. The key of an enterprise certificate must never be given away. Register a key of its own on the client.',
      'not-rsa': 'The key is not an RSA key.',
      'too-short': 'The key is shorter than 2048 bits.',
      'too-long': 'The key is longer than 8192 bits. Use a shorter one.',
      'bad-alg': 'The key’s alg must be RS256, RS384 or RS512.',
    },
  },
  done: {
    given: ({ where }) => `The organisation has its own admin client ${where}`,
    works: 'Maskinporten gives the client tokens. From now on Portvakt uses it for the organisation.',
    owner: 'Owner',
    scopes: 'Scopes',
    replaced: 'Took the place of',
    taken: ({ where }) => `The organisation’s own admin client has been taken away ${where}`,
    left: 'The key is still registered on the client at Digdir. Remove it there if nobody else uses it.',
  },
  take: {
    heading: ({ where }) => `Take away own admin client ${where}`,
    client: 'Admin client',
    key: 'Key',
    warning:
      'Afterwards Portvakt uses its own admin client for the organisation, where it may. Where it may not, nobody can change anything here before the organisation gets a new one.',
  },
}
