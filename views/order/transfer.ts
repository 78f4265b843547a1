import type { ModalView } from '@slack/types'
import type { Order } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { aboutOrder, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-transfer'

const fields = { user: { kind: 'user' }, tell_brreg: { kind: 'checkbox' } } as const
const form = defineForm({ id, fields })

export type OrderTransferValues = Values<typeof fields>
export type OrderTransferData = {
  order: Order
  /** brreg has a mail of it that another can follow */
  canTell: boolean
  values?: Partial<OrderTransferValues>
}

/** Gives an order to a colleague; brreg can be told whom to write to. */
const render = (t: Text, { order, canTell, values }: OrderTransferData): ModalView => {
  const words = t.order.record.transfer
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: words.submit,
    metadata: seenPlace(order),
    blocks: [
      aboutOrder(t, order),
      section(words.intro),
      ...form.render({
        t: words.fields,
        values: { tell_brreg: canTell, ...values },
        only: canTell ? ['user', 'tell_brreg'] : ['user'],
      }),
    ],
  })
}

const read = (state: ViewValues): OrderTransferValues => form.read(state)

/** Why the person can't take over, as the domain says it: `same`, `not-a-member`, `no-address`, `required`. */
const errors = (t: Text, faults: readonly FieldFault[]): Record<string, string> => {
  const words: Partial<Record<string, string>> = t.order.record.transfer.faults
  const known = faults.map(({ field, reason }) => ({ field, message: words[reason] }))
  const others = recordFaultsAt(t, faults)
  return form.errors(known.map(({ field, message }, at) => ({ field, message: message ?? others[at]?.message ?? '' })))
}

export const orderTransfer = { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
