import { z } from 'zod'
import { looksLikeClientId } from './find-registration.ts'
import type { ClientMetadata, PublicKey } from './types.ts'

const text = z.string().nullish()
const texts = z.array(z.string()).nullish()
const seconds = z.number().int().nullish()

/** `ClientMetadata` as it stands in a change; unknown members are faults. */
export const metadataSchema: z.ZodType<ClientMetadata> = z.strictObject({
  client_name: z.string().min(1),
  description: z.string(),
  integration_type: z.string(),
  application_type: text,
  client_uri: text,
  client_orgno: text,
  token_endpoint_auth_method: text,
  grant_types: texts,
  scopes: z.array(z.string()).min(1),
  redirect_uris: texts,
  post_logout_redirect_uris: texts,
  frontchannel_logout_uri: text,
  frontchannel_logout_session_required: z.boolean().nullish(),
  sso_disabled: z.boolean().nullish(),
  code_challenge_method: text,
  access_token_lifetime: seconds,
  refresh_token_lifetime: seconds,
  authorization_lifetime: seconds,
  refresh_token_usage: text,
})

/** A public key as it stands in a change: these members and no other, so that no private one can get in. */
export const publicKeySchema: z.ZodType<PublicKey> = z.strictObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  alg: z.string().min(1),
  use: z.literal('sig'),
  n: z.string().min(1),
  e: z.string().min(1),
})

export const clientIdSchema = z.string().refine(looksLikeClientId)
