import { z } from 'zod'
import type { ClientInput } from './model.ts'
import { type FieldError, fieldError } from './problem.ts'

const text = (max: number) =>
  z
    .string()
    .max(max, `size must be between 0 and ${max}`)
    .refine((value) => value.trim() !== '', 'must not be blank')
const uri = z.string().max(2048, 'size must be between 0 and 2048')
const seconds = z.int().min(0, 'must be greater than or equal to 0').max(2_147_483_647)
const optional = <T extends z.ZodType>(schema: T) => schema.nullish()

/**
 * Types and closed sets of reference digdir.md 2.3. `null` counts as absent (7, trap 16), unknown fields are ignored.
 * Which fields are required, and how long they may be, is UNKNOWN (7.2): read strictly, both texts are required and
 * bounded, so that a client made here is complete.
 */
const body = z.object({
  client_name: text(255),
  description: text(1000),
  client_orgno: optional(z.string().regex(/^\d{9}$/, 'must be an organisation number')),
  client_uri: optional(uri),
  logo_uri: optional(uri),
  integration_type: z.enum([
    'idporten',
    'api_klient',
    'ansattporten',
    'maskinporten',
    'krr',
    'eformidling',
    'idporten_saml2',
  ]),
  application_type: z.enum(['web', 'browser', 'native']),
  grant_types: z.array(z.string()).min(1, 'must not be empty'),
  token_endpoint_auth_method: z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']),
  // A client without any scope is refused (7, trap 14).
  scopes: z.array(z.string()).min(1, 'must not be empty'),
  redirect_uris: optional(z.array(uri)),
  post_logout_redirect_uris: optional(z.array(uri)),
  frontchannel_logout_uri: optional(uri),
  frontchannel_logout_session_required: optional(z.boolean()),
  sso_disabled: optional(z.boolean()),
  code_challenge_method: optional(z.enum(['S256', 'none'])),
  access_token_lifetime: optional(seconds),
  refresh_token_lifetime: optional(seconds),
  authorization_lifetime: optional(seconds),
  refresh_token_usage: optional(z.enum(['ONETIME', 'REUSE'])),
})

/**
 * Read-only fields that a body must not carry. The documents tell callers to drop created and last_updated (2.2), and
 * others to never send a secret, keys or the supplier (2.3): strictly, each of them is refused rather than ignored.
 */
const readOnly = [
  'created',
  'last_updated',
  'supplier_orgno',
  'client_secret',
  'jwks',
  'jwks_uri',
  'onbehalfof',
] as const

/**
 * Reads the body of POST and PUT /clients.
 *
 * @param clientId of the path, for PUT: the body may repeat it and nothing else
 * @returns the fields that were sent, or every fault of shape
 */
export const readClientBody = (
  given: unknown,
  clientId?: string,
): { input: ClientInput; errors: [] } | { input?: undefined; errors: FieldError[] } => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { errors: [fieldError('', 'must be a JSON object')] }
  const sent = given as Record<string, unknown>
  const present = (field: string) => sent[field] !== undefined && sent[field] !== null

  const errors = readOnly.filter(present).map((field) => fieldError(field, 'is read-only'))
  if (present('client_id') && sent.client_id !== clientId) errors.push(fieldError('client_id', 'is read-only'))
  // Deactivation is DELETE, and no way back is documented (2.9): strictly, `active` may only say what is so.
  if (present('active') && sent.active !== true) errors.push(fieldError('active', 'use DELETE to deactivate'))

  const read = body.safeParse(given)
  if (read.success && errors.length === 0) {
    const fields = Object.entries(read.data).filter(([, value]) => value !== null && value !== undefined)
    return { input: Object.fromEntries(fields) as ClientInput, errors: [] }
  }
  for (const issue of read.error?.issues ?? []) errors.push(fieldError(fieldPath(issue.path), issue.message))
  return { errors }
}

/** `['redirect_uris', 0]` -> `redirect_uris[0]` */
const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
