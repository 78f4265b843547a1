import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import * as oidc from 'openid-client'
import { type Clock, systemClock } from '../../../sandbox/clock.ts'
import type { IdportenClient } from '../../../sandbox/idporten/clients.ts'
import { createIdporten, type Idporten } from '../../../sandbox/idporten/idporten.ts'
import { syntheticPid } from '../../../sandbox/idporten/pid.ts'

/** Invented people: no such numbers are given out. */
export const KARI = { name: 'Kari Fjellvåg', pid: syntheticPid('1984-03-12', 100) }
export const TORE = {
  name: 'Tore Lyngnes',
  pid: syntheticPid('1971-11-02', 200),
  levels: ['idporten-loa-low', 'idporten-loa-substantial'] as const,
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

// Slow to make, and no test asks whether clients know each other's.
const pair = generateKeyPair('RS256')

/** A client at an address where nobody listens. */
export const createClient = async (changes: Partial<IdportenClient> = {}) => {
  const { privateKey, publicKey } = await pair
  const kid = randomUUID()
  const client = {
    client_id: randomUUID(),
    redirect_uris: ['https://tjeneste.example/callback'],
    post_logout_redirect_uris: ['https://tjeneste.example/ut'],
    frontchannel_logout_uri: 'https://tjeneste.example/front?tjeneste=1',
    frontchannel_logout_session_required: true,
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] },
    ...changes,
  } satisfies IdportenClient
  return { client, kid, privateKey }
}

export type RelyingParty = Awaited<ReturnType<typeof relyingParty>>

/** The client's side of a login, with openid-client. */
export const relyingParty = async (
  idporten: Idporten,
  { client, kid, privateKey }: Awaited<ReturnType<typeof createClient>>,
) => {
  const auth = oidc.PrivateKeyJwt({ key: privateKey, kid })
  const config = await oidc.discovery(new URL(idporten.issuer), client.client_id, {}, auth, {
    execute: [oidc.allowInsecureRequests],
  })
  const [redirectUri = ''] = client.redirect_uris

  /** what a good login sends along, and what must be known to end it */
  const begin = async (changes: Record<string, string | undefined> = {}) => {
    const verifier = oidc.randomPKCECodeVerifier()
    const state = oidc.randomState()
    const nonce = oidc.randomNonce()
    const all = {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      acr_values: 'idporten-loa-high',
      ...changes,
    }
    const params = Object.fromEntries(Object.entries(all).flatMap(([name, one]) => (one ? [[name, one]] : [])))
    const finish = (callback: URL) =>
      oidc.authorizationCodeGrant(config, callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
    return { params, state, verifier, finish, url: () => oidc.buildAuthorizationUrl(config, params) }
  }

  /** a signed assertion with other claims than a good one's */
  const assertion = (claims: JWTPayload = {}, header: { kid?: string } = { kid }) => {
    const now = Math.floor(Date.now() / 1000)
    const { client_id } = client
    return new SignJWT({
      iss: client_id,
      sub: client_id,
      aud: idporten.issuer,
      iat: now,
      exp: now + 60,
      jti: randomUUID(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(privateKey)
  }

  /** posts a form with an assertion to an endpoint, without a library in between */
  const post = async (path: '/par' | '/token', jwt: string, form: Record<string, string>) => {
    const body = new URLSearchParams({
      client_id: client.client_id,
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: jwt,
      ...form,
    })
    const response = await fetch(idporten.url + path, { method: 'POST', body })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  return { client, config, begin, assertion, post }
}

/** ID-porten with the two people and one client. */
export const startIdporten = async (clock: Clock = systemClock) => {
  const made = await createClient()
  const idporten = await createIdporten({ clock, clients: [made.client], testPeople: [KARI, TORE] })
  return { idporten, rp: await relyingParty(idporten, made) }
}
