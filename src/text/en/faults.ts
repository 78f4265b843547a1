import { cut, formatsFor } from '../format.ts'
import type { FaultFacts, FaultWords } from '../wording.ts'

const { number } = formatsFor('en')

const at = ({ line }: FaultFacts): string => (line === undefined ? '' : `Line ${line}: `)
const max = ({ limit }: FaultFacts, standard: number): string => number(limit ?? standard)
const scope = ({ value }: FaultFacts): string => (value === undefined ? 'The scope' : `“${cut(value, 50)}”`)

export const faults: FaultWords = {
  required: () => 'This must be filled in.',
  'too-long': (facts) => `${at(facts)}Too long. Shorten it to at most ${max(facts, 2000)} characters.`,
  'too-many': (facts) => `Too many. Keep at most ${max(facts, 100)}.`,
  'control-character': () => 'There are invisible characters here. Type the text by hand instead of pasting it.',
  'type-not-offered': () => 'This type cannot be created from Slack. Choose ID-porten or Maskinporten.',
  'application-not-for-type': () => 'Does not go with the client type. Choose “On a server”.',
  'auth-not-for-application': () =>
    'Does not go with where the client runs. Choose key or secret on a server, and “Nothing” in a browser or app.',
  'uri-malformed': (facts) =>
    `${at(facts)}Not a valid address. Write it in full, such as https://service.agency.no/callback.`,
  'uri-character': (facts) =>
    `${at(facts)}The address has characters that do not work. Use a–z, digits and plain URL characters only.`,
  'uri-wildcard': (facts) => `${at(facts)}Asterisks (*) do not work. Write every address in full, one a line.`,
  'uri-scheme': (facts) => `${at(facts)}This kind of address does not work here. Write one that begins with https://.`,
  'uri-credentials': (facts) =>
    `${at(facts)}The address may not hold a user name or password. Remove what stands before @.`,
  'uri-fragment': (facts) => `${at(facts)}The address may not hold #. Remove # and what follows.`,
  'uri-https-needed': (facts) => `${at(facts)}In production the address must begin with https://.`,
  'uri-localhost-https': (facts) => `${at(facts)}A localhost address must begin with http://, not https://.`,
  'uri-localhost-in-prod': (facts) =>
    `${at(facts)}localhost does not work in production. Write the address where the service lives.`,
  'uri-duplicate': (facts) => `${at(facts)}The address is there already. Remove one of them.`,
  'logout-other-domain': () => 'The address must be on the same domain as one of the redirect URIs.',
  'scope-none': () => 'Choose at least one scope.',
  'scope-openid-missing': () => 'A login client must have the scope openid. Add it.',
  'scope-malformed': (facts) => `${scope(facts)} is not a valid scope. Choose one from the list.`,
  'scope-not-for-type': (facts) => `${scope(facts)} cannot be used by this type of client. Remove it.`,
  'scope-not-offered': (facts) =>
    `You have no access to ${scope(facts)}. Remove it, or ask the API’s owner for access.`,
  'number-malformed': () => 'Write a whole number of seconds, such as 3600.',
  'number-too-small': (facts) => `Too little. Write at least ${max(facts, 1)}.`,
  'number-too-large': (facts) => `Too much. Write at most ${max(facts, 86_400)}.`,
  'refresh-below-access': (facts) =>
    `Must last at least as long as the access token: ${max(facts, 0)} seconds or more.`,
  'authorization-below-refresh': (facts) =>
    `The session must last at least as long as the tokens: ${max(facts, 0)} seconds or more.`,
  'pkce-needed': () => 'PKCE is required for this client. Choose S256.',
  'choice-unknown': () => 'There is no such choice. Choose another from the list.',
  'key-not-for-method': () =>
    'The client uses no key the way it is set up. Empty the field, or choose private_key_jwt.',
  'key-private': () =>
    'STOP: a PRIVATE key! It was not stored or sent. If others saw it, it has leaked. Paste the answer to: openssl rsa -in private.pem -pubout',
  'key-garbage': () =>
    'This is not a public key that we can read. Paste the whole JWK or PEM file, with all its lines.',
  'key-not-rsa': () => 'Only RSA keys work. Make a new one: openssl genrsa -out private.pem 2048',
  'key-too-short': () => 'The key is too short. Make one of at least 2048 bits: openssl genrsa -out private.pem 2048',
  'key-bad-kid': () =>
    'The key’s kid may only hold a–z, A–Z, digits, dots, hyphens and underscores. Correct it, or remove it.',
  'key-bad-alg': () =>
    'The key must be for signing (use: sig) with RS256, RS384 or RS512. Correct alg and use, or remove them.',
  'key-certificate': () =>
    'This is a certificate. Paste the key inside it, which you get with: openssl x509 -in certificate.pem -pubkey -noout',
  'key-several': () => 'There are several keys here. Paste one; you can add more afterwards.',
}
