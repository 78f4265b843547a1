import { createPrivateKey } from 'node:crypto'

/** Names of private key files: PEM in every spelling, OpenSSH, SSH2, PuTTY, .NET's XML. Dashes may have been lost. */
const labels = [
  /PRIVATE[^A-Z0-9]{0,4}KEY/iu,
  /Private-Lines\s*:/iu,
  /openssh-key-v1|b3BlbnNzaC1rZXktdjE/u,
  /<\s*(?:D|InverseQ)\s*>/u,
]

/** A private or symmetric member with a value of some length, even where the rest is no JSON. */
const member = /(?:^|[\s{,"'[])(?:d|p|q|dp|dq|qi|k)["']?\s*[:=]\s*["']?[A-Za-z0-9+/_-]{16,}/u

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth', 'priv'] as const

const inJson = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(inJson)
  if (typeof value !== 'object' || value === null) return false
  return privateMembers.some((name) => name in value) || Object.values(value).some(inJson)
}

/**
 * How DER of private keys begins in base64, wherever it stands: RSA (PKCS#1 and PKCS#8), EC (SEC1 and PKCS#8), Ed25519,
 * and the name of PBES2 in an encrypted one, which may fall in three ways on base64's groups.
 */
const beginnings = [
  /MII[A-Za-z0-9+/]{3}IBA/,
  /MHcCAQEE|MIGkAgEBB|MIHcAgEBB/,
  /MIG[A-Za-z0-9+/]AgEAMB|MIHuAgEAMB/,
  /MC4CAQAwBQYD/,
  /BgkqhkiG9w0BBQ0|GCSqGSIb3DQEFD|YJKoZIhvcNAQUN/,
]

const inDer = (base64: string): boolean => {
  const der = Buffer.from(base64, 'base64')
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => {
    try {
      createPrivateKey({ key: der, format: 'der', type })
      return true
    } catch (error) {
      // An encrypted key asks for its passphrase instead.
      return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE'
    }
  })
}

/**
 * Whether a text holds a private (or symmetric) key in any form, complete or not, also in the midst of something else.
 * Rather once too often than once too seldom: nothing that says yes is stored or sent.
 */
export const holdsPrivateKey = (text: string): boolean => {
  if (labels.some((label) => label.test(text)) || member.test(text)) return true
  try {
    if (inJson(JSON.parse(text))) return true
  } catch {
    // No JSON: the other signs decide.
  }
  const compact = text.replace(/\s+/g, '')
  if (beginnings.some((beginning) => beginning.test(compact))) return true
  const blocks = text.match(/[A-Za-z0-9+/][A-Za-z0-9+/\s]{99,}={0,2}/g) ?? []
  return blocks.some((block) => inDer(block.replace(/\s+/g, '')))
}
