import type { KnownBlock } from '@slack/types'
import type { Order } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { bold, mrkdwn, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { cardActions, cardButtons } from './card-buttons.ts'
import { orderFacts } from './card-facts.ts'
import { type MailState, mailStateLine } from './mail-state.ts'
import { orderCompanies, stateMarks } from './order-words.ts'
import { stepLines } from './steps.ts'

const id = 'order-card'

/** What was just done; as a warning, why it was not. */
export type OrderNotice = string | { warning: string }

export type OrderCardData = {
  order: Order
  /** whose order it is by name, where the reader may see those of others */
  organisation?: string | undefined
  /** the newest mail to brreg; null: none was written */
  mail: MailState | null
  notice?: OrderNotice | undefined
  /** somebody pressed a button just now: their name stands in place of the buttons until it is done */
  busy?: { userId: string } | undefined
}

const noticeLine = (notice: OrderNotice | undefined): KnownBlock[] => {
  if (notice === undefined) return []
  if (typeof notice === 'string') return [section(mrkdwn`:white_check_mark: ${notice}`)]
  return [section(mrkdwn`:warning: *${notice.warning}*`)]
}

/** A mail is spoken of as long as brreg has the order, and once it was lost. */
const mailLine = (t: Text, { order, mail }: OrderCardData): KnownBlock[] => {
  if (mail === null) return []
  const told = order.state === 'sent' || order.state === 'more-info' || order.state === 'send-failed'
  return told || order.state === 'withdrawn' ? [context(mailStateLine(t, mail))] : []
}

const next = (t: Text, order: Order): string => {
  const words = t.order.card
  if (order.state === 'draft' && order.kind === 'existing')
    return order.facts.proof === null ? words.customerFirst : words.next('draft', 'direct')
  return words.next(order.state, order.kind)
}

/** An order: what it is, how far it came and whose turn it is, what to do now, and the ways to do it. */
const render = (t: Text, data: OrderCardData): Shown => {
  const { order, organisation, busy } = data
  const words = t.order.card
  const kind = t.order.words.kinds[order.kind]
  const state = t.order.words.states[order.state]
  return shown({
    id,
    title: t.order.words.order({ id: order.id }),
    environment: null,
    close: t.common.close,
    summary: `${order.id}, ${cut(orderCompanies(t, order), 300)}: ${state}`,
    blocks: [
      ...noticeLine(data.notice),
      section(stacked([bold(kind), mrkdwn`${stateMarks[order.state]} ${state}`])),
      ...(organisation === undefined ? [] : [context(words.acting({ organisation: cut(organisation, 250) }))]),
      ...orderFacts(t, order),
      section(stepLines(t, order)),
      section(next(t, order)),
      ...mailLine(t, data),
      ...(busy ? [context(mrkdwn`${person(busy.userId)} ${words.busy}`)] : cardButtons(t, order)),
      context(mrkdwn`${words.ordered({ at: order.createdAt })} ${person(order.orderer.userId)}`),
    ],
  })
}

export const orderCard = { id, actions: cardActions, render }
