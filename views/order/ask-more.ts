import type { ModalView } from '@slack/types'
import type { Order } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { aboutOrder, note, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-ask-more'

const form = defineForm({ id, fields: { note } })

export type OrderAskMoreData = { order: Order; values?: { note: string } }

/** Brreg asks for more: what, as somebody writes it down. */
const render = (t: Text, { order, values }: OrderAskMoreData): ModalView => {
  const words = t.order.record.askMore
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
      ...form.render({ t: words.fields, ...(values && { values }) }),
    ],
  })
}

const read = (state: ViewValues): { note: string } => form.read(state)
const errors = (t: Text, faults: readonly FieldFault[]) => form.errors(recordFaultsAt(t, faults))

export const orderAskMore = { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
