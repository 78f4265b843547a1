import type { ApplicationType, AuthMethod, ClientInput, IntegrationType } from './model.ts'
import { JWT_BEARER } from './model.ts'

/** What one integration type allows: a row of reference digdir.md 2.4. */
export type TypeRules = {
  /** auth methods by application type; a missing application type is refused */
  methods: Partial<Record<ApplicationType, readonly AuthMethod[]>>
  grants: readonly string[]
  requiredGrant: string
  /** people log in: redirect URIs are required, `openid` too */
  login: boolean
  /** scopes that need no access and stand in no catalogue */
  builtInScopes: readonly string[]
  /** the only scopes of the catalogue that it takes; any when left out */
  onlyScopes?: readonly string[]
}

const confidential: readonly AuthMethod[] = ['client_secret_basic', 'client_secret_post', 'private_key_jwt']
const loginMethods = { web: confidential, browser: ['none'], native: ['none'] } as const
const loginGrants = ['authorization_code', 'refresh_token'] as const

const machine: TypeRules = {
  methods: { web: ['private_key_jwt'] },
  // The documents' short name `jwt_bearer_token` (2.3) is refused: strictly, only the registered URN is a grant type.
  grants: [JWT_BEARER],
  requiredGrant: JWT_BEARER,
  login: false,
  builtInScopes: [],
}

const loginRules: TypeRules = {
  methods: loginMethods,
  grants: loginGrants,
  requiredGrant: 'authorization_code',
  login: true,
  builtInScopes: ['openid', 'profile'],
}

/**
 * The types that can be self-served. `eformidling` is run by Digdir and `idporten_saml2` has no row in 2.4:
 * both are refused (the strict reading). `no_pid` was dropped in new ID-porten, so idporten may add `eidas` only.
 */
export const integrationTypes: Partial<Record<IntegrationType, TypeRules>> = {
  idporten: { ...loginRules, builtInScopes: ['openid', 'profile', 'eidas'], onlyScopes: [] },
  api_klient: loginRules,
  // PKCE is mandatory there, which `client-rules.ts` asks for; its methods for browser and native are read as
  // 2.4 lists them: only those with a secret or a key.
  ansattporten: { ...loginRules, methods: { web: confidential } },
  maskinporten: machine,
  krr: { ...machine, onlyScopes: ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'] },
}

/**
 * The stored form of a request: what was left out gets the API's default (reference digdir.md 2.3). Machine clients
 * keep 0 for lifetimes, as the stored answers of 2.10 show.
 */
export const withDefaults = (input: ClientInput): ClientInput => {
  const login = integrationTypes[input.integration_type]?.login ?? false
  const stored: ClientInput = {
    ...input,
    access_token_lifetime: input.access_token_lifetime ?? (login ? 120 : 0),
    refresh_token_lifetime: input.refresh_token_lifetime ?? (login ? 600 : 0),
    authorization_lifetime: input.authorization_lifetime ?? (login ? 7200 : 0),
    refresh_token_usage: input.refresh_token_usage ?? 'ONETIME',
    frontchannel_logout_session_required: input.frontchannel_logout_session_required ?? false,
  }
  if (!login) return stored
  return {
    ...stored,
    code_challenge_method: input.code_challenge_method ?? 'S256',
    // Ansattporten forces its isolated session (2.3).
    sso_disabled: input.integration_type === 'ansattporten' ? true : (input.sso_disabled ?? false),
  }
}

/** Scopes that some type has built in: they are for people who log in, and stand in no catalogue. */
export const isLoginScope = (name: string): boolean =>
  Object.values(integrationTypes).some((rules) => rules.builtInScopes.includes(name))
