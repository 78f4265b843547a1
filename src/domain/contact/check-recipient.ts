import { AppError } from '../../errors.ts'
import { type Enhetsregisteret, type LookUp, usableAs } from '../belonging/register-unit.ts'
import type { Deps } from '../deps.ts'
import type { InvoiceCode } from './read-invoice.ts'
import type { Invoice } from './types.ts'

type Register = Pick<Enhetsregisteret, 'byNumber'>

const blocked = {
  deleted: 'unit-deleted',
  removed: 'unit-removed',
  'not-found': 'unit-unknown',
  'sub-unit': 'unit-sub',
} as const satisfies Record<string, InvoiceCode>

/** What an answer of the register says of whom an invoice is to go to; `name` null: nothing. */
export const recipientOf = (found: LookUp): { name: string | null } | { code: InvoiceCode } => {
  const use = usableAs(found)
  if (use.use === 'block') return { code: blocked[use.reason] }
  return { name: found.found === 'unit' ? found.unit.name : null }
}

/** Throws `bad-input` with the field and why, where the register rules a recipient out. */
export const nameOrRefuse = (found: LookUp): string | null => {
  const recipient = recipientOf(found)
  if ('name' in recipient) return recipient.name
  const fields = [{ field: 'invoice_organisation_number', reason: recipient.code }]
  throw new AppError('bad-input', 'the recipient can get no invoice', { fields })
}

/**
 * Looks up a recipient who was saved unchecked, for as long as the register takes. What it says is kept: the name; nobody
 * saved anything, so whoever has a form open may send it. Gives the name, why it can't be that recipient, or null: the
 * register does not answer, or somebody has saved another one.
 */
export const checkRecipient = async (
  { store, enhetsregisteret }: Pick<Deps, 'store'> & { enhetsregisteret: Register },
  invoice: Invoice,
): Promise<{ name: string } | { code: InvoiceCode } | null> => {
  const ask = () => enhetsregisteret.byNumber(invoice.invoiceOrganisationNumber)
  const first = await ask()
  // that may have been the question that was too slow for the form: nobody has asked since
  const recipient = recipientOf(first.found === 'unknown' ? await ask() : first)
  if ('code' in recipient) return recipient
  const { name } = recipient
  if (name === null) return null
  const { value: named } = await store.write({}, (tx) => tx.nameRecipient(invoice, invoice.version, name))
  return named ? { name } : null
}
