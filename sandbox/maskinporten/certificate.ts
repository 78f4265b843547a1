import { type KeyObject, X509Certificate } from 'node:crypto'
import { TokenRefusal } from './refusals.ts'

/**
 * The public key of an enterprise certificate in `x5c`, once it is known to be good (reference digdir.md 1.2, 4.1, 4.4):
 * base64 DER, the full chain, ending in an authority of this environment, in force, and the client's own.
 *
 * @param context.now epoch milliseconds
 * @throws TokenRefusal MP-123 unreadable, MP-120 of another environment or self-made, MP-124 out of date, MP-122 of
 * another organisation
 */
export const certificateKey = (
  x5c: readonly string[],
  context: { authorities: readonly X509Certificate[]; orgno: string; now: number },
): KeyObject => {
  const chain = x5c.map(readCertificate)
  const leaf = chain[0]!
  const root = chain.at(-1)!
  const known = context.authorities.some((authority) => authority.raw.equals(root.raw))
  const linked = chain.every((one, index) => {
    const issuer = chain[index + 1]
    return !issuer || (one.checkIssued(issuer) && one.verify(issuer.publicKey))
  })
  if (!known || !linked || chain.length < 2) throw new TokenRefusal('certificate')
  if (chain.some((one) => context.now < Date.parse(one.validFrom) || context.now > Date.parse(one.validTo)))
    throw new TokenRefusal('signature')
  if (holder(leaf) !== context.orgno) throw new TokenRefusal('certificateOwner')
  return leaf.publicKey
}

const readCertificate = (text: string): X509Certificate => {
  try {
    return new X509Certificate(Buffer.from(text, 'base64'))
  } catch {
    throw new TokenRefusal('noCertificate')
  }
}

/** SEID 2.0 has `organizationIdentifier=NTRNO-<orgno>`, SEID 1 had `serialNumber=<orgno>`. */
const holder = (certificate: X509Certificate): string | undefined =>
  /^(?:organizationIdentifier=NTRNO-|serialNumber=)(\d{9})$/m.exec(certificate.subject)?.[1]
