import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AppError } from '../errors.ts'
import { certificateChain } from './certificate-chain.ts'

/**
 * What an admin client signs with. The header names the key in exactly one way (digdir.md 2.6, 4.1): the `kid` of a
 * registered key, or the certificate chain, holder first.
 */
export type AdminKey = { key: KeyObject; alg: KeyAlg; header: { kid: string } | { x5c: string[] } }

const algs = ['RS256', 'RS384', 'RS512'] as const
type KeyAlg = (typeof algs)[number]

/**
 * Reads an admin client's private key: RSA of at least 2048 bits, as a JWK or as PEM.
 *
 * Without a certificate the key must be a registered one, so its `kid` must be known: the JWK's, or for PEM a line
 * `kid: …` above `-----BEGIN` (RFC 7468 allows text there). With a certificate file `kid` is ignored.
 *
 * Throws `internal` whose message names the file and what to do, and never holds anything of its content.
 */
export const readAdminKey = async (options: { keyFile: string; certificateFile?: string }): Promise<AdminKey> => {
  const { keyFile, certificateFile } = options
  const text = await readText(keyFile)
  const { key, kid, alg } = text.trimStart().startsWith('{') ? fromJwk(text, keyFile) : fromPem(text, keyFile)
  checkStrength(key, keyFile)

  if (certificateFile !== undefined) {
    const chain = certificateChain(await readText(certificateFile), key)
    if ('problem' in chain) throw unusable(certificateFile, chain.problem)
    return { key, alg, header: { x5c: chain.x5c } }
  }
  if (kid !== undefined) return { key, alg, header: { kid } }
  throw unusable(keyFile, 'the key has no kid: write the kid it was registered under, or name a certificate file')
}

type Read = { key: KeyObject; kid: string | undefined; alg: KeyAlg }

const unusable = (file: string, problem: string): AppError => new AppError('internal', `${file}: ${problem}`)

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw unusable(file, `the file cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'})`)
  }
}

// No cause is kept below: what JSON.parse and OpenSSL say may quote what they read.
const fromJwk = (text: string, file: string): Read => {
  const jwk = parseObject(text)
  if (!jwk) throw unusable(file, 'the file is neither a JWK nor PEM')
  if ('keys' in jwk) throw unusable(file, 'the file is a key set: write one private key as a JWK of its own')
  if (jwk.kty !== 'RSA') throw unusable(file, 'the key is not RSA')
  if (typeof jwk.d !== 'string') throw unusable(file, 'the file holds a public key: the private one is needed')
  const alg = algs.find((one) => one === jwk.alg)
  if (jwk.alg !== undefined && !alg) throw unusable(file, `the alg must be one of ${algs.join(', ')}`)
  const kid = typeof jwk.kid === 'string' && jwk.kid !== '' ? jwk.kid : undefined
  try {
    return { key: createPrivateKey({ key: jwk, format: 'jwk' }), kid, alg: alg ?? 'RS256' }
  } catch {
    throw unusable(file, 'the JWK is not a complete RSA private key')
  }
}

const fromPem = (text: string, file: string): Read => {
  if (/-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(text))
    throw unusable(file, 'the key is protected by a password: write it without one')
  if (!/-----BEGIN (RSA |EC )?PRIVATE KEY-----/.test(text))
    throw unusable(file, 'the file holds no private key, neither as a JWK nor as PEM')
  const kid = /^kid:[ \t]*([\w.-]+)[ \t]*$/m.exec(text.slice(0, text.indexOf('-----BEGIN')))?.[1]
  try {
    return { key: createPrivateKey(text), kid, alg: 'RS256' }
  } catch {
    throw unusable(file, 'the PEM is damaged')
  }
}

const checkStrength = (key: KeyObject, file: string): void => {
  if (key.asymmetricKeyType !== 'rsa') throw unusable(file, 'the key is not RSA')
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw unusable(file, 'the key is shorter than 2048 bits')
}

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
