import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button } from '../kit/blocks.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type OrderListData, orderListSize, orderRows } from './rows.ts'
import { newOrder, ordersRef } from './values.ts'

const id = 'order-list'
const actions = {
  show: 'order-list.show',
  previous: 'order-list.previous',
  next: 'order-list.next',
  new: 'order-list.new',
  export: 'order-list.export',
  code: 'order-list.code',
} as const

/** The orders as a private message; paged in place. */
const render = (t: Text, data: OrderListData): Shown => {
  const words = t.order.browse
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...orderRows(t, data, actions),
      ...actionRow(
        button({ id: actions.new, text: words.new, value: newOrder() }),
        button({ id: actions.code, text: words.code }),
        data.total > 0 ? button({ id: actions.export, text: words.export, value: ordersRef(data) }) : null,
      ),
    ],
  })
}

export const orderList = { id, actions, size: orderListSize, render }
