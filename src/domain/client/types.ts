import type { JWK } from 'jose'

/** Digdir's two worlds. */
export const environments = ['test', 'prod'] as const
export type Environment = (typeof environments)[number]

/** digdir.md 2.3 and 2.4; `eformidling` and `idporten_saml2` are run by Digdir alone and never made here. */
export const integrationTypes = ['idporten', 'api_klient', 'ansattporten', 'maskinporten', 'krr'] as const
export type IntegrationType = (typeof integrationTypes)[number]

export const applicationTypes = ['web', 'browser', 'native'] as const
export type ApplicationType = (typeof applicationTypes)[number]

export const authMethods = ['private_key_jwt', 'client_secret_basic', 'client_secret_post', 'none'] as const
export type AuthMethod = (typeof authMethods)[number]

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/**
 * Client metadata as Digdir's API names it (digdir.md 2.3, RFC 7591): what may be sent in a create or a put.
 * Lifetimes are seconds. `null` and absent mean the same: not set.
 */
export type ClientMetadata = {
  client_name: string
  description: string
  integration_type: string
  application_type?: string | null
  client_uri?: string | null
  client_orgno?: string | null
  token_endpoint_auth_method?: string | null
  grant_types?: string[] | null
  scopes: string[]
  redirect_uris?: string[] | null
  post_logout_redirect_uris?: string[] | null
  frontchannel_logout_uri?: string | null
  frontchannel_logout_session_required?: boolean | null
  sso_disabled?: boolean | null
  code_challenge_method?: string | null
  access_token_lifetime?: number | null
  refresh_token_lifetime?: number | null
  authorization_lifetime?: number | null
  refresh_token_usage?: string | null
}

/** A client registration as Digdir keeps it. Times are epoch milliseconds, null where Digdir did not say. */
export type Registration = ClientMetadata & {
  client_id: string
  active: boolean
  supplier_orgno: string | null
  created: number | null
  last_updated: number | null
}

/** A registered public key; `exp` in epoch milliseconds (Digdir lets a key live a year, digdir.md 2.6). */
export type RegisteredKey = {
  kid: string
  kty: string
  alg: string | null
  use: string | null
  exp: number | null
  jwk: JWK
}

/** A public key ready to be posted: RSA, with kid, alg and use (digdir.md 2.6). Never a private member. */
export type PublicKey = JWK & { kty: 'RSA'; kid: string; alg: string; use: 'sig'; n: string; e: string }

/** A scope of Digdir's catalogue (digdir.md 2.8). `access` says why the organisation may use it. */
export type Scope = {
  name: string
  description: string
  allowed_integration_types: string[]
  accessible_for_all: boolean
  delegation_source: string | null
  active: boolean
}

/** An admin client that an organisation gave Portvakt itself; `testedAt` is another one when it was given anew. */
export type OwnClient = { clientId: string; testedAt: number }

/**
 * Which admin client acts, and for whom (design section 4).
 * `own`: the admin client belongs to the organisation: `client`, which it gave itself, or without that the bot's.
 * `supplier`: the bot's, which belongs to `supplierOrgno` and acts for `organisationNumber` with
 * `idporten:dcr.supplier`; scope access there is the supplier's.
 */
export type AdminAccess =
  | { mode: 'own'; environment: Environment; organisationNumber: string; client?: OwnClient }
  | { mode: 'supplier'; environment: Environment; organisationNumber: string; supplierOrgno: string }

/** An answer of Digdir's together with its correlation id, where it gave one. */
export type Answered<T> = { value: T; correlationId: string | null }

/**
 * What the domain asks of Digdir's self-service API. Every function throws `AppError` with a `digdir-*`,
 * `token-refused` or `maskinporten-unavailable` code that keeps the correlation id; `not-found` for a 404.
 */
export type Digdir = {
  /** Own or customer's clients; inactive ones too when asked for. */
  list(access: AdminAccess, how?: { inactive?: boolean }): Promise<Registration[]>
  get(access: AdminAccess, clientId: string): Promise<Registration>
  /**
   * Never repeated by itself: a lost answer throws `digdir-outcome-unknown`, and the caller looks for the twin first.
   * `clientSecret` is there for the secret methods, in clear, this once.
   */
  create(access: AdminAccess, body: ClientMetadata): Promise<Answered<Registration> & { clientSecret: string | null }>
  deactivate(access: AdminAccess, clientId: string): Promise<{ correlationId: string | null }>
  keys(access: AdminAccess, clientId: string): Promise<RegisteredKey[]>
  /** Replaces the whole set (digdir.md 2.6). */
  replaceKeys(access: AdminAccess, clientId: string, keys: JWK[]): Promise<Answered<RegisteredKey[]>>
  removeAllKeys(access: AdminAccess, clientId: string): Promise<{ correlationId: string | null }>
  newSecret(access: AdminAccess, clientId: string): Promise<{ clientSecret: string; correlationId: string | null }>
  /** Scopes that were granted (APPROVED) to the admin client's own organisation; names. */
  grantedScopes(access: AdminAccess): Promise<string[]>
  /** The public catalogue; no token needed. */
  catalogue(environment: Environment): Promise<Scope[]>
}

/** Who owns the bot's admin client, read from the `consumer` of its token (design section 4). */
export type AdminClients = {
  /** null when that environment has no admin client configured. Throws `token-refused`, `maskinporten-unavailable`. */
  owner(environment: Environment): Promise<string | null>
  /** whether the bot's admin client holds `idporten:dcr.supplier` there */
  maySupply(environment: Environment): Promise<boolean>
}
