import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority } from '../../sandbox/maskinporten/authority.ts'
import { readAdminKey } from '../../src/adapters/admin-key.ts'
import { expectNothingOf, failureOf } from './peer.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = { ...rsa.privateKey.export({ format: 'jwk' }), kid: 'nokkel-1' }
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' = 'pkcs8') => key.export({ format: 'pem', type }).toString()

const from = Date.parse('2026-01-01')
const authority = createAuthority('Buypass for testing', from)
const chain = authority.issue({ orgno: '310000001', name: 'Etat', publicKey: rsa.publicKey, from })
const foreign = authority.issue({ orgno: '310000001', name: 'Etat', publicKey: other.publicKey, from })
const stray = createAuthority('Another authority', from)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'admin-key-'))
})
afterAll(() => rm(folder, { recursive: true }))

let count = 0
const write = async (content: string): Promise<string> => {
  count += 1
  const file = join(folder, `file-${count}`)
  await writeFile(file, content)
  return file
}

describe('a key that can be used', () => {
  const cases: [string, string, { kid: string }, string][] = [
    ['a JWK', JSON.stringify(jwk), { kid: 'nokkel-1' }, 'RS256'],
    ['a JWK that names its alg', JSON.stringify({ ...jwk, alg: 'RS512' }), { kid: 'nokkel-1' }, 'RS512'],
    ['a JWK after white space', `\n  ${JSON.stringify(jwk, null, 2)}\n`, { kid: 'nokkel-1' }, 'RS256'],
    ['PKCS#8 with a line for its kid', `kid: nokkel.2\n${pem(rsa.privateKey)}`, { kid: 'nokkel.2' }, 'RS256'],
    ['PKCS#1 with a line for its kid', `kid:n-3\r\n${pem(rsa.privateKey, 'pkcs1')}`, { kid: 'n-3' }, 'RS256'],
  ]
  it.each(cases)('%s', async (_, content, header, alg) => {
    const key = await readAdminKey({ keyFile: await write(content) })
    expect(key).toMatchObject({ header, alg })
    expect(key.key.equals(rsa.privateKey)).toBe(true)
  })

  const holder = chain.pem.slice(0, chain.pem.indexOf('-----END CERTIFICATE-----') + 26)
  const chains: [string, string, string, string[]][] = [
    ['PEM', pem(rsa.privateKey), chain.pem, chain.x5c],
    ['a JWK, whose kid is then left out', JSON.stringify(jwk), chain.pem, chain.x5c],
    ['the authority first in the file', pem(rsa.privateKey), authority.pem + holder, chain.x5c],
    ['strangers in the file', pem(rsa.privateKey), stray.pem + foreign.pem + holder, chain.x5c],
    ['the holder alone', pem(rsa.privateKey), `Bag Attributes\n${holder}`, chain.x5c.slice(0, 1)],
  ]
  it.each(chains)('with a certificate: %s', async (_, content, certificate, x5c) => {
    const key = await readAdminKey({ keyFile: await write(content), certificateFile: await write(certificate) })
    expect(key.header).toEqual({ x5c })
    expect(new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64')).checkPrivateKey(key.key)).toBe(true)
  })
})

describe('a key that cannot', () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const locked = rsa.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'hemmelig' })
  const { kid: _, ...nameless } = jwk
  const { d, p, q, ...missing } = jwk
  const cases: [string, string, RegExp][] = [
    ['a JWK without kid', JSON.stringify(nameless), /has no kid/],
    ['PEM without kid or certificate', pem(rsa.privateKey), /has no kid/],
    ['a public JWK', JSON.stringify({ ...rsa.publicKey.export({ format: 'jwk' }), kid: 'a' }), /holds a public key/],
    ['a public PEM', rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString(), /no private key/],
    ['a key set', JSON.stringify({ keys: [jwk] }), /key set/],
    ['an EC JWK', JSON.stringify({ ...ec.privateKey.export({ format: 'jwk' }), kid: 'a' }), /not RSA/],
    ['an EC PEM', `kid: a\n${pem(ec.privateKey)}`, /not RSA/],
    ['1024 bits', `kid: a\n${pem(small.privateKey)}`, /shorter than 2048/],
    ['an alg that Maskinporten does not take', JSON.stringify({ ...jwk, alg: 'PS256' }), /RS256, RS384, RS512/],
    ['a password', locked.toString(), /password/],
    ['a JWK with members missing', JSON.stringify({ ...missing, d }), /not a complete/],
    ['JSON cut short', JSON.stringify(jwk).slice(0, -20), /neither a JWK nor PEM/],
    ['PEM cut short', `kid: a\n${pem(rsa.privateKey).replace(/\n.{30}/, '\n')}`, /damaged/],
    ['something else', 'hunter2-hunter2', /no private key/],
    ['nothing', '', /no private key/],
  ]
  it.each(cases)('%s', async (_, content, why) => {
    const file = await write(content)
    const error = await failureOf(readAdminKey({ keyFile: file }))
    expect(error.code).toBe('internal')
    expect(error.message).toMatch(why)
    expect(error.message).toContain(file)
    const pieces = content.match(/[A-Za-z0-9+/_-]{24,}|hunter2/g) ?? []
    expectNothingOf(error, [...pieces, String(d), String(p), String(q)])
  })

  it('a file that is not there', async () => {
    const error = await failureOf(readAdminKey({ keyFile: join(folder, 'nowhere') }))
    expect(error.message).toBe(`${join(folder, 'nowhere')}: the file cannot be read (ENOENT)`)
  })

  const certificates: [string, string, RegExp][] = [
    ['another key', foreign.pem, /belongs to the private key/],
    ['no certificate', pem(rsa.privateKey), /no certificate/],
    ['a damaged one', chain.pem.replace(/\n.{40}/, '\n'), /damaged/],
  ]
  it.each(certificates)('a certificate file with %s', async (_, content, why) => {
    const certificateFile = await write(content)
    const error = await failureOf(readAdminKey({ keyFile: await write(pem(rsa.privateKey)), certificateFile }))
    expect(error.message).toMatch(why)
    expect(error.message).toContain(certificateFile)
    expectNothingOf(error, content.match(/[A-Za-z0-9+/]{40,}/g) ?? [])
  })
})
