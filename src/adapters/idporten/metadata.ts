import { z } from 'zod'
import { unavailable } from './errors.ts'
import type { Exchange } from './exchange.ts'

const schemaFor = (protocol: RegExp) => {
  const endpoint = z.url({ protocol })
  // unknown members stay: openid-client reads more of them than the bot does
  return z
    .object({
      issuer: z.string(),
      authorization_endpoint: endpoint,
      token_endpoint: endpoint,
      jwks_uri: endpoint,
      end_session_endpoint: endpoint,
      pushed_authorization_request_endpoint: endpoint.optional(),
      authorization_response_iss_parameter_supported: z.boolean().optional(),
    })
    .catchall(z.json())
}
const onlyHttps = schemaFor(/^https$/)
const alsoHttp = schemaFor(/^https?$/)

/** ID-porten's own description of itself (OpenID Connect Discovery 3, digdir.md 1.1). */
export type Metadata = z.output<typeof onlyHttps>

/** Whether an issuer stands on this very machine, where alone plain HTTP will do. */
export const isLoopback = (issuer: string): boolean =>
  /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(issuer)

/** An issuer without the slash at its end, in which spellings differ. */
export const bare = (issuer: string): string => issuer.replace(/\/+$/, '')

/**
 * Asks an issuer for its metadata. A slash at the end is the issuer's to choose; any other difference means that
 * somebody else answered (OpenID Connect Discovery 4.3).
 *
 * Throws `idporten-unavailable`, also for an issuer, or an endpoint of one, that is not https.
 */
export const fetchMetadata = async (exchange: Exchange, issuer: string): Promise<Metadata> => {
  const local = isLoopback(issuer)
  if (!local && !issuer.startsWith('https://')) throw unavailable('the issuer is not https')
  const { status, json } = await exchange({ method: 'GET', url: `${bare(issuer)}/.well-known/openid-configuration` })
  if (status !== 200) throw unavailable(`the metadata answered ${status}`, { status })
  const read = (local ? alsoHttp : onlyHttps).safeParse(json)
  if (!read.success) throw unavailable('the metadata cannot be read')
  if (bare(read.data.issuer) !== bare(issuer)) throw unavailable('the metadata names another issuer')
  return read.data
}
