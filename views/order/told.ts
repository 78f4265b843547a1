import type { OrderTold } from '../../src/domain/order/notices.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn, person, type Words } from '../kit/mrkdwn.ts'
import { type Message, type Shown, shown } from '../kit/shown.ts'
import { orderCompanies } from './order-words.ts'
import { firstOrders, orderRef, ordersRef } from './values.ts'

const id = 'order-told'
const actions = { show: 'order-told.show', list: 'order-told.list' } as const

export type OrderToldData = {
  order: Order
  what: OrderTold
  /** who did it, by Slack's user id; null: the bot itself, or somebody of the customer */
  by: string | null
}

/** What whoever answers for an order is asked for now. */
const nextOf = (t: Text, { order, what }: OrderToldData): Words => {
  const words = t.order.told
  if (what === 'reminder-1' || what === 'reminder-2') return words.remind[order.turn]
  return words[what].next
}

/** Tells whoever answers for an order what happened to it, and what to do. */
const render = (t: Text, data: OrderToldData): Shown => {
  const { order, what, by } = data
  const words = t.order.told
  const { title, body } = words[what]
  const told = body({ id: order.id, companies: cut(orderCompanies(t, order), 380) })
  return shown({
    id,
    title,
    environment: null,
    close: t.common.close,
    summary: told,
    blocks: [
      section(told),
      section(nextOf(t, data)),
      ...(by === null ? [] : [context(mrkdwn`${words.by} ${person(by)}`)]),
      ...actionRow(
        button({ id: actions.show, text: words.open, value: orderRef(order), style: 'primary' }),
        button({ id: actions.list, text: words.list, value: ordersRef(firstOrders) }),
      ),
    ],
  })
}

export const orderTold = { id, actions, render }

/** The same as a direct message. */
export const toldOrder = (t: Text, data: OrderToldData): Message => render(t, data).message
