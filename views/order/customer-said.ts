import type { ModalView } from '@slack/types'
import { environments } from '../../src/domain/client/types.ts'
import { type Order, type OrderContent, registerScopes } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { unitName } from './order-words.ts'
import { aboutOrder, optionalNote, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-customer-said'

const fields = {
  confirmed_on: { kind: 'date' },
  scope: { kind: 'select', values: registerScopes, optional: true },
  environments: { kind: 'checkboxes', values: environments },
  note: optionalNote,
} as const
const form = defineForm({ id, fields })

export type OrderCustomerSaidValues = Values<typeof fields>
export type OrderCustomerSaidData = {
  order: Order & { content: Extract<OrderContent, { kind: 'existing' }> }
  values?: Partial<OrderCustomerSaidValues>
}

/** What the customer told of its own access, as the supplier writes it down. */
const render = (t: Text, { order, values }: OrderCustomerSaidData): ModalView => {
  const words = t.order.record.customerSaid
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: t.order.record.save,
    metadata: seenPlace(order),
    blocks: [
      aboutOrder(t, order),
      section(words.intro({ customer: unitName(t, order.content.customer) })),
      context(words.better),
      ...form.render({ t: words.fields, ...(values && { values }) }),
    ],
  })
}

const read = (state: ViewValues): OrderCustomerSaidValues => form.read(state)
const errors = (t: Text, faults: readonly FieldFault[]) => form.errors(recordFaultsAt(t, faults))

export const orderCustomerSaid = { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
