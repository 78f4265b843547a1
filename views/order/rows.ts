import type { KnownBlock } from '@slack/types'
import type { Order } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { button, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, stacked, type Words } from '../kit/mrkdwn.ts'
import { pages } from '../kit/pages.ts'
import { orderCompanies, stateMarks } from './order-words.ts'
import { type OrdersRef, orderRef, ordersRef } from './values.ts'

/** Rows on a page, in a message and in a modal alike. */
export const orderListSize = 8

export type OrderRowData = Pick<Order, 'id' | 'kind' | 'state' | 'turn' | 'since' | 'content'> & {
  /** whose order it is by name, in a list of several organisations' */
  organisation?: string | undefined
}

export type OrderListData = OrdersRef & {
  rows: readonly OrderRowData[]
  /** of all that match, on every page */
  total: number
  /** what was just done */
  notice?: string | undefined
}

export type ListActions = { show: string; previous: string; next: string }

/** One order: what, for whom, how far, and whose turn it is. */
export const orderRow = (t: Text, order: OrderRowData, show: string): KnownBlock => {
  const { words, browse } = t.order
  const { id, kind, state, turn, since, organisation } = order
  const facts: Words[] = [
    words.kinds[kind],
    words.states[state],
    ...(turn === 'nobody' ? [] : [browse.row.turn({ turn: words.turns[turn] })]),
    browse.row.since({ at: since }),
  ]
  const line = facts.reduce((all: Words, one) => mrkdwn`${all} · ${one}`)
  return section(
    stacked([
      mrkdwn`${stateMarks[state]} *${cut(orderCompanies(t, order), 380)}* ${inCode(id)}`,
      line,
      ...(organisation === undefined ? [] : [cut(organisation, 250)]),
    ]),
    button({ id: show, text: browse.show, value: orderRef({ id }) }),
  )
}

/** What is shown, when it is not simply all. */
const filterLine = (t: Text, { whose, state, turn, text }: OrdersRef): string => {
  const words = t.order.browse.filters
  return [
    words.whose[whose],
    words.state[state],
    ...(turn === 'any' ? [] : [words.turn[turn]]),
    ...(text === null ? [] : [words.text({ text: cut(text, 200) })]),
  ].join(' · ')
}

/** Nothing is left out but what the organisation does not have at all. */
const isWhole = ({ whose, state, turn, text }: OrdersRef): boolean =>
  whose !== 'mine' && state === 'all' && turn === 'any' && text === null

/** The orders without what frames them: notice, count, rows and paging. */
export const orderRows = (t: Text, data: OrderListData, to: ListActions): KnownBlock[] => {
  const words = t.order.browse
  const { page, total } = data
  return [
    ...(data.notice === undefined ? [] : [section(mrkdwn`:white_check_mark: ${data.notice}`)]),
    context(words.count({ count: total }), filterLine(t, data)),
    ...(total > 0 ? [] : [section(isWhole(data) ? words.none : words.noneMatching)]),
    ...data.rows.slice(0, orderListSize).map((one) => orderRow(t, one, to.show)),
    ...pages(
      t,
      { page, size: orderListSize, total },
      { previous: to.previous, next: to.next, value: (target) => ordersRef({ ...data, page: target }) },
    ),
  ]
}
