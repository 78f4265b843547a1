import { z } from 'zod'
import type { RegisteredKey, Registration, Scope } from '../domain/client/types.ts'
import { publicMembers } from './public-jwk.ts'

const text = z.string().nullish()
const texts = z.array(z.string()).nullish()
const seconds = z.number().nullish()
const flag = z.boolean().nullish()

/** ISO 8601 with offset or Z (digdir.md 2.3) to epoch ms; null for what is absent or no time. */
const instant = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const at = value === null || value === undefined ? Number.NaN : new Date(value).getTime()
    return Number.isNaN(at) ? null : at
  })

/**
 * A client (digdir.md 2.3). Only its id and type are demanded: clients come from many years and portals. Unknown fields
 * are dropped, as is `client_secret`, which `secretSchema` reads where one was made.
 */
export const registrationSchema = z.object({
  client_id: z.string().min(1),
  client_name: text.transform((value) => value ?? ''),
  description: text.transform((value) => value ?? ''),
  integration_type: z.string().min(1),
  application_type: text,
  client_uri: text,
  client_orgno: text,
  supplier_orgno: text.transform((value) => value ?? null),
  token_endpoint_auth_method: text,
  grant_types: texts,
  scopes: texts.transform((value) => value ?? []),
  redirect_uris: texts,
  post_logout_redirect_uris: texts,
  frontchannel_logout_uri: text,
  frontchannel_logout_session_required: flag,
  sso_disabled: flag,
  code_challenge_method: text,
  access_token_lifetime: seconds,
  refresh_token_lifetime: seconds,
  authorization_lifetime: seconds,
  refresh_token_usage: text,
  active: flag.transform((value) => value ?? true),
  created: instant,
  last_updated: instant,
}) satisfies z.ZodType<Registration>

export const registrationsSchema = z.array(registrationSchema)

/** The secret in the answer that made it (digdir.md 2.2). */
export const secretSchema = z.object({ client_secret: z.string().min(1) })

/** A registered key (digdir.md 2.6): `exp` is Unix seconds, and `use` may be missing on keys from before May 2025. */
const keySchema = z
  .looseObject({ kid: z.string().min(1), kty: z.string(), alg: text, use: text, exp: z.number().nullish() })
  .transform(
    (key): RegisteredKey => ({
      kid: key.kid,
      kty: key.kty,
      alg: key.alg ?? null,
      use: key.use ?? null,
      exp: typeof key.exp === 'number' ? key.exp * 1000 : null,
      jwk: publicMembers(key),
    }),
  )

/** A client that never had keys may be answered without the array. */
export const keySetSchema = z.object({
  keys: z
    .array(keySchema)
    .nullish()
    .transform((keys) => keys ?? []),
})

/** A scope of the catalogue (digdir.md 2.8). */
export const scopeSchema = z.object({
  name: z.string().min(1),
  description: text.transform((value) => value ?? ''),
  allowed_integration_types: texts.transform((value) => value ?? []),
  accessible_for_all: flag.transform((value) => value ?? false),
  delegation_source: text.transform((value) => value || null),
  active: flag.transform((value) => value ?? true),
}) satisfies z.ZodType<Scope>

/** An organisation's access to a scope; only APPROVED counts (digdir.md 2.8). */
export const accessesSchema = z.array(z.object({ scope: z.string().min(1), state: z.string() }))
