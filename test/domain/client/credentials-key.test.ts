import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { readCredentialKey } from '../../../src/domain/client/credentials-key.ts'
import { ecKey, rsaKey } from '../../helpers/keys.ts'

const key = rsaKey()
const { kid, privateJwk, privatePem, publicJwk, publicPem } = key
const without = (...names: string[]) =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(privateJwk)).filter(([name]) => !names.includes(name))))
const also = (more: object) => JSON.stringify({ ...JSON.parse(privateJwk), ...more })
const pair = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits }).privateKey
const encrypted = pair(2048)
  .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'hush' })
  .toString()
const pkcs1 = pair(2048).export({ format: 'pem', type: 'pkcs1' }).toString()
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

it.each([
  ['a JWK', privateJwk, { kid, alg: 'RS256', d: key.secretPart }],
  ['a JWK with its own alg', also({ alg: 'RS512' }), { kid, alg: 'RS512' }],
  ['a JWK behind a byte order mark, with space around', `\uFEFF\n ${privateJwk}\n`, { kid }],
  ['PEM with its kid above', `kid: ${kid}\n${privatePem}`, { kid, alg: 'RS256', d: key.secretPart }],
  ['PKCS#1 with its kid above', `# key of the client\r\nkid: k-1\r\n${pkcs1}`, { kid: 'k-1' }],
])('takes %s', (_what, text, members) => {
  const read = readCredentialKey(text)
  expect(read).toMatchObject({ ok: true, key: { kty: 'RSA', ...members } })
})

it.each([
  ['nothing', '', 'garbage'],
  ['a text', 'hemmelig', 'garbage'],
  ['half a JWK', privateJwk.slice(0, -20), 'garbage'],
  ['a JWK whose parts do not fit', also({ n: 'AQAB' }), 'too-short'],
  ['a JWK without its primes', without('p', 'q', 'dp', 'dq', 'qi'), 'garbage'],
  ['a damaged PEM', `kid: a\n${privatePem.replace(/\n[^\n]{20}/, '\n')}`, 'garbage'],
  ['a public JWK', publicJwk, 'public-only'],
  ['a public PEM', publicPem, 'public-only'],
  ['a set', `{"keys":[${privateJwk}]}`, 'several'],
  ['a list', `[${privateJwk}]`, 'several'],
  ['two PEM keys', privatePem + privatePem, 'several'],
  ['PEM behind a password', encrypted, 'encrypted'],
  ['a certificate beside the key', `kid: a\n${privatePem}${certificate}`, 'certificate'],
  ['a certificate alone', certificate, 'certificate'],
  ['a JWK with x5c', also({ x5c: ['MIIB'] }), 'certificate'],
  ['an elliptic curve as JWK', ecKey().publicJwk, 'not-rsa'],
  ['an elliptic curve as PEM', `kid: a\n${ec.export({ format: 'pem', type: 'pkcs8' })}`, 'not-rsa'],
  ['a short key', `kid: a\n${pair(1024).export({ format: 'pem', type: 'pkcs8' })}`, 'too-short'],
  ['a key that takes seconds to sign with', also({ n: Buffer.alloc(1025, 0xff).toString('base64url') }), 'too-long'],
  ['an alg of another kind', also({ alg: 'PS256' }), 'bad-alg'],
  ['a JWK without a kid', without('kid'), 'no-kid'],
  ['a kid that is no word', also({ kid: 'a b' }), 'bad-kid'],
  ['PEM without a kid', privatePem, 'no-kid'],
])('refuses %s, in a word', (_what, text, fault) => {
  expect(readCredentialKey(text)).toEqual({ ok: false, fault })
})

it.each([
  ['PEM, with the kid beside it', privatePem, 'k-1', 'k-1'],
  ['a JWK that says its kid, and nothing beside it', privateJwk, undefined, kid],
  ['a JWK without a kid, with one beside it', without('kid'), 'k-1', 'k-1'],
  ['a JWK whose kid is empty, with one beside it', also({ kid: '' }), 'k-1', 'k-1'],
  ['a JWK, and the same beside it', privateJwk, kid, kid],
])('takes %s', (_what, text, told, expected) => {
  expect(readCredentialKey(text, told)).toMatchObject({ ok: true, key: { kid: expected } })
})

it.each([
  ['a kid beside a JWK that says another', privateJwk, 'k-1', 'other-kid'],
  ['a kid beside PEM that says another', `kid: k-2\n${privatePem}`, 'k-1', 'other-kid'],
  ['a kid beside it that is no word', privatePem, 'a b', 'bad-kid'],
])('refuses %s', (_what, text, told, fault) => {
  expect(readCredentialKey(text, told)).toEqual({ ok: false, fault })
})
