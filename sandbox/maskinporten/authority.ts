import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A made-up issuer of enterprise certificates, in the place of Buypass and Commfides. */
export type Authority = {
  /** its own certificate, for `registry.trustAuthority` */
  pem: string
  /**
   * A certificate for an organisation, form SEID 2.0.
   *
   * @param holder.from epoch milliseconds; `to` likewise, three years later when left out (reference digdir.md 1.2)
   * @returns the chain, holder first, as PEM and as the `x5c` header wants it
   */
  issue(holder: { orgno: string; name: string; publicKey: KeyObject; from: number; to?: number }): {
    pem: string
    x5c: string[]
  }
}

const THREE_YEARS = 3 * 365 * 24 * 60 * 60 * 1000

/** A new authority whose certificate is good from `from` (epoch milliseconds) for thirty years. */
export const createAuthority = (name: string, from: number): Authority => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const self = distinguishedName([[COMMON_NAME, name]])
  const root = certificate({
    issuer: self,
    subject: self,
    publicKey,
    from,
    to: from + THREE_YEARS * 10,
    authority: true,
    signer: privateKey,
  })
  return {
    pem: pem(root),
    issue({ orgno, name: organisation, publicKey: holderKey, from: start, to = start + THREE_YEARS }) {
      const subject = distinguishedName([
        [ORGANISATION, organisation],
        [ORGANISATION_ID, `NTRNO-${orgno}`],
        [COMMON_NAME, organisation],
      ])
      const key = holderKey.type === 'private' ? createPublicKey(holderKey) : holderKey
      const leaf = certificate({ issuer: self, subject, publicKey: key, from: start, to, signer: privateKey })
      return { pem: pem(leaf) + pem(root), x5c: [leaf, root].map((one) => one.toString('base64')) }
    },
  }
}

// Enough DER for an X.509 certificate (RFC 5280): Node reads certificates but makes none.
const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts)
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const utf8 = (text: string) => tlv(0x0c, Buffer.from(text, 'utf8'))
const bits = (content: Buffer) => tlv(0x03, Buffer.from([0]), content)
const yes = tlv(0x01, Buffer.from([0xff]))
// GeneralizedTime: UTCTime ends with 2049, and clocks in tests go anywhere.
const time = (at: number) => tlv(0x18, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '')}`))

const COMMON_NAME = '550403'
const ORGANISATION = '55040a'
const ORGANISATION_ID = '550461'
const SHA256_WITH_RSA = sequence(oid('2a864886f70d01010b'), tlv(0x05))

const distinguishedName = (attributes: readonly (readonly [string, string])[]): Buffer =>
  sequence(...attributes.map(([type, value]) => tlv(0x31, sequence(oid(type), utf8(value)))))

const certificate = (content: {
  issuer: Buffer
  subject: Buffer
  publicKey: KeyObject
  from: number
  to: number
  authority?: boolean
  signer: KeyObject
}): Buffer => {
  const serial = randomBytes(16)
  // A serial number is positive, without leading zeros.
  serial[0] = 0x40 | (serial[0]! & 0x3f)
  const basicConstraints = sequence(oid('551d13'), yes, tlv(0x04, sequence(yes)))
  const signed = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    SHA256_WITH_RSA,
    content.issuer,
    sequence(time(content.from), time(content.to)),
    content.subject,
    content.publicKey.export({ type: 'spki', format: 'der' }),
    ...(content.authority ? [tlv(0xa3, sequence(basicConstraints))] : []),
  )
  return sequence(signed, SHA256_WITH_RSA, bits(sign('sha256', signed, content.signer)))
}

const pem = (der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
