import { randomUUID } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose'
import type { Client } from '../digdir/model.ts'
import type { Assertion } from './assertion.ts'
import type { Authenticated } from './authenticate.ts'
import type { Authorized } from './authorize.ts'

export type SigningKey = { privateKey: CryptoKey; kid: string; jwks: JSONWebKeySet }

const DEFAULT_LIFETIME = 120

/** Maskinporten's own key, new at every start. */
export const createSigningKey = async (): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 })
  const kid = randomUUID()
  return { privateKey, kid, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] } }
}

/** Seconds: the client's own lifetime or 120, cut by the lowest `at_max_age` (reference digdir.md 4.2). */
export const lifetime = (client: Client, scopes: Authorized['scopes']): number =>
  Math.min(
    client.access_token_lifetime || DEFAULT_LIFETIME,
    ...scopes.map((scope) => scope.at_max_age || Number.POSITIVE_INFINITY),
  )

/**
 * The token answer of reference digdir.md 4.2: always a self-contained JWT.
 *
 * @param context.now epoch milliseconds
 */
export const issueToken = async (
  assertion: Assertion,
  { known: { client }, amr }: Authenticated,
  { scopes, consumer, supplier, delegationSource }: Authorized,
  context: { key: SigningKey; issuer: string; now: number },
) => {
  const scope = scopes.map((one) => one.name).join(' ')
  const issuedAt = Math.floor(context.now / 1000)
  const seconds = lifetime(client, scopes)
  const claims = {
    aud: assertion.resource ?? 'unspecified',
    scope,
    client_id: client.client_id,
    client_amr: amr,
    token_type: 'Bearer',
    consumer: party(consumer),
    ...(supplier === undefined ? {} : { supplier: party(supplier) }),
    ...(delegationSource === undefined ? {} : { delegation_source: delegationSource }),
    ...(assertion.pid === undefined ? {} : { pid: assertion.pid }),
    ...(assertion.details === undefined ? {} : { authorization_details: assertion.details }),
  }
  const token = await new SignJWT(claims as never)
    .setProtectedHeader({ alg: 'RS256', kid: context.key.kid })
    .setIssuer(context.issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .setJti(randomUUID())
    .sign(context.key.privateKey)
  return { access_token: token, token_type: 'Bearer', expires_in: seconds, scope }
}

const party = (orgno: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${orgno}` })
