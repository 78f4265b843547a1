import type { ModalView } from '@slack/types'
import type { Invoice } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { bold, mrkdwn } from '../kit/mrkdwn.ts'
import { type InvoiceRef, invoiceSchema } from './invoice-values.ts'

const id = 'invoice-edit'

const form = defineForm({
  id,
  fields: {
    invoice_organisation_number: { kind: 'text' },
    invoice_address: { kind: 'multiline' },
    invoice_reference: { kind: 'text' },
    // no e-mail field of Slack's: it refuses pasted markup before we can mend it
    invoice_email: { kind: 'text', optional: true },
  },
})
const metadata = metadataOf<InvoiceRef>(invoiceSchema)

export type InvoiceField = keyof Pick<
  ReturnType<typeof form.read>,
  'invoice_organisation_number' | 'invoice_address' | 'invoice_reference' | 'invoice_email'
>

export type InvoiceEditData = InvoiceRef & {
  /** of whom, as people call it: the organisation or the client */
  name: string
  /** what stands there; null: nothing, and `number` is suggested */
  invoice: Pick<Invoice, 'invoiceOrganisationNumber' | 'address' | 'reference' | 'email'> | null
  number: string
}

/** The form of invoice information (design section 3, `invoice-edit`). */
const render = (t: Text, { name, invoice, number, ...ref }: InvoiceEditData): ModalView => {
  const words = t.contact.invoice
  return modal({
    id,
    title: words.formTitle,
    environment: ref.client?.environment ?? null,
    close: t.common.cancel,
    submit: words.save,
    metadata: metadata.write(ref),
    blocks: [
      section(bold(ref.client === null ? words.ofOrganisation({ name }) : words.ofClient({ name }))),
      section(mrkdwn`${words.intro} ${words.portal}`),
      ...form.render({
        t: words.form,
        values: {
          invoice_organisation_number: invoice?.invoiceOrganisationNumber ?? number,
          invoice_address: invoice?.address ?? '',
          invoice_reference: invoice?.reference ?? '',
          invoice_email: invoice?.email ?? '',
        },
      }),
    ],
  })
}

const read = (state: ViewValues) => form.read(state)

export type InvoiceProblem = keyof Text['contact']['invoice']['faults']

/** Field errors by block id. */
const errors = (t: Text, faults: readonly { field: string; code: InvoiceProblem }[]): Record<string, string> =>
  form.errors(faults.map(({ field, code }) => ({ field, message: t.contact.invoice.faults[code] })))

export const invoiceEdit = { id, actions: {}, metadata, render, read, errors }
