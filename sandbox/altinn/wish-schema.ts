import { z } from 'zod'
import { registerScopes } from '../brreg/scopes.ts'

const delegation = { to: z.string().trim().max(40), scope: z.enum(registerScopes) }

/** What the browser asks of Altinn. */
export const altinnWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log-in'), pid: z.string().trim().max(40) }),
  z.object({ kind: z.literal('log-out') }),
  z.object({ kind: z.literal('represent'), number: z.string().max(40).nullable() }),
  z.object({ kind: z.literal('delegate'), ...delegation }),
  z.object({ kind: z.literal('remove'), ...delegation }),
])
