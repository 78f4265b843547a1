import { z } from 'zod'
import { environments } from '../../src/domain/client/types.ts'
import type { ClientRef } from '../../src/domain/contact/types.ts'
import { organisationShown } from '../client/values.ts'
import { buttonValueOf } from '../kit/metadata.ts'

const clientShape = { environment: z.enum(environments), clientId: z.string().min(1).max(100) }
const client = z.strictObject(clientShape).nullable()

/**
 * Whose invoice information a button or a form is about, as it was when it was shown: `version` null: there was none.
 * It proves nothing: whose it is, is asked again.
 */
export type InvoiceRef = { organisation: string; client: ClientRef | null; version: number | null }
export const invoiceSchema: z.ZodType<InvoiceRef> = z.strictObject({
  organisation: organisationShown,
  client,
  version: z.number().int().nullable(),
})
export const invoiceValue = buttonValueOf(invoiceSchema)

/** A client that was chosen in a menu, whose values are short (slack.md 1.3). */
export type InvoiceChoice = { organisation: string } & ClientRef
export const invoiceChoice = buttonValueOf<InvoiceChoice>(
  z.strictObject({ organisation: organisationShown, ...clientShape }),
)
