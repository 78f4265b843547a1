import type { ModalView } from '@slack/types'
import type { Order, ProductionState } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { aboutOrder, optionalNote, recordFaultsAt, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-production'

const all = ['delegated', 'in-use', 'revoked'] as const satisfies readonly ProductionState[]

/** The form with the choices that there are: Slack takes no empty menus, and none means that nothing can happen next. */
const formOf = (values: readonly (typeof all)[number][]) =>
  defineForm({ id, fields: { production: { kind: 'radio', values }, note: optionalNote } })
const form = formOf(all)

export type OrderProductionValues = Values<{
  production: { kind: 'radio'; values: typeof all }
  note: { kind: 'multiline' }
}>
export type OrderProductionData = {
  order: Order
  /** what may be recorded next (`productionSteps`), at least one */
  possible: readonly (typeof all)[number][]
  values?: Partial<OrderProductionValues>
}

/** How far an order C came in production, beside its test. */
const render = (t: Text, { order, possible, values }: OrderProductionData): ModalView => {
  const words = t.order.record.production
  const { production } = order.facts
  return modal({
    id,
    title: words.title,
    environment: 'prod',
    close: t.common.cancel,
    submit: t.order.record.save,
    metadata: seenPlace(order),
    blocks: [
      aboutOrder(t, order),
      section(words.intro),
      context(`${t.order.card.turn}: ${t.order.card.production[production]}`),
      ...formOf(possible).render({ t: words.fields, ...(values && { values }) }),
    ],
  })
}

const read = (state: ViewValues): OrderProductionValues => form.read(state)
const errors = (t: Text, faults: readonly FieldFault[]) => form.errors(recordFaultsAt(t, faults))

export const orderProduction = { id, actions: {}, metadata: orderSeenMetadata, render, read, errors }
