import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPublicKey } from '../../../src/domain/client/public-key.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed = generateKeyPairSync('ed25519')
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })

const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' })
const pemOf = (key: KeyObject, type: 'spki' | 'pkcs1' = 'spki') => String(key.export({ format: 'pem', type }))
const privatePem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', passphrase?: string) =>
  String(
    key.export({
      format: 'pem',
      type: type as 'pkcs8',
      ...(passphrase && { cipher: 'aes-256-cbc', passphrase }),
    }),
  )
const jwk = { ...jwkOf(rsa.publicKey), kid: 'byggesak-2026', alg: 'RS256', use: 'sig' }
const privateJwk = { ...jwkOf(rsa.privateKey), kid: 'byggesak-2026' }
const text = (value: unknown) => JSON.stringify(value, null, 2)
const read = (typed: string) => readPublicKey(typed, { newKid: () => 'new-kid' })
const certificate = `-----BEGIN CERTIFICATE-----\n${Buffer.alloc(300, 1).toString('base64')}\n-----END CERTIFICATE-----`

describe('readPublicKey takes', () => {
  test.each([
    ['a JWK', text(jwk)],
    ['a JWK in a list', text([jwk])],
    ['a JWK set', text({ keys: [jwk] })],
    ['a set with the same key twice', text({ keys: [jwk, { ...jwk, kid: 'again' }] })],
    ['a list around a set', text([{ keys: [jwk] }])],
    ['a JWK in a code fence', `\`\`\`json\n${text(jwk)}\n\`\`\``],
    ['a JWK with smart quotes', text(jwk).replaceAll('"', '”')],
    ['a JWK with non-breaking spaces', text(jwk).replaceAll(' ', '\u00a0')],
    ['a JWK with members that nobody knows', text({ ...jwk, note: 'hei', exp: 1, key_ops: ['verify'] })],
  ])('%s', (_, typed) => {
    expect(read(typed)).toEqual({ ok: true, source: 'jwk', key: jwk })
  })

  test.each([
    ['SPKI', pemOf(rsa.publicKey)],
    ['PKCS#1', pemOf(rsa.publicKey, 'pkcs1')],
    ['PEM on one line', pemOf(rsa.publicKey).replaceAll('\n', ' ')],
    ['PEM with pretty dashes', pemOf(rsa.publicKey).replaceAll('-----', '—––')],
    ['PEM with words before it', `Her er nøkkelen:\n${pemOf(rsa.publicKey)}`],
    ['the bare base64 of SPKI', rsa.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')],
  ])('%s', (_, typed) => {
    expect(read(typed)).toEqual({ ok: true, source: 'pem', key: { ...jwk, kid: 'new-kid' } })
  })

  test.each([undefined, null, ''])('a JWK whose kid is %j, and names it', (kid) => {
    expect(read(text({ ...jwk, kid }))).toMatchObject({ ok: true, key: { kid: 'new-kid' } })
  })

  test.each(['RS256', 'RS384', 'RS512'])('a JWK for %s', (alg) => {
    expect(read(text({ ...jwk, alg }))).toMatchObject({ ok: true, key: { alg } })
  })

  test('a JWK without alg and use, as RS256 for signing', () => {
    expect(read(text(jwkOf(rsa.publicKey)))).toMatchObject({ ok: true, key: { alg: 'RS256', use: 'sig' } })
  })
})

describe('readPublicKey refuses', () => {
  test.each([
    ['nothing', '', 'key-garbage'],
    ['words', 'nøkkelen min', 'key-garbage'],
    ['broken JSON', text(jwk).slice(0, -10), 'key-garbage'],
    ['an empty set', text({ keys: [] }), 'key-garbage'],
    ['a number', '42', 'key-garbage'],
    ['a list of words', '["a"]', 'key-garbage'],
    ['n that is no base64url', text({ ...jwk, n: `${jwk.n}!` }), 'key-garbage'],
    ['n with a pretty dash', text({ ...jwk, n: `${jwk.n?.slice(0, 20)}—${jwk.n?.slice(21)}` }), 'key-garbage'],
    ['an even exponent', text({ ...jwk, e: 'AQAA' }), 'key-garbage'],
    ['an exponent of one', text({ ...jwk, e: 'AQ' }), 'key-garbage'],
    ['no n', text({ ...jwk, n: undefined }), 'key-garbage'],
    ['garbage PEM', '-----BEGIN PUBLIC KEY-----\nabcd\n-----END PUBLIC KEY-----', 'key-garbage'],
    ['PEM cut off', pemOf(rsa.publicKey).slice(0, 200), 'key-garbage'],
    ['an EC JWK', text(jwkOf(ec.publicKey)), 'key-not-rsa'],
    ['an EC PEM', pemOf(ec.publicKey), 'key-not-rsa'],
    ['an Ed25519 JWK', text(jwkOf(ed.publicKey)), 'key-not-rsa'],
    ['an Ed25519 PEM', pemOf(ed.publicKey), 'key-not-rsa'],
    ['1024 bits as JWK', text(jwkOf(short.publicKey)), 'key-too-short'],
    ['1024 bits as PEM', pemOf(short.publicKey), 'key-too-short'],
    ['a kid with a space', text({ ...jwk, kid: 'min nøkkel' }), 'key-bad-kid'],
    ['a kid of 256 characters', text({ ...jwk, kid: 'a'.repeat(256) }), 'key-bad-kid'],
    ['a kid that is a number', text({ ...jwk, kid: 1 }), 'key-bad-kid'],
    ['PS256', text({ ...jwk, alg: 'PS256' }), 'key-bad-alg'],
    ['HS256', text({ ...jwk, alg: 'HS256' }), 'key-bad-alg'],
    ['an RSA-PSS key', pemOf(pss.publicKey), 'key-bad-alg'],
    ['a key for encryption', text({ ...jwk, use: 'enc' }), 'key-bad-alg'],
    ['a certificate', certificate, 'key-certificate'],
    ['a JWK with a certificate', text({ ...jwk, x5c: ['MIIB'] }), 'key-certificate'],
    ['two keys in a set', text({ keys: [jwk, jwkOf(other.publicKey)] }), 'key-several'],
    ['two PEM keys', pemOf(rsa.publicKey) + pemOf(other.publicKey), 'key-several'],
  ])('%s', (_, typed, reason) => {
    expect(read(typed)).toEqual({ ok: false, reason })
  })

  const openssh = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE\n-----END OPENSSH PRIVATE KEY-----'
  const privates: [string, string][] = [
    ['JWK', text(privateJwk)],
    ['JWK in a set beside a public one', text({ keys: [jwk, privateJwk] })],
    ['JWK deep inside', text({ a: { b: [privateJwk] } })],
    ['JWK with d alone', text({ ...jwk, d: 'AQ' })],
    ['EC JWK', text(jwkOf(ec.privateKey))],
    ['symmetric JWK', text({ kty: 'oct', k: 'c2VjcmV0' })],
    ['JWK cut off', text(privateJwk).slice(0, -30)],
    ['JWK with smart quotes', text(privateJwk).replaceAll('"', '“')],
    ['JWK without quotes', text(privateJwk).replaceAll('"', '')],
    ['PKCS#8', privatePem(rsa.privateKey, 'pkcs8')],
    ['PKCS#1', privatePem(rsa.privateKey, 'pkcs1')],
    ['SEC1', privatePem(ec.privateKey, 'sec1')],
    ['EC PKCS#8', privatePem(ec.privateKey, 'pkcs8')],
    ['encrypted PKCS#8', privatePem(rsa.privateKey, 'pkcs8', 'hemmelig')],
    ['encrypted PKCS#1', privatePem(rsa.privateKey, 'pkcs1', 'hemmelig')],
    ['OpenSSH', openssh],
    ['DSA', '-----BEGIN DSA PRIVATE KEY-----\nMIIB\n-----END DSA PRIVATE KEY-----'],
    ['PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 14\nAAAB'],
    ['XML', '<RSAKeyValue><Modulus>a</Modulus><D>b</D></RSAKeyValue>'],
    [
      'bare base64 of an encrypted key',
      rsa.privateKey
        .export({ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'hemmelig' })
        .toString('base64'),
    ],
    ['bare base64 of an EC key', ec.privateKey.export({ format: 'der', type: 'sec1' }).toString('base64')],
    ['bare base64 of an EC PKCS#8', ec.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
    ['bare base64 of an Ed25519 key', ed.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
    ['bare base64', rsa.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
    ['PKCS#8 called public', privatePem(rsa.privateKey, 'pkcs8').replaceAll('PRIVATE', 'PUBLIC')],
    ['PEM with pretty dashes', privatePem(rsa.privateKey, 'pkcs8').replaceAll('-----', '—')],
    ['PEM in lower case', privatePem(rsa.privateKey, 'pkcs8').toLowerCase()],
    ['PEM after a public one', pemOf(rsa.publicKey) + privatePem(rsa.privateKey, 'pkcs8')],
    ['PEM beside a certificate', certificate + privatePem(rsa.privateKey, 'pkcs8')],
  ]

  test.each(privates)('a private key: %s', (_, typed) => {
    expect(read(typed)).toEqual({ ok: false, reason: 'key-private' })
  })

  test('a private key in whatever stands around it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...privates.slice(9, 24)), fc.string(), fc.string(), ([, typed], before, after) => {
        expect(read(`${before}\n${typed}\n${after}`)).toEqual({ ok: false, reason: 'key-private' })
      }),
      { numRuns: 300 },
    )
  })

  test('and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String({ minLength: 100 })), (typed) => {
        expect(read(typed)).toMatchObject({ ok: false })
      }),
    )
  })
})
