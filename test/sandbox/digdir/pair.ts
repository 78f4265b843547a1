import { generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { type JWTPayload, SignJWT } from 'jose'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createDigdir, type Digdir } from '../../../sandbox/digdir/digdir.ts'
import { type Environment, JWT_BEARER } from '../../../sandbox/digdir/model.ts'
import { createMaskinporten, type Maskinporten } from '../../../sandbox/maskinporten/maskinporten.ts'

/** Organisation numbers with good check digits. */
export const OWN = '310000000'
export const OTHER = '311000004'
export const PROVIDER = '312000008'

export const CUSTOMER = '313000001'

export const START = Date.UTC(2026, 2, 2, 8, 15)

export type KeyPair = {
  kid: string
  privateKey: KeyObject
  jwk: { kid: string; kty: string; alg: string; use: string; n: string; e: string }
}

/** An RSA key and its public JWK. */
export const createKey = (options: { kid?: string; bits?: number; alg?: string } = {}): KeyPair => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: options.bits ?? 2048 })
  const kid = options.kid ?? randomUUID()
  const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string }
  return { kid, privateKey, jwk: { kid, kty: 'RSA', alg: options.alg ?? 'RS256', use: 'sig', n, e } }
}

/** A public JWK whose private half nobody has: quick to make, good for registering. */
export const publicJwk = (bits = 2048) => {
  const n = randomBytes(bits / 8)
  n[0]! |= 0x80
  n[n.length - 1]! |= 1
  return { kid: randomUUID(), kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', n: n.toString('base64url') }
}

/** One environment with a moving clock: the API and the Maskinporten it trusts, both on free ports. */
export const startPair = async (
  options: {
    environment?: Environment
    propagationMs?: number
    statuses?: { created: 200 | 201; deleted: 200 | 204 }
  } = {},
) => {
  const { environment = 'test', ...rest } = options
  const clock = steppedClock(START)
  const digdir = await createDigdir({ environment, clock, ...rest })
  const maskinporten = await createMaskinporten({ environment, registry: digdir.registry, clock })
  digdir.trust(maskinporten)
  return {
    clock,
    digdir,
    maskinporten,
    registry: digdir.registry,
    close: () => Promise.all([digdir.close(), maskinporten.close()]),
  }
}

export type Pair = Awaited<ReturnType<typeof startPair>>

/** Signs a grant; claims given as undefined are left out. */
export const signGrant = async (
  pair: Pick<Pair, 'clock' | 'maskinporten'>,
  key: KeyPair,
  claims: JWTPayload & Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> => {
  const now = Math.floor(pair.clock.now() / 1000)
  const all = { aud: pair.maskinporten.issuer, iat: now, exp: now + 100, jti: randomUUID(), ...claims }
  const defined = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const { alg = 'RS256', ...rest } = header
  const protectedHeader = Object.entries({ kid: key.kid, ...rest }).filter(([, value]) => value !== undefined)
  return new SignJWT(defined)
    .setProtectedHeader({ alg: alg as string, ...Object.fromEntries(protectedHeader) })
    .sign(key.privateKey)
}

export const requestToken = (
  maskinporten: Maskinporten,
  assertion: string,
  grantType = JWT_BEARER,
): Promise<Response> =>
  fetch(`${maskinporten.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: grantType, assertion }),
  })

/** An organisation's admin client, and a way to call the API with a token that holds just the given scopes. */
export const createCaller = (pair: Pair, options: { orgno: string; scopes: readonly string[]; key: KeyPair }) => {
  const { client_id } = pair.registry.addAdminClient({
    orgno: options.orgno,
    scopes: options.scopes,
    jwks: { keys: [options.key.jwk] },
  })
  const token = async (scopes: readonly string[]): Promise<string> => {
    const response = await requestToken(
      pair.maskinporten,
      await signGrant(pair, options.key, { iss: client_id, scope: scopes.join(' ') }),
    )
    const body = (await response.json()) as { access_token?: string; error_description?: string }
    if (!body.access_token) throw new Error(body.error_description)
    return body.access_token
  }
  const call = async (method: string, path: string, scope: string | string[], body?: unknown) =>
    send(pair.digdir, method, path, await token([scope].flat()), body)
  return { client_id, token, call }
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body
export type Answer = { status: number; body: any; headers: Headers }

/** Calls the API; the body of the answer is parsed, undefined when empty. */
export const send = async (
  digdir: Digdir,
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<Answer> => {
  const response = await fetch(`${digdir.apiUrl}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
}

/** The create bodies of reference digdir.md 2.10. */
export const idportenBody = {
  client_name: 'Byggesøknad',
  description: 'Søknad om tiltak (team plan)',
  integration_type: 'idporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: ['authorization_code', 'refresh_token'],
  scopes: ['openid', 'profile'],
  client_uri: 'https://bygg.kommune.example',
  redirect_uris: ['https://bygg.kommune.example/retur', 'https://bygg.kommune.example/retur2'],
  post_logout_redirect_uris: ['https://bygg.kommune.example/ut'],
  frontchannel_logout_uri: 'https://bygg.kommune.example/logout',
  frontchannel_logout_session_required: true,
  code_challenge_method: 'S256',
  refresh_token_usage: 'ONETIME',
  sso_disabled: false,
  access_token_lifetime: 3600,
  refresh_token_lifetime: 7200,
  authorization_lifetime: 7200,
}

export const maskinportenBody = {
  client_name: 'Datautveksling',
  description: 'Henter grunnlag (team plan)',
  integration_type: 'maskinporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: [JWT_BEARER],
  scopes: ['ks:fiks'],
}
