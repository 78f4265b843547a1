import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, divider, section } from '../kit/blocks.ts'
import { bold, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type OrderRowData, orderRow } from './rows.ts'
import { newOrder } from './values.ts'

const id = 'order-home'
const actions = {
  open: 'order-home.open',
  new: 'order-home.new',
  code: 'order-home.code',
  show: 'order-home.show',
} as const

/** Rows on Home; the list has the rest. */
const mostRows = 3

export type OrderHomeData = {
  /** the organisation's orders that are not at their end */
  open: number
  /** how many of them wait for the reader */
  yours: number
  /** the first of those */
  rows: readonly OrderRowData[]
}

/** The orders on a member's Home tab: what is under way, and what waits for the reader. */
const render = (t: Text, { open, yours, rows }: OrderHomeData): KnownBlock[] => {
  const words = t.order.browse.home
  const count = open === 0 ? words.none : words.open({ count: open })
  return [
    divider,
    section(
      stacked([
        bold(words.heading),
        count,
        ...(yours === 0 ? [] : [mrkdwn`:point_right: ${words.yours({ count: yours })}`]),
      ]),
    ),
    ...rows.slice(0, mostRows).map((one) => orderRow(t, one, actions.show)),
    ...actionRow(
      button({ id: actions.open, text: words.show }),
      button({ id: actions.new, text: words.new, value: newOrder() }),
      button({ id: actions.code, text: words.code }),
    ),
  ]
}

export const orderHome = { id, actions, render }
