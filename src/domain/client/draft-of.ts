import type { CreateClientPayload } from './create-payload.ts'
import { defaultDraft } from './defaults.ts'
import type { ClientDraft } from './draft.ts'
import { applicationTypes, authMethods, type Environment, integrationTypes } from './types.ts'

const oneOf = <T extends string>(values: readonly T[], value: string | null | undefined, standard: T): T =>
  values.find((each) => each === value) ?? standard

/** What somebody had filled in, from the payload that was made of it: the form opens again with nothing lost. */
export const draftOf = ({ metadata, key }: CreateClientPayload, environment: Environment): ClientDraft => {
  const standard = defaultDraft(oneOf(integrationTypes, metadata.integration_type, 'idporten'), environment)
  return {
    ...standard,
    client_name: metadata.client_name,
    description: metadata.description,
    client_uri: metadata.client_uri ?? '',
    application_type: oneOf(applicationTypes, metadata.application_type, standard.application_type),
    token_endpoint_auth_method: oneOf(
      authMethods,
      metadata.token_endpoint_auth_method,
      standard.token_endpoint_auth_method,
    ),
    redirect_uris: metadata.redirect_uris ?? [],
    post_logout_redirect_uris: metadata.post_logout_redirect_uris ?? [],
    frontchannel_logout_uri: metadata.frontchannel_logout_uri ?? '',
    scopes: metadata.scopes,
    access_token_lifetime: metadata.access_token_lifetime ?? null,
    refresh_token_lifetime: metadata.refresh_token_lifetime ?? null,
    authorization_lifetime: metadata.authorization_lifetime ?? null,
    refresh_token_usage: metadata.refresh_token_usage === 'REUSE' ? 'REUSE' : standard.refresh_token_usage,
    code_challenge_method: metadata.code_challenge_method === 'none' ? 'none' : standard.code_challenge_method,
    sso_disabled: metadata.sso_disabled ?? false,
    public_key: key === null ? null : JSON.stringify(key),
  }
}
