import { typeRules } from './type-table.ts'
import type { ApplicationType, AuthMethod, Environment, IntegrationType } from './types.ts'

export const refreshTokenUsages = ['ONETIME', 'REUSE'] as const
export type RefreshTokenUsage = (typeof refreshTokenUsages)[number]

export const codeChallengeMethods = ['S256', 'none'] as const
export type CodeChallengeMethod = (typeof codeChallengeMethods)[number]

/**
 * A client as somebody is filling it in; the names are the API's and the block ids of the form (design section 3).
 * Empty texts and null lifetimes (seconds) mean "not set": Digdir's default. `public_key` is as typed, and may be a
 * private key by mistake: it is never stored, only what `readPublicKey` makes of it.
 */
export type ClientDraft = {
  environment: Environment
  integration_type: IntegrationType
  client_name: string
  description: string
  client_uri: string
  application_type: ApplicationType
  token_endpoint_auth_method: AuthMethod
  redirect_uris: string[]
  post_logout_redirect_uris: string[]
  frontchannel_logout_uri: string
  scopes: string[]
  access_token_lifetime: number | null
  refresh_token_lifetime: number | null
  authorization_lifetime: number | null
  refresh_token_usage: RefreshTokenUsage | null
  code_challenge_method: CodeChallengeMethod | null
  sso_disabled: boolean
  public_key: string | null
}

export type DraftField = keyof ClientDraft

/** The fields of the details form that a type uses, in the order of design section 3. */
export const fieldsOf = (type: IntegrationType): DraftField[] => {
  const rules = typeRules(type)
  const login: DraftField[] = ['client_uri', 'application_type', 'token_endpoint_auth_method']
  const uris: DraftField[] = ['redirect_uris', 'post_logout_redirect_uris', 'frontchannel_logout_uri']
  const sessions: DraftField[] = [
    'refresh_token_lifetime',
    'authorization_lifetime',
    'refresh_token_usage',
    'code_challenge_method',
  ]
  return [
    'client_name',
    'description',
    ...(rules.usesRedirectUris ? [...login, ...uris] : []),
    ...(rules.mayAddScopes ? (['scopes'] as const) : []),
    'access_token_lifetime',
    ...(rules.usesRedirectUris ? sessions : []),
    ...(rules.choosesSso ? (['sso_disabled'] as const) : []),
    'public_key',
  ]
}

/** The fields among `fieldsOf(type)` that may not be left empty. */
export const requiredFieldsOf = (type: IntegrationType): DraftField[] => {
  const rules = typeRules(type)
  return [
    'client_name',
    'description',
    ...(rules.usesRedirectUris ? (['redirect_uris', 'post_logout_redirect_uris'] as const) : []),
    ...(rules.mayAddScopes && rules.fixedScopes.length === 0 ? (['scopes'] as const) : []),
  ]
}
