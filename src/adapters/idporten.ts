import type { Acr, Idporten } from '../domain/login/types.ts'
import type { AdminKey } from './admin-key.ts'
import type { Http } from './http.ts'
import { named } from './idporten/errors.ts'
import { createExchange } from './idporten/exchange.ts'
import { bare, fetchMetadata, type Metadata } from './idporten/metadata.ts'
import { provenLogin } from './idporten/proven-login.ts'
import { type RelyingParty, relyingParty } from './idporten/relying-party.ts'
import { createRemembered } from './remember.ts'

const METADATA_MS = 24 * 60 * 60 * 1000
const LOOK_MS = 60_000

/**
 * ID-porten's relying party (digdir.md 5): openid-client does the protocol, what ID-porten adds is checked here. Nothing
 * is asked before it is needed, and openid-client is not loaded before the first login.
 *
 * Every failure is an `AppError` that holds nothing of the callback, the token or the person. `idporten-unavailable`:
 * the network, a time-out, 429, 5xx, an answer without JSON, metadata that cannot be read. Of `finish`:
 * `login-cancelled` when the person gave up, `login-level`, `login-old`, `login-no-number` (see `provenLogin`), and
 * `login-refused` for anything else about the callback, the token, its signature or its claims. The request is pushed
 * beforehand (PAR) where ID-porten offers it.
 *
 * @param options.issuer https, or http on this machine alone
 * @param options.key registered on the client, which must have `private_key_jwt`
 * @param options.redirectUri exactly as registered, without a query
 * @param options.now epoch ms; how long ago a login was is counted by it
 * @param options.timeoutMs for each exchange with ID-porten
 */
export const createIdporten = (options: {
  http: Http
  issuer: string
  clientId: string
  key: AdminKey
  minimumAcr: Acr
  redirectUri: string
  postLogoutRedirectUri: string
  now(): number
  timeoutMs?: number
}): Idporten => {
  const { http, issuer, clientId, key, minimumAcr, redirectUri, now, timeoutMs = 10_000 } = options
  const exchange = createExchange({ http, now, timeoutMs })
  const known = createRemembered<Metadata>({ now, staleMs: METADATA_MS })
  const looked = createRemembered<Metadata>({ now })

  const fetchedFor = (ms: number) => async () => ({ value: await fetchMetadata(exchange, issuer), until: now() + ms })
  const metadata = () => known.get(issuer, fetchedFor(METADATA_MS))

  /** Lets openid-client work. After a failure of ID-porten's the metadata is read anew: its endpoints may have moved. */
  const withLibrary = async <T>(work: (party: RelyingParty) => Promise<T> | T): Promise<T> => {
    const found = await metadata()
    try {
      return await work(await relyingParty(found, { exchange, clientId, key }))
    } catch (error) {
      const told = named(error)
      if (told.code === 'idporten-unavailable') known.drop(issuer, (one) => one === found)
      throw told
    }
  }

  return {
    issuer: bare(issuer),

    begin: ({ state, nonce, codeVerifier, language }) =>
      withLibrary(async ({ oidc, config }) => {
        const parameters = {
          redirect_uri: redirectUri,
          scope: 'openid',
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          prompt: 'login',
          acr_values: minimumAcr,
          ui_locales: language,
        }
        const pushed = config.serverMetadata().pushed_authorization_request_endpoint !== undefined
        const url = pushed
          ? await oidc.buildAuthorizationUrlWithPAR(config, parameters)
          : oidc.buildAuthorizationUrl(config, parameters)
        return { url: url.href }
      }),

    finish: (callback, { state, nonce, codeVerifier }) =>
      withLibrary(async ({ oidc, config }) => {
        // behind a proxy the address that came in is not the one that was registered
        const current = new URL(redirectUri)
        current.search = callback.search
        const tokens = await oidc.authorizationCodeGrant(config, current, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        return provenLogin(tokens.claims(), { minimumAcr, now: now() })
      }),

    logoutUrl: ({ state }) =>
      withLibrary(({ oidc, config }) => {
        const { postLogoutRedirectUri: back } = options
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back, state }).href
      }),

    async origins() {
      const { authorization_endpoint, end_session_endpoint } = await metadata()
      return { authorize: new URL(authorization_endpoint).origin, logout: new URL(end_session_endpoint).origin }
    },

    async look() {
      await looked.get(issuer, fetchedFor(LOOK_MS))
    },
  }
}
