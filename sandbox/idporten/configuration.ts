import { createHash, randomBytes } from 'node:crypto'
import type { JWK } from 'jose'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { Clock } from '../clock.ts'
import type { Adapters } from './adapter.ts'
import type { Clients } from './clients.ts'
import { LEVELS } from './levels.ts'
import type { OidcProvider } from './oidc-provider.ts'
import { problemPage } from './problem-page.ts'
import { assertionRule, CLOCK_SKEW, loginPolicy, requestRule } from './rules.ts'
import { LOCALES, pageLanguage } from './words.ts'

// Seconds. Sessions are those of reference digdir.md 5.5; an id_token of ID-porten's lives two minutes.
const SESSION_IDLE = 30 * 60
const SESSION_LONGEST = 120 * 60
const ACCESS_TOKEN = 600
const ID_TOKEN = 120
const CODE = 60

type Context = {
  library: OidcProvider
  issuer: string
  clock: Clock
  clients: Clients
  adapters: Adapters
  /** private signing key, with `kid` */
  key: JWK
  /** the language a session's pages were shown in */
  localeOf(sessionUid: string | undefined): string
}

/** oidc-provider, set up as ID-porten (reference digdir.md 5). Logout is not its work here: see logout.ts. */
export const configure = ({ library, issuer, clock, clients, adapters, key, localeOf }: Context): Configuration => {
  const now = () => Math.floor(clock.now() / 1000)
  const ahead = () => now() - Math.floor(Date.now() / 1000)
  const cookie = (name: string) => `idporten-${new URL(issuer).port}-${name}`

  return {
    adapter: adapters.factory,
    jwks: { keys: [key] },
    // Cookies know no ports, and a sandbox has several programs on one host.
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: cookie('session'), interaction: cookie('login'), resume: cookie('resume') },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      jwks: '/jwks.json',
      userinfo: '/userinfo',
      pushed_authorization_request: '/par',
    },
    discovery: {
      end_session_endpoint: `${issuer}/logout`,
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
      ui_locales_supported: LOCALES,
      prompt_values_supported: ['login', 'none'],
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: true },
    },
    acrValues: LEVELS,
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    subjectTypes: ['pairwise'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256'],
      clientAuthSigningAlgValues: ['RS256', 'RS384', 'RS512'],
    },
    claims: {
      openid: ['sub', 'pid', 'locale', 'acr', 'amr', 'auth_time', 'iat'],
      profile: ['sub'],
    },
    ttl: {
      AccessToken: ACCESS_TOKEN,
      AuthorizationCode: CODE,
      Grant: SESSION_LONGEST,
      // oidc-provider counts from the machine's clock.
      IdToken: () => Math.max(1, ID_TOKEN + ahead()),
      Interaction: SESSION_IDLE,
      Session: (_, { loginTs = now() }) => Math.max(1, Math.min(SESSION_IDLE, loginTs + SESSION_LONGEST - now())),
    },
    clockTolerance: CLOCK_SKEW,
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
    pkce: { required: () => true },
    sectorIdentifierUriValidate: () => false,
    // The same after a new start, since a bot that is started again remembers people too.
    pairwiseIdentifier: (_, pid, { clientId }) => createHash('sha256').update(`${clientId} ${pid}`).digest('base64url'),
    assertJwtClientAuthClaimsAndHeader: assertionRule(library, issuer),
    // Called for every request, with the parameter or without.
    extraParams: { onbehalfof: requestRule(library) },
    interactions: {
      policy: loginPolicy(library, clock),
      url: (_, { uid }) => `/login/${uid}`,
    },
    loadExistingGrant: (ctx) => grant(ctx, clients),
    findAccount: (_, pid, token) => ({
      accountId: pid,
      claims: (use) => {
        const locale = localeOf(token && 'sessionUid' in token ? token.sessionUid : undefined)
        return { sub: pid, pid, locale, ...(use === 'id_token' ? { iat: now() } : {}) }
      },
    }),
    renderError: async (ctx, { error, error_description }) => {
      const language = pageLanguage(ctx.oidc?.params?.ui_locales)
      ctx.type = 'html'
      ctx.body = String(await problemPage(language, 'refused', `${error}: ${error_description ?? ''}`))
    },
  }
}

/** Everything asked for is granted; `sid` is put on the list of claims for clients that registered for it. */
const grant = async ({ oidc }: KoaContextWithOIDC, clients: Clients) => {
  const { client, session, provider, account } = oidc
  if (!client || !session || !account) return undefined
  if (clients.find(client.clientId)?.frontchannel_logout_session_required) {
    oidc.claims.id_token = { ...oidc.claims.id_token, sid: null }
  }
  const given = await provider.Grant.find(session.grantIdFor(client.clientId) ?? '')
  const held = given ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  held.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '))
  await held.save()
  return held
}
