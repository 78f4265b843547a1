import type { KnownBlock, ModalView } from '@slack/types'
import { type Order, registerScopes } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { aboutOrder, optionalNote, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const fields = {
  unit_number: { kind: 'text', max: 60 },
  unit_name: { kind: 'text', max: 400 },
  scope: { kind: 'select', values: registerScopes, optional: true },
  note: optionalNote,
} as const

export type OrderDeliverValues = Values<typeof fields>
export type OrderDeliverData = {
  /** of a supplier */
  order: Order & { kind: 'fictional' | 'existing' }
  values?: Partial<OrderDeliverValues>
}

type FieldName = keyof typeof fields

/** A fictional enterprise arises in B alone; its scope is new there, and the customer's own in C. */
const shownOf = ({ kind }: OrderDeliverData['order']): FieldName[] =>
  kind === 'fictional' ? ['unit_number', 'unit_name', 'scope', 'note'] : ['scope', 'note']
const requiredOf = ({ kind }: OrderDeliverData['order']): FieldName[] =>
  kind === 'fictional' ? ['unit_number', 'unit_name', 'scope'] : []

const stands = ({ facts }: Order): Partial<OrderDeliverValues> => ({
  unit_number: facts.fictionalUnit?.number ?? '',
  unit_name: facts.fictionalUnit?.name ?? '',
  ...(facts.scope !== null && { scope: facts.scope }),
})

/** The two modals have the same fields, each under its own name: what brreg delivered, and that put right. */
const view = <const Id extends string>(id: Id, words: (t: Text) => { title: string; intro(order: Order): string }) => {
  const form = defineForm({ id, fields })

  const render = (t: Text, { order, values }: OrderDeliverData): ModalView => {
    const { title, intro } = words(t)
    const blocks: KnownBlock[] = [
      aboutOrder(t, order),
      section(intro(order)),
      section(mrkdwn`:rotating_light: *${t.order.record.never}*`),
      ...form.render({
        t: t.order.record.deliver.fields,
        values: { ...stands(order), ...values },
        only: shownOf(order),
        required: requiredOf(order),
      }),
    ]
    return modal({
      id,
      title,
      environment: null,
      close: t.common.cancel,
      submit: t.order.record.save,
      metadata: seenPlace(order),
      blocks,
    })
  }

  /** What is not shown for the kind reads as empty. */
  const read = (state: ViewValues): OrderDeliverValues => form.read(state)
  const errors = (t: Text, order: OrderDeliverData['order'], faults: readonly FieldFault[]) =>
    form.errors(recordFaultsAt(t, faults), shownOf(order))

  return { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
}

/** Brreg has prepared TT02: in B the fictional enterprise it made, in C the customer's scope where it is known. */
export const orderDeliver = view('order-deliver', (t) => ({
  title: t.order.record.deliver.title,
  intro: ({ kind }) => t.order.record.deliver.intro[kind === 'fictional' ? 'fictional' : 'existing'],
}))

/** The same put right, or added, later on. */
export const orderCorrect = view('order-correct', (t) => ({
  title: t.order.record.correct.title,
  intro: () => t.order.record.correct.intro,
}))
