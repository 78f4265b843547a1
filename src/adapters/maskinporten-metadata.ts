import { z } from 'zod'
import type { Environment } from '../domain/client/types.ts'
import { type Http, isAnswer } from './http.ts'
import { readJson } from './json.ts'
import { failed, unavailable } from './maskinporten-errors.ts'

/** What the bot needs of the authorisation server's metadata (RFC 8414). */
export type Metadata = { issuer: string; tokenEndpoint: string }

const schema = z.object({ issuer: z.string(), token_endpoint: z.url({ protocol: /^https?$/ }) })

const bare = (issuer: string): string => issuer.replace(/\/+$/, '')

/**
 * Asks an issuer for its metadata. Its own spelling of the issuer is the one that counts, with or without the slash
 * at the end (digdir.md 7, trap 2); any other difference means that somebody else answered (RFC 8414 3.3).
 *
 * Throws `maskinporten-unavailable`.
 */
export const fetchMetadata = async (
  http: Http,
  { environment, issuer, now }: { environment: Environment; issuer: string; now(): number },
): Promise<Metadata> => {
  const outcome = await http.send({ method: 'GET', url: `${bare(issuer)}/.well-known/oauth-authorization-server` })
  if (!isAnswer(outcome)) throw failed(outcome, environment)
  const { status } = outcome
  if (status < 200 || status > 299) throw unavailable(outcome, environment, `the metadata answered ${status}`, now())
  const read = schema.safeParse(readJson(outcome.text))
  if (!read.success) throw unavailable(outcome, environment, 'the metadata cannot be read', now())
  if (bare(read.data.issuer) !== bare(issuer))
    throw unavailable(outcome, environment, 'the metadata names another issuer', now())
  return { issuer: read.data.issuer, tokenEndpoint: read.data.token_endpoint }
}
