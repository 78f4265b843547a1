import { z } from 'zod'
import type { Scope } from './model.ts'
import { fieldError, Refusal } from './problem.ts'

const optional = <T extends z.ZodType>(schema: T) => schema.nullish()
const seconds = z.int().min(0, 'must be greater than or equal to 0')

/** Token properties of reference digdir.md 2.8; unknown fields are ignored, `null` counts as absent. */
const body = z.object({
  prefix: z.string().min(1, 'must not be blank'),
  // The accepted shape: `/`-separated segments, then `:` segments, then `.` suffixes; lower case, digits, æøå.
  subscope: z
    .string()
    .regex(/^[a-zæøå0-9_-]+(\/[a-zæøå0-9_-]+)*(:[a-zæøå0-9_-]+)*(\.[a-zæøå0-9_-]+)*$/, 'is not a valid subscope'),
  description: z.string().min(1, 'must not be blank'),
  long_description: optional(z.string()),
  visibility: optional(z.enum(['PUBLIC', 'PRIVATE', 'INTERNAL'])),
  token_type: optional(z.enum(['SELF_CONTAINED', 'OPAQUE'])),
  at_max_age: optional(seconds),
  authorization_max_lifetime: optional(seconds),
  accessible_for_all: optional(z.boolean()),
  delegation_source: optional(z.string()),
  allowed_integration_types: optional(z.array(z.string())),
  requires_user_consent: optional(z.boolean()),
  requires_user_authentication: optional(z.boolean()),
  requires_pseudonymous_tokens: optional(z.boolean()),
  active: optional(z.boolean()),
})

export type ScopeInput = Partial<Scope> & Pick<Scope, 'prefix' | 'subscope' | 'description'>

const readOnly = ['created', 'last_updated', 'owner_orgno'] as const

/**
 * Reads the body of POST and PUT /scopes.
 *
 * @param sources issuers that `delegation_source` may name
 * @throws Refusal 400 with every fault
 */
export const readScopeBody = (given: unknown, sources: readonly string[]): ScopeInput => {
  const sent = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const errors = readOnly.filter((field) => field in sent).map((field) => fieldError(field, 'is read-only', 'scope'))
  const read = body.safeParse(given)
  for (const issue of read.error?.issues ?? []) errors.push(fieldError(issue.path.join('.'), issue.message, 'scope'))
  const source = read.data?.delegation_source
  if (source && !sources.includes(source))
    errors.push(fieldError('delegation_source', 'is not a delegation source', 'scope'))
  if (!read.success || errors.length > 0) throw new Refusal(400, 'validation failed', errors)
  const fields = Object.entries(read.data).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(fields) as ScopeInput
}
