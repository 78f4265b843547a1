import { z } from 'zod'
import { registerScopes } from './scopes.ts'

const scope = z.enum(registerScopes)
const words = z.string().max(5000).optional()

/** An answer as the browser sends it. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), about: z.enum(['missing', 'legal-basis', 'no-scope']).optional(), words }),
  z.object({ kind: z.literal('refuse'), words }),
  z.object({
    kind: z.literal('confirm'),
    scope,
    environments: z.enum(['test', 'prod', 'both']).optional(),
    written: scope.optional(),
    words,
  }),
  z.object({ kind: z.literal('deliver'), scope: scope.optional(), written: scope.optional(), words }),
  z.object({ kind: z.literal('already'), words }),
  z.object({ kind: z.literal('let-go'), words }),
  z.object({ kind: z.literal('silent') }),
  z.object({
    kind: z.literal('bounce'),
    status: z
      .string()
      .regex(/^[45]\.\d{1,3}\.\d{1,3}$/)
      .optional(),
    code: z.int().min(400).max(599).optional(),
  }),
])
