import { compactVerify, importJWK } from 'jose'
import type { Snapshot } from '../digdir/client-store.ts'
import type { Registry } from '../digdir/registry.ts'
import type { Assertion } from './assertion.ts'
import { certificateKey } from './certificate.ts'
import { TokenRefusal } from './refusals.ts'

const CLOCK_SKEW = 10
const LONGEST = 120

export type Authenticated = { known: Snapshot; amr: 'private_key_jwt' | 'virksomhetssertifikat' }

/**
 * Finds the client of a grant and proves that it signed it just now (reference digdir.md 2.6, 4.1, 4.4).
 *
 * A client or key that is younger than the propagation time is unknown; so is an inactive client.
 *
 * @param now epoch milliseconds
 * @throws TokenRefusal MP-100, MP-110, MP-120 to MP-124, MP-130, an unknown kid, an issue time after now
 */
export const authenticate = async (
  assertion: Assertion,
  context: { registry: Registry; issuer: string; now: number },
): Promise<Authenticated> => {
  if (assertion.aud !== context.issuer) throw new TokenRefusal('audience')
  const known = context.registry.published(assertion.iss)
  if (!known?.client.active) throw new TokenRefusal('noClient')

  await checkSignature(assertion, known, context)
  checkTimes(assertion, context.now / 1000)
  return { known, amr: assertion.kid === undefined ? 'virksomhetssertifikat' : 'private_key_jwt' }
}

const checkSignature = async (
  assertion: Assertion,
  { client, keys }: Snapshot,
  { registry, now }: { registry: Registry; now: number },
): Promise<void> => {
  const key = assertion.x5c ? certificate(assertion.x5c) : await importJWK(registered(), assertion.alg)
  await compactVerify(assertion.jwt, key, { algorithms: [assertion.alg] }).catch(() => {
    throw new TokenRefusal('signature')
  })

  function certificate(x5c: readonly string[]) {
    if (keys) throw new TokenRefusal('kidRequired')
    return certificateKey(x5c, { authorities: registry.authorities(), orgno: client.client_orgno, now })
  }

  function registered() {
    const found = keys?.keys.find((one) => one.kid === assertion.kid)
    if (!found) throw new TokenRefusal('unknownKid')
    if (found.exp * 1000 <= now) throw new TokenRefusal('keyExpired')
    // A key is registered for one algorithm (2.6), and a grant under another one is not signed with that key.
    if (found.alg !== assertion.alg) throw new TokenRefusal('signature')
    return { kty: found.kty, n: found.n, e: found.e }
  }
}

/** `iat` within ten seconds on either side of the clock, read strictly: an older grant counts as expired. */
const checkTimes = ({ iat, exp, nbf }: Assertion, now: number): void => {
  if (iat > now + CLOCK_SKEW || (nbf !== undefined && nbf > now + CLOCK_SKEW)) throw new TokenRefusal('tooEarly')
  if (exp <= now || iat < now - CLOCK_SKEW) throw new TokenRefusal('expired')
  if (exp - iat > LONGEST) throw new TokenRefusal('tooLong')
}
