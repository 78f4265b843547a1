import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { HistoryEvent } from '../../src/domain/order/history-events.ts'
import type { Order, OrderEvent, OrderMail } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, divider, section } from '../kit/blocks.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { bold, mrkdwn, person, stacked, type Words } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type MailState, mailStateLine } from './mail-state.ts'
import { orderCompanies } from './order-words.ts'
import { orderRef } from './values.ts'

const id = 'order-history'
const actions = { mail: 'order-history.mail', back: 'order-history.back' } as const

/** Which mail of which order. */
export type OrderMailRef = { order: string; mail: string }
const mailValue = buttonValueOf<OrderMailRef>(
  z.strictObject({ order: z.string().min(1).max(40), mail: z.string().min(1).max(64) }),
)

/** Lines shown; earlier ones are counted. */
const mostLines = 30
/** Mails shown, newest last. */
const mostMails = 8
const longestNote = 400

export type OrderHistoryData = {
  order: Order
  /** oldest first */
  events: readonly OrderEvent[]
  /** oldest first; `state` null: its delivery is forgotten */
  mails: readonly (Pick<OrderMail, 'id' | 'purpose' | 'createdAt'> & { state: MailState | null })[]
}

/** Who did it: a person, or the bot itself. */
const actorWords = (t: Text, actor: string): Words => {
  const [, userId] = /^person:[^:]+:([A-Z0-9]+)$/.exec(actor) ?? []
  return userId === undefined ? t.order.card.history.system : person(userId)
}

const eventWords = (t: Text, event: string): string => {
  const words: Partial<Record<string, string>> = t.order.card.history.events satisfies Record<HistoryEvent, string>
  return words[event] ?? event
}

/** A line of a history as mrkdwn: what happened, by whom, and what they wrote. */
const eventLine = (t: Text, { event, actor, note }: Pick<OrderEvent, 'event' | 'actor' | 'note'>): Words => {
  const line = mrkdwn`*${eventWords(t, event)}* ${t.order.card.history.by} ${actorWords(t, actor)}`
  const said = oneLine(note)
  return said === '' ? line : mrkdwn`${line}: ${cut(said, longestNote)}`
}

/** The same as a message in the thread under the card. `text` is mrkdwn, escaped. */
export const orderHistoryLine = (t: Text, event: Pick<OrderEvent, 'event' | 'actor' | 'note'>) => {
  const line = eventLine(t, event)
  return { text: cut(eventWords(t, event.event), 300), blocks: [section(line)] }
}

const lines = (t: Text, events: readonly OrderEvent[]): KnownBlock[] => {
  const words = t.order.card.history
  if (events.length === 0) return [section(words.none)]
  const left = events.length - mostLines
  return [
    ...(left > 0 ? [context(words.earlier({ count: left }))] : []),
    ...events.slice(-mostLines).map((one) => section(mrkdwn`${words.at(one.at)}: ${eventLine(t, one)}`)),
  ]
}

const mailRow =
  (t: Text, order: Order) =>
  ({ id: mail, purpose, createdAt, state }: OrderHistoryData['mails'][number]): KnownBlock => {
    const words = t.order.card.history
    return section(
      stacked([
        mrkdwn`*${words.purposes[purpose]}* · ${words.at(createdAt)}`,
        ...(state === null ? [] : [mailStateLine(t, state)]),
      ]),
      button({ id: actions.mail, text: words.showMail, value: mailValue.write({ order: order.id, mail }) }),
    )
  }

/** All that happened to an order, and the mails that went to brreg. */
const render = (t: Text, { order, events, mails }: OrderHistoryData): Shown => {
  const words = t.order.card.history
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: `${words.title}: ${order.id}`,
    blocks: [
      section(bold(t.order.record.about({ id: order.id, companies: [cut(orderCompanies(t, order), 380)] }))),
      ...lines(t, events),
      ...(mails.length === 0 ? [] : [divider, section(bold(words.mails))]),
      ...mails.slice(-mostMails).map(mailRow(t, order)),
      ...actionRow(button({ id: actions.back, text: t.order.next.back, value: orderRef(order) })),
    ],
  })
}

export const orderHistory = { id, actions, mailValue, render }
