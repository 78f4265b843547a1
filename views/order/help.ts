import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../kit/blocks.ts'
import { bold, inCode, mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { firstOrders, newOrder, ordersRef } from './values.ts'

const id = 'order-help'
const actions = { new: 'order-help.new', list: 'order-help.list', code: 'order-help.code' } as const

const render = (t: Text): Shown => {
  const words = t.order.help
  return shown({
    id,
    title: t.help.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(words.intro),
      ...sections(stacked(words.lines.map(({ command, what }) => mrkdwn`${inCode(command)} ${what}`))),
      section(stacked([bold(words.steps), ...words.how.map((line, at) => `${at + 1}. ${line}`)])),
      section(mrkdwn`:information_source: ${words.suppliers}`),
      ...actionRow(
        button({ id: actions.new, text: words.new, value: newOrder(), style: 'primary' }),
        button({ id: actions.list, text: words.list, value: ordersRef(firstOrders) }),
        button({ id: actions.code, text: words.code }),
      ),
      context(words.norwegian),
      context(...words.others.map(({ what, address }) => mrkdwn`${what} ${mailLink(address)}`)),
    ],
  })
}

export const orderHelp = { id, actions, render }
