import { randomUUID } from 'node:crypto'
import { decodeJwt, SignJWT } from 'jose'
import { z } from 'zod'
import { type Environment, JWT_BEARER } from '../domain/client/types.ts'
import { type Http, isAnswer } from './http.ts'
import { readJson } from './json.ts'
import type { MaskinportenClient, TokenWish } from './maskinporten.ts'
import { failed, tokenError, unavailable } from './maskinporten-errors.ts'
import type { Metadata } from './maskinporten-metadata.ts'

/** An access token, and the one claim of it that the bot reads: whose admin client this is. */
export type Token = { accessToken: string; claims: { consumerOrgno: string } }

/** A grant lives at most 120 s (digdir.md 4.1). */
const GRANT_SECONDS = 100
/** Maskinporten's default (digdir.md 4.2), for an answer that names no lifetime. */
const DEFAULT_SECONDS = 120

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().nullish() })

/** `0192:` is today's prefix, `9908:` that of older tokens (digdir.md 2.10). */
const claimsSchema = z.object({ consumer: z.object({ ID: z.string().regex(/^(0192|9908):\d{9}$/) }) })

/** Everything that one grant is made of. */
type Grant = {
  environment: Environment
  client: MaskinportenClient
  metadata: Metadata
  scopes: string[]
  how: TokenWish
  now(): number
}

/**
 * One JWT bearer grant, sent once. Throws `token-refused` and `maskinporten-unavailable`, whose texts hold neither
 * the assertion nor the token.
 */
export const requestToken = async (http: Http, grant: Grant): Promise<{ token: Token; lifetimeMs: number }> => {
  const { environment, metadata, now } = grant
  const outcome = await http.send({
    method: 'POST',
    url: metadata.tokenEndpoint,
    form: { grant_type: JWT_BEARER, assertion: await signGrant(grant) },
  })
  if (!isAnswer(outcome)) throw failed(outcome, environment)
  if (outcome.status < 200 || outcome.status > 299) throw tokenError(outcome, environment, now())

  const read = answerSchema.safeParse(readJson(outcome.text))
  const consumerOrgno = read.success ? consumerOf(read.data.access_token) : undefined
  if (!read.success || consumerOrgno === undefined)
    throw unavailable(outcome, environment, 'the token cannot be read', now())
  const { access_token: accessToken, expires_in: seconds } = read.data
  return { token: { accessToken, claims: { consumerOrgno } }, lifetimeMs: (seconds ?? DEFAULT_SECONDS) * 1000 }
}

const signGrant = ({ client, metadata, scopes, how, now }: Grant): Promise<string> => {
  const issuedAt = Math.floor(now() / 1000)
  const { key, alg, header } = client.key
  return new SignJWT({
    scope: [...new Set(scopes)].join(' '),
    ...(how.consumerOrg === undefined ? {} : { consumer_org: how.consumerOrg }),
    ...(how.resource === undefined ? {} : { resource: how.resource }),
  })
    .setProtectedHeader({ alg, ...header })
    .setAudience(metadata.issuer)
    .setIssuer(client.clientId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + GRANT_SECONDS)
    .setJti(randomUUID())
    .sign(key)
}

/** Not verified: the token came straight from its issuer, and the one it is meant for will verify it. */
const consumerOf = (token: string): string | undefined => {
  try {
    return claimsSchema.parse(decodeJwt(token)).consumer.ID.slice(-9)
  } catch {
    return undefined
  }
}
