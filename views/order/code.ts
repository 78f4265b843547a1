import type { ModalView } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { drawnForMetadata } from './values.ts'

const id = 'order-code'

const form = defineForm({ id, fields: { code: { kind: 'text', max: 100, focus: true } } })

export type OrderCodeData = {
  /** the number of the organisation that answers */
  organisation: string
  values?: { code: string }
}

/** The code that a supplier gave its customer, typed by somebody of the customer. */
const render = (t: Text, { organisation, values }: OrderCodeData): ModalView => {
  const words = t.order.customer.code
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: words.submit,
    metadata: drawnForMetadata.write({ organisation }),
    blocks: [section(words.intro), ...form.render({ t: words.fields, ...(values && { values }) })],
  })
}

const read = (state: ViewValues): { code: string } => form.read(state)

/** Wrong, used, too old, another's: all of them answer the same. */
const errors = (t: Text, fault: 'malformed' | 'invalid' | 'required'): Record<string, string> => {
  const { what, next } = t.errors['code-invalid']({ serviceDesk: '' })
  const message = fault === 'invalid' ? `${what} ${next}` : t.order.customer.code.malformed
  return form.errors([{ field: 'code', message }])
}

export const orderCode = { id, actions: {}, metadata: drawnForMetadata, render, read, errors }
