import { AppError } from '../../errors.ts'
import type { Enhetsregisteret } from '../belonging/register-unit.ts'
import type { SlackUser } from '../belonging/types.ts'
import { personSubject } from '../change.ts'
import type { Deps } from '../deps.ts'
import { within } from '../patience.ts'
import { nameOrRefuse } from './check-recipient.ts'
import { invoiceLine, invoiceValues } from './invoice-audit.ts'
import type { Invoice, InvoiceContent, InvoiceOf } from './types.ts'

/** How long the register is waited for, ms: Slack waits 3 s for the whole answer. */
const registerPatience = 1_200

/**
 * The recipient's name in Enhetsregisteret (brreg.md 4.4). Where the register does not answer it is null and the number
 * unverified; so is test data's own number, which the register does not know. Throws `bad-input` for one that can't be.
 */
const recipientName = async (register: Pick<Enhetsregisteret, 'byNumber'>, number: string): Promise<string | null> => {
  const asked = await within(register.byNumber(number), registerPatience)
  // looked up once more when it is saved (`checkRecipient`)
  if (!asked.done) return null
  return nameOrRefuse(asked.value)
}

/**
 * Saves invoice information of an organisation or of one client. `expected` is the version that was read, null: there was
 * none; another by now throws `changed-meanwhile`. A recipient that the register rules out throws `bad-input` with the
 * field and why (`unit-deleted`, …). `once` makes a double click one save.
 */
export const saveInvoice = async (
  deps: Pick<Deps, 'store' | 'enhetsregisteret'>,
  who: SlackUser,
  asked: { of: InvoiceOf; content: InvoiceContent; expected: number | null; once: string },
): Promise<Invoice> => {
  const { of, expected, once } = asked
  const invoiceName = await recipientName(deps.enhetsregisteret, asked.content.invoiceOrganisationNumber)
  const content = { ...asked.content, invoiceName }
  const before = await deps.store.invoice(of)
  const values = { ...(before && { before: invoiceValues(before) }), after: invoiceValues(content) }
  await deps.store.write({ once, audit: [invoiceLine('invoice.save', who, of, values)] }, async (tx) => {
    await tx.saveInvoice(of, content, personSubject(who), expected)
    return null
  })
  const saved = await deps.store.invoice(of)
  if (!saved) throw new AppError('changed-meanwhile', 'somebody else removed it')
  return saved
}

/** Removes it as it was read; throws `changed-meanwhile` when it is another, or gone, by now. */
export const removeInvoice = async (
  { store }: Pick<Deps, 'store'>,
  who: SlackUser,
  { invoice, once }: { invoice: Invoice; once: string },
): Promise<void> => {
  const of: InvoiceOf = { organisationNumber: invoice.organisationNumber, client: invoice.client }
  const line = invoiceLine('invoice.remove', who, of, { before: invoiceValues(invoice) })
  await store.write({ once, audit: [line] }, async (tx) => {
    if (await tx.forgetInvoice(of, invoice.version)) return null
    throw new AppError('changed-meanwhile', 'the invoice information is another by now')
  })
}
