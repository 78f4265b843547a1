import { webcrypto } from 'node:crypto'
import type { Configuration, CustomFetch } from 'openid-client'
import type { AdminKey } from '../admin-key.ts'
import type { Exchange } from './exchange.ts'
import { isLoopback, type Metadata } from './metadata.ts'

/** openid-client, and what it is to know of ID-porten and of us. */
export type RelyingParty = { oidc: typeof import('openid-client'); config: Configuration }

/** How far ID-porten's clock may be from the machine's, seconds. */
export const CLOCK_TOLERANCE = 10

/**
 * Makes openid-client ready for one login; it is loaded at the first one. Each login reads the signing keys anew: they
 * are few and far between, and a key that was withdrawn is trusted by none of them.
 */
export const relyingParty = async (
  metadata: Metadata,
  us: { exchange: Exchange; clientId: string; key: AdminKey },
): Promise<RelyingParty> => {
  const oidc = await import('openid-client')
  // the names of the key, kid or x5c, stand in its header alone; the assertion lives 60 s, of at most 120 (digdir.md 5.4)
  const authentication = oidc.PrivateKeyJwt(await signingKey(us.key), {
    [oidc.modifyAssertion]: (header) => void Object.assign(header, us.key.header),
  })
  const client = { id_token_signed_response_alg: 'RS256', [oidc.clockTolerance]: CLOCK_TOLERANCE }
  const config = new oidc.Configuration(metadata, us.clientId, client, authentication)
  config[oidc.customFetch] = throughOurs(us.exchange)
  // unasked, openid-client trusts the connection and checks no signature of an id_token (OpenID Connect Core 3.1.3.7, 6)
  oidc.enableNonRepudiationChecks(config)
  if (isLoopback(metadata.issuer)) oidc.allowInsecureRequests(config)
  return { oidc, config }
}

/** openid-client's requests go out where all others do, with the same limits, and only JSON comes back. */
const throughOurs =
  (exchange: Exchange): CustomFetch =>
  async (url, { method, headers, body }) => {
    const form = body instanceof URLSearchParams ? { form: Object.fromEntries(body) } : {}
    const { status, text } = await exchange({ method: method === 'POST' ? 'POST' : 'GET', url, headers, ...form })
    return new Response(text, { status, headers: { 'content-type': 'application/json' } })
  }

const signingKey = ({ key, alg }: AdminKey) =>
  webcrypto.subtle.importKey(
    'pkcs8',
    key.export({ format: 'der', type: 'pkcs8' }),
    { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${alg.slice(2)}` },
    false,
    ['sign'],
  )
