import type { ModalView } from '@slack/types'
import { environments } from '../../src/domain/client/types.ts'
import { type Order, registerScopes } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { aboutOrder, optionalNote, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-confirm'

const fields = {
  scope: { kind: 'select', values: registerScopes },
  environments: { kind: 'checkboxes', values: environments },
  note: optionalNote,
} as const
const form = defineForm({ id, fields })

export type OrderConfirmValues = Values<typeof fields>
export type OrderConfirmData = { order: Order; values?: Partial<OrderConfirmValues> }

/** Brreg gave access: which scope, and in which environments by now. */
const render = (t: Text, { order, values }: OrderConfirmData): ModalView => {
  const words = t.order.record.confirm
  const granted = environments.filter((one) => order.facts.granted[one] !== undefined)
  const before = granted.map((one) => t.common.environments[one])
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: t.order.record.save,
    metadata: seenPlace(order),
    blocks: [
      aboutOrder(t, order),
      section(words.intro),
      ...(before.length === 0 ? [] : [context(words.so_far({ environments: before }))]),
      ...form.render({
        t: words.fields,
        values: { ...(order.facts.scope !== null && { scope: order.facts.scope }), ...values },
      }),
    ],
  })
}

const read = (state: ViewValues): OrderConfirmValues => form.read(state)
const errors = (t: Text, faults: readonly FieldFault[]) => form.errors(recordFaultsAt(t, faults))

export const orderConfirm = { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
