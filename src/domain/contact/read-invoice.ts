import { readOrganisationNumber } from '../organisation-number.ts'
import { readEmail } from './read-email.ts'
import { hasControl, hasLineBreak, tidyLine } from './typed-line.ts'
import type { InvoiceContent } from './types.ts'

/** The fields of `invoice-edit` (design section 3). */
export type InvoiceField = 'invoice_organisation_number' | 'invoice_address' | 'invoice_reference' | 'invoice_email'

export const invoiceFaults = [
  'number',
  'unit-sub',
  'unit-deleted',
  'unit-removed',
  'unit-unknown',
  'address',
  'reference',
  'email',
] as const
export type InvoiceCode = (typeof invoiceFaults)[number]
export type InvoiceFault = { field: InvoiceField; code: InvoiceCode }

export type TypedInvoice = { organisationNumber: string; address: string; reference: string; email: string }

const LONGEST_ADDRESS = 500
const LONGEST_REFERENCE = 100

/** One line that is there and not too long; null for everything else. */
const readLine = (typed: string, longest: number): string | null => {
  const line = tidyLine(typed)
  const fits = line !== '' && [...line].length <= longest
  return fits && !hasLineBreak(typed) && !hasControl(line) ? line : null
}

/** The lines of an address become one, as `Storgata 1, 6099 Fosnavåg`: no break of a line goes on from here. */
const readAddress = (typed: string): string | null => {
  const lines = typed.split(/\r\n|[\r\n]/).map((line) => line.trim().replace(/,$/, ''))
  return readLine(lines.filter((line) => line !== '').join(', '), LONGEST_ADDRESS)
}

/**
 * Invoice information as it was typed, checked by form; every fault comes back at once. What the register says of the
 * recipient is `saveInvoice`'s to ask, so `invoiceName` is null still. An e-mail address may be left out.
 */
export const readInvoice = (
  typed: TypedInvoice,
): { ok: true; content: InvoiceContent } | { ok: false; faults: InvoiceFault[] } => {
  const number = readOrganisationNumber(typed.organisationNumber)
  const address = readAddress(typed.address)
  const reference = readLine(typed.reference, LONGEST_REFERENCE)
  const email = readEmail(typed.email)
  const withoutEmail = !email.ok && email.code === 'empty'
  if (number === null || address === null || reference === null || !(email.ok || withoutEmail)) {
    const faults: InvoiceFault[] = []
    if (number === null) faults.push({ field: 'invoice_organisation_number', code: 'number' })
    if (address === null) faults.push({ field: 'invoice_address', code: 'address' })
    if (reference === null) faults.push({ field: 'invoice_reference', code: 'reference' })
    if (!(email.ok || withoutEmail)) faults.push({ field: 'invoice_email', code: 'email' })
    return { ok: false, faults }
  }
  const invoiceEmail = email.ok ? email.email : null
  const content = { invoiceOrganisationNumber: number, invoiceName: null, address, reference, email: invoiceEmail }
  return { ok: true, content }
}
