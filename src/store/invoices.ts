import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ContactReads, ContactWrites } from '../domain/contact/store.ts'
import type { Invoice, InvoiceOf } from '../domain/contact/types.ts'
import { AppError } from '../errors.ts'
import type { Ground, Tx } from './engine.ts'
import type { Tables } from './schema.ts'

const invoiceOf = ({ clientId, environment, ...row }: Tables['invoices']['$inferSelect']): Invoice => ({
  ...row,
  client: environment === null ? null : { environment, clientId },
})

const isOf = ({ invoices }: Tables, { organisationNumber, client }: InvoiceOf) =>
  and(
    eq(invoices.organisationNumber, organisationNumber),
    eq(invoices.clientId, client?.clientId ?? ''),
    client ? eq(invoices.environment, client.environment) : isNull(invoices.environment),
  )

/** Questions about invoice information. */
export const invoiceReads = ({ db, tables }: Ground): Pick<ContactReads, 'invoice' | 'invoicesOf'> => {
  const { invoices } = tables
  return {
    invoice: async (of) => {
      const [row] = await db.select().from(invoices).where(isOf(tables, of))
      return row ? invoiceOf(row) : null
    },
    invoicesOf: async (organisationNumber) => {
      const rows = await db
        .select()
        .from(invoices)
        .where(eq(invoices.organisationNumber, organisationNumber))
        // the organisation's own has an empty one
        .orderBy(invoices.clientId)
      return rows.map(invoiceOf)
    },
  }
}

/** Effects on the same; of two at once one goes through. */
export const invoiceWrites = ({
  db,
  tables,
  now,
}: Tx): Pick<ContactWrites, 'saveInvoice' | 'forgetInvoice' | 'nameRecipient'> => {
  const { invoices } = tables
  const isStill = (of: InvoiceOf, version: number) => and(isOf(tables, of), eq(invoices.version, version))
  return {
    saveInvoice: async (of, content, updatedBy, expected) => {
      const at = now()
      const { invoiceOrganisationNumber, invoiceName, address, reference, email } = content
      const given = { invoiceOrganisationNumber, invoiceName, address, reference, email, updatedBy, updatedAt: at }
      const { organisationNumber, client } = of
      const place = { organisationNumber, clientId: client?.clientId ?? '', environment: client?.environment ?? null }
      const [saved] =
        expected === null
          ? await db
              .insert(invoices)
              .values({ ...place, ...given, version: 1, createdAt: at })
              .onConflictDoNothing()
              .returning()
          : await db
              .update(invoices)
              .set({ ...given, version: sql`${invoices.version} + 1` })
              .where(isStill(of, expected))
              .returning()
      if (!saved) throw new AppError('changed-meanwhile', 'the invoice information is another by now')
      return invoiceOf(saved)
    },
    forgetInvoice: async (of, expected) => {
      const gone = await db.delete(invoices).where(isStill(of, expected)).returning({ version: invoices.version })
      return gone.length > 0
    },
    nameRecipient: async (of, version, name) => {
      const named = await db
        .update(invoices)
        .set({ invoiceName: name })
        .where(isStill(of, version))
        .returning({ version: invoices.version })
      return named.length > 0
    },
  }
}
