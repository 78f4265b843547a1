import { z } from 'zod'
import type { SlackUser } from './types.ts'

/** A person in a change's payload: team and user together, as everywhere (slack.md 4.3). */
export const personSchema: z.ZodType<SlackUser> = z.strictObject({
  teamId: z.string().regex(/^[TE][A-Z0-9]+$/),
  userId: z.string().regex(/^[UW][A-Z0-9]+$/),
})

/** Nine digits; whether they are anybody's is looked up. */
export const organisationNumberSchema = z.string().regex(/^[0-9]{9}$/)
