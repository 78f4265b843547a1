import { z } from 'zod'

/** What a choice of an organisation carries. It proves nothing: whether it is one of the person's is asked at the click. */
export const organisationNumberInput: z.ZodType<string> = z.string().regex(/^\d{9}$/)
