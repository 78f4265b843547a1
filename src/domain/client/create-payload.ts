import { z } from 'zod'
import { toMetadata } from './defaults.ts'
import type { ClientDraft } from './draft.ts'
import { metadataSchema, publicKeySchema } from './payload-schemas.ts'
import type { ClientMetadata, PublicKey } from './types.ts'

/** What is asked for when somebody creates a client: the body, and the key to post after it. */
export type CreateClientPayload = { metadata: ClientMetadata; key: PublicKey | null }

export const createPayloadSchema: z.ZodType<CreateClientPayload> = z.strictObject({
  metadata: metadataSchema,
  key: publicKeySchema.nullable(),
})

/** How far a create came: when it was posted (epoch ms), and what it made. */
export const createResultSchema = z.strictObject({
  postedAt: z.number(),
  clientId: z.string().nullable(),
  kid: z.string().nullable(),
})
export type CreateClientResult = z.infer<typeof createResultSchema>

/** A checked draft as a payload. What was typed as the key stays behind: `key` is what `readPublicKey` made of it. */
export const createPayload = (draft: ClientDraft, key: PublicKey | null): CreateClientPayload => ({
  metadata: toMetadata(draft),
  key,
})
