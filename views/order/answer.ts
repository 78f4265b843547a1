import type { ModalView } from '@slack/types'
import type { Order } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { bold, stacked } from '../kit/mrkdwn.ts'
import { exactText } from './exact-text.ts'
import { aboutOrder, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-answer'

const form = defineForm({ id, fields: { text: { kind: 'multiline' } } })

export type OrderAnswerData = {
  order: Order
  /** where it goes: `ORDER_MAIL_TO` */
  to: string
  /** what brreg asked last, as it was written down; null: nobody wrote it */
  asked: string | null
  values?: { text: string }
}

/** The answer to what brreg asked; it leaves word for word in the order's own thread of mails. */
const render = (t: Text, { order, to, asked, values }: OrderAnswerData): ModalView => {
  const words = t.order.record.answer
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: words.submit,
    metadata: seenPlace(order),
    blocks: [
      aboutOrder(t, order),
      section(words.intro({ to })),
      ...(asked === null ? [] : [section(stacked([bold(words.asked)])), ...exactText(asked, 2)]),
      ...form.render({ t: words.fields, ...(values && { values }) }),
    ],
  })
}

const read = (state: ViewValues): { text: string } => form.read(state)
const errors = (t: Text, faults: readonly FieldFault[]) => form.errors(recordFaultsAt(t, faults))

export const orderAnswer = { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
