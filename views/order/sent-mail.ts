import type { Order, OrderMail } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, named, stacked } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { exactText } from './exact-text.ts'
import { type MailState, mailStateLine } from './mail-state.ts'
import { orderRef } from './values.ts'

const id = 'order-mail'
const actions = { back: 'order-mail.back' } as const

export type OrderMailData = {
  order: Pick<Order, 'id'>
  mail: OrderMail
  state: MailState | null
  /** as it stands in the mail's header; null: nobody knows the domain here */
  messageId: string | null
}

/** A mail to brreg as it left, word for word. */
const render = (t: Text, { order, mail, state, messageId }: OrderMailData): Shown => {
  const words = t.order.card.sentMail
  const gone = mail.text.trim() === ''
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: `${words.title}: ${order.id}`,
    blocks: [
      ...(gone
        ? [section(words.gone)]
        : [
            section(
              stacked([
                named(words.to, cut(mail.to, 254)),
                named(words.copy, cut(mail.replyTo, 254)),
                named(words.subject, cut(oneLine(mail.subject), 300)),
                ...(messageId === null ? [] : [named(words.messageId, inCode(messageId, 300))]),
              ]),
            ),
            ...exactText(mail.text),
          ]),
      context(words.at({ at: mail.createdAt }), ...(state === null ? [] : [mailStateLine(t, state)])),
      ...actionRow(button({ id: actions.back, text: words.back, value: orderRef(order) })),
    ],
  })
}

export const orderSentMail = { id, actions, render }
