import type { ClientDraft } from './draft.ts'
import { withoutMarker } from './marker.ts'
import { authMethodsOf, typeRules } from './type-table.ts'
import type { ApplicationType, ClientMetadata, Environment, IntegrationType } from './types.ts'

/** Seconds. NAV's choice for each of its ID-porten clients (digdir.md 2.10). */
const loginLifetimes = {
  access_token_lifetime: 3600,
  refresh_token_lifetime: 7200,
  authorization_lifetime: 7200,
}

/**
 * What a form starts with: NAV's defaults for login clients, Digdir's own for machines (digdir.md 2.10). A secret is
 * never the default, since Digdir lets them live 360 days and they must be handed over.
 */
export const defaultDraft = (type: IntegrationType, environment: Environment): ClientDraft => {
  const rules = typeRules(type)
  const application: ApplicationType = 'web'
  const login = rules.usesRedirectUris
  return {
    environment,
    integration_type: type,
    client_name: '',
    description: '',
    client_uri: '',
    application_type: application,
    token_endpoint_auth_method: authMethodsOf(type, application)[0] ?? 'private_key_jwt',
    redirect_uris: [],
    post_logout_redirect_uris: [],
    frontchannel_logout_uri: '',
    scopes: [...rules.fixedScopes],
    access_token_lifetime: login ? loginLifetimes.access_token_lifetime : null,
    refresh_token_lifetime: login ? loginLifetimes.refresh_token_lifetime : null,
    authorization_lifetime: login ? loginLifetimes.authorization_lifetime : null,
    refresh_token_usage: login ? 'ONETIME' : null,
    code_challenge_method: login ? 'S256' : null,
    sso_disabled: login && !rules.choosesSso,
    public_key: null,
  }
}

const loginMetadata = (draft: ClientDraft): Partial<ClientMetadata> => ({
  ...(draft.client_uri && { client_uri: draft.client_uri }),
  redirect_uris: draft.redirect_uris,
  post_logout_redirect_uris: draft.post_logout_redirect_uris,
  ...(draft.frontchannel_logout_uri && {
    frontchannel_logout_uri: draft.frontchannel_logout_uri,
    frontchannel_logout_session_required: true,
  }),
  code_challenge_method: draft.code_challenge_method ?? 'S256',
  refresh_token_usage: draft.refresh_token_usage ?? 'ONETIME',
  sso_disabled: draft.sso_disabled,
  ...(draft.refresh_token_lifetime !== null && { refresh_token_lifetime: draft.refresh_token_lifetime }),
  ...(draft.authorization_lifetime !== null && { authorization_lifetime: draft.authorization_lifetime }),
})

/**
 * The body of a create (digdir.md 2.10) from a checked draft: only what the type uses. Machines get no refresh
 * lifetime at all (digdir.md 7, trap 15). The owner (`client_orgno`) and our marker are added when it is sent.
 */
export const toMetadata = (draft: ClientDraft): ClientMetadata => {
  const rules = typeRules(draft.integration_type)
  const chosen = rules.mayAddScopes ? draft.scopes : []
  return {
    client_name: draft.client_name,
    description: withoutMarker(draft.description),
    integration_type: draft.integration_type,
    application_type: draft.application_type,
    token_endpoint_auth_method: draft.token_endpoint_auth_method,
    grant_types: [...rules.grants],
    scopes: [...new Set([...rules.fixedScopes, ...chosen])],
    ...(draft.access_token_lifetime !== null && { access_token_lifetime: draft.access_token_lifetime }),
    ...(rules.usesRedirectUris && loginMetadata(draft)),
  }
}
