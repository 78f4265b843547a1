import { type KeyObject, X509Certificate } from 'node:crypto'

/**
 * The `x5c` of a PEM chain: base64 DER, the private key's own certificate first and then each one's issuer
 * (digdir.md 4.1, RFC 7515 4.1.6), whatever their order in the file. Certificates outside the chain are left out.
 *
 * @returns the chain, or what is wrong in words that hold nothing of the file
 */
export const certificateChain = (pem: string, key: KeyObject): { x5c: string[] } | { problem: string } => {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) return { problem: 'the file holds no certificate in PEM' }
  const certificates = parse(blocks)
  if (!certificates) return { problem: 'a certificate in the file is damaged' }

  const leaf = certificates.find((one) => one.checkPrivateKey(key))
  if (!leaf) return { problem: 'no certificate in the file belongs to the private key' }
  const chain = [leaf]
  for (;;) {
    const last = chain[chain.length - 1]!
    const issuer = certificates.find((one) => !chain.includes(one) && last.checkIssued(one))
    if (!issuer) return { x5c: chain.map((one) => one.raw.toString('base64')) }
    chain.push(issuer)
  }
}

const parse = (blocks: string[]): X509Certificate[] | undefined => {
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    return undefined
  }
}
