import { generateKeyPairSync, randomUUID } from 'node:crypto'

export type RsaKey = {
  kid: string
  publicJwk: string
  publicPem: string
  privateJwk: string
  privatePem: string
  modulus: string
  secretPart: string
}

/** A fresh RSA key in every form that people paste, all with the same `kid` where the form has one. */
export const rsaKey = (bits = 2048): RsaKey => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const kid = randomUUID()
  const open = publicKey.export({ format: 'jwk' })
  const whole = privateKey.export({ format: 'jwk' })
  return {
    kid,
    publicJwk: JSON.stringify({ ...open, kid, alg: 'RS256', use: 'sig' }),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    privateJwk: JSON.stringify({ ...whole, kid }),
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    modulus: String(open.n),
    secretPart: String(whole.d),
  }
}

/** An elliptic-curve key, which Digdir takes for nothing that is made here. */
export const ecKey = (): { publicJwk: string; publicPem: string } => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    publicJwk: JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid: 'kurve' }),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  }
}
