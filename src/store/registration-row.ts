import { z } from 'zod'
import type { Environment, RegisteredKey, Registration } from '../domain/client/types.ts'
import { fold } from './fold.ts'
import { canonical, parsed } from './json.ts'
import type { Tables } from './schema.ts'

/** Whose list, and where. */
export type Place = { organisationNumber: string; environment: Environment }

type Row = Tables['registrations']['$inferInsert']

const texts = z.array(z.string())
const shape: { [K in keyof Required<Registration>]: z.ZodType<Registration[K]> } = {
  client_name: z.string(),
  description: z.string(),
  integration_type: z.string(),
  application_type: z.string().nullish(),
  client_uri: z.string().nullish(),
  client_orgno: z.string().nullish(),
  token_endpoint_auth_method: z.string().nullish(),
  grant_types: texts.nullish(),
  scopes: texts,
  redirect_uris: texts.nullish(),
  post_logout_redirect_uris: texts.nullish(),
  frontchannel_logout_uri: z.string().nullish(),
  frontchannel_logout_session_required: z.boolean().nullish(),
  sso_disabled: z.boolean().nullish(),
  code_challenge_method: z.string().nullish(),
  access_token_lifetime: z.number().nullish(),
  refresh_token_lifetime: z.number().nullish(),
  authorization_lifetime: z.number().nullish(),
  refresh_token_usage: z.string().nullish(),
  client_id: z.string(),
  active: z.boolean(),
  supplier_orgno: z.string().nullable(),
  created: z.number().nullable(),
  last_updated: z.number().nullable(),
}
const registrationSchema: z.ZodType<Registration> = z.object(shape)

const keysSchema: z.ZodType<RegisteredKey[]> = z.array(
  z.object({
    kid: z.string(),
    kty: z.string(),
    alg: z.string().nullable(),
    use: z.string().nullable(),
    exp: z.number().nullable(),
    jwk: z.record(z.string(), z.unknown()),
  }),
)

/** A stored body. Throws `internal` when it can't be read. */
export const registrationOf = (body: string): Registration => parsed(registrationSchema, body, 'registrations.body')

/** Stored keys. Throws `internal` when they can't be read. */
export const keysOf = (keys: string): RegisteredKey[] => parsed(keysSchema, keys, 'registrations.keys')

/** A registration as it is stored. What is not in the contract is left out: nothing undeclared reaches the disk. */
export const rowOf = (place: Place, registration: Registration, seenAt: number): Row => ({
  ...place,
  clientId: registration.client_id,
  name: registration.client_name.replaceAll('\0', ''),
  nameFolded: fold(registration.client_name),
  integrationType: registration.integration_type,
  active: registration.active,
  body: canonical(registrationSchema.parse(registration)),
  lastUpdated: registration.last_updated,
  seenAt,
})
