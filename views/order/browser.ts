import type { KnownBlock } from '@slack/types'
import { cleanText } from '../../src/domain/client/typed.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import type { Shown } from '../kit/shown.ts'
import { orderList } from './list.ts'
import { type OrderListData, orderListSize, orderRows } from './rows.ts'
import { newOrder, type OrdersRef, orderFilters, ordersRef, ordersValue, turnFilters, whoseOrders } from './values.ts'

const id = 'order-browser'
const actions = {
  whose: 'order-browser.whose',
  state: 'order-browser.state',
  turn: 'order-browser.turn',
  search: 'order-browser.search',
  show: 'order-browser.show',
  previous: 'order-browser.previous',
  next: 'order-browser.next',
  new: 'order-browser.new',
  code: 'order-browser.code',
  consents: 'order-browser.consents',
  export: 'order-browser.export',
} as const

const fields = {
  whose: { kind: 'select', values: whoseOrders, dispatch: true },
  state: { kind: 'select', values: orderFilters, dispatch: true },
  turn: { kind: 'select', values: turnFilters, dispatch: true },
  search: { kind: 'text', optional: true, dispatch: true },
} as const

const form = defineForm({ id, fields })
/** For those who may look at their own organisation's alone; a route asks all the same. */
const ownForm = defineForm({
  id,
  fields: { ...fields, whose: { kind: 'select', values: ['mine', 'organisation'], dispatch: true } },
})

/** `every`: the reader may see all organisations' orders. */
export type OrderBrowserData = OrderListData & { every: boolean }

const filters = (t: Text, { every, whose, state, turn, text }: OrderBrowserData): KnownBlock[] => {
  const words = t.order.browse.form
  const rest = { state, turn, search: text ?? '' }
  if (every) return form.render({ t: words, values: { whose, ...rest } })
  return ownForm.render({ t: words, values: { whose: whose === 'all' ? 'organisation' : whose, ...rest } })
}

/**
 * The orders as a modal, with filters that are told at once; the submit searches too, since Slack demands one where there
 * are inputs. Where the modal is gone, the same list is a message.
 */
const render = (t: Text, data: OrderBrowserData): Shown => {
  const words = t.order.browse
  return {
    view: modal({
      id,
      title: words.title,
      environment: null,
      close: t.common.close,
      submit: words.submit,
      metadata: ordersRef(data),
      blocks: [
        context(words.intro),
        ...actionRow(
          button({ id: actions.new, text: words.new, value: newOrder(), style: 'primary' }),
          button({ id: actions.code, text: words.code }),
          button({ id: actions.consents, text: words.consents }),
          data.total > 0 ? button({ id: actions.export, text: words.export, value: ordersRef(data) }) : null,
        ),
        ...filters(t, data),
        ...orderRows(t, data, actions),
      ],
    }),
    message: orderList.render(t, data).message,
  }
}

/** What is asked for now: another filter or search begins at the first page. */
const read = (state: ViewValues, before: OrdersRef): OrdersRef => {
  const { whose, state: far, turn, search } = form.read(state)
  return {
    whose: whose ?? before.whose,
    state: far ?? before.state,
    turn: turn ?? before.turn,
    text: cleanText(search) || null,
    page: 0,
  }
}

export const orderBrowser = { id, actions, metadata: ordersValue, size: orderListSize, render, read }
