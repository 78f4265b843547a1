/** The objects of Digdir's self-service API, with the API's own names (reference digdir.md 2.3, 2.6, 2.8). */

export type Environment = 'test' | 'prod'

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

export type IntegrationType =
  | 'idporten'
  | 'api_klient'
  | 'ansattporten'
  | 'maskinporten'
  | 'krr'
  | 'eformidling'
  | 'idporten_saml2'

export type ApplicationType = 'web' | 'browser' | 'native'

export type AuthMethod = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none'

/** What a caller may send in POST and PUT; everything else in `Client` is the server's. */
export type ClientInput = {
  client_name: string
  description: string
  client_orgno?: string
  client_uri?: string
  logo_uri?: string
  integration_type: IntegrationType
  application_type: ApplicationType
  grant_types: string[]
  token_endpoint_auth_method: AuthMethod
  scopes: string[]
  redirect_uris?: string[]
  post_logout_redirect_uris?: string[]
  frontchannel_logout_uri?: string
  frontchannel_logout_session_required?: boolean
  sso_disabled?: boolean
  code_challenge_method?: 'S256' | 'none'
  access_token_lifetime?: number
  refresh_token_lifetime?: number
  authorization_lifetime?: number
  refresh_token_usage?: 'ONETIME' | 'REUSE'
}

/** A client as the API answers it. Lifetimes are seconds, 0 means the default; stamps are ISO 8601 with offset. */
export type Client = ClientInput & {
  client_id: string
  client_orgno: string
  supplier_orgno?: string
  active: boolean
  created: string
  last_updated: string
}

/** A registered public key; `exp` is epoch seconds. */
export type RegisteredKey = {
  kid: string
  kty: 'RSA'
  alg: string
  use?: string
  e: string
  n: string
  exp: number
  x5c?: string[]
}

export type KeySet = { keys: RegisteredKey[]; created: string; last_updated: string }

export type Scope = {
  prefix: string
  subscope: string
  name: string
  description: string
  long_description?: string
  visibility: 'PUBLIC' | 'PRIVATE' | 'INTERNAL'
  token_type: 'SELF_CONTAINED' | 'OPAQUE'
  /** seconds, 0 is the default */
  at_max_age: number
  authorization_max_lifetime: number
  accessible_for_all: boolean
  /** issuer URL of the source, where the scope can be delegated */
  delegation_source?: string
  /** empty: every type */
  allowed_integration_types: string[]
  requires_user_consent: boolean
  requires_user_authentication: boolean
  requires_pseudonymous_tokens: boolean
  protected: boolean
  supports_european_businesses: boolean
  owner_orgno: string
  active: boolean
  created: string
  last_updated: string
}

export type AccessState = 'REQUESTED' | 'APPROVED' | 'DENIED'

export type Access = {
  scope: string
  state: AccessState
  consumer_orgno: string
  owner_orgno: string
  created: string
  last_updated: string
}

export type DelegationSource = { name: string; issuer: string; created: string; last_updated: string }
