import type { KnownBlock } from '@slack/types'
import { delegationForm } from '../../src/domain/order/delegation-form.ts'
import { possibleEvents } from '../../src/domain/order/machine.ts'
import type { Order, OrderContent } from '../../src/domain/order/types.ts'
import { type Text, textFor } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { bold, mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { exactText } from './exact-text.ts'
import { unitName } from './order-words.ts'
import { aboutOrder } from './record-kit.ts'
import { orderRef, orderSeen } from './values.ts'

const id = 'order-customer-message'
const actions = {
  code: 'order-customer-message.code',
  wait: 'order-customer-message.wait',
  back: 'order-customer-message.back',
} as const

/** What the customer is asked for: access of its own, or a delegation in one of the two Altinns. */
export const messagesToCustomer = ['order', 'delegate-test', 'delegate-prod'] as const
export type MessageToCustomer = (typeof messagesToCustomer)[number]

export type OrderCustomerMessageData = {
  order: Order & { content: Extract<OrderContent, { kind: 'existing' }> }
  about: MessageToCustomer
  /** a code that was made just now, which is shown this once; null: none was */
  code: { code: string; expiresAt: number } | null
  /** no more of them can be made today */
  tooMany?: boolean
}

const messageText = (language: 'nb' | 'en', { order, about, code }: OrderCustomerMessageData): string => {
  const t = textFor(language)
  const words = t.order.customer.message
  const { supplier, customer } = order.content
  const parties = { supplier: unitName(t, supplier), customer: unitName(t, customer) }
  if (about === 'order') return words.order({ ...parties, code: code?.code ?? null, until: code?.expiresAt ?? null })
  const { scope } = order.facts
  const delegation = {
    ...parties,
    supplierNumber: supplier.number,
    form: scope === null ? null : delegationForm(scope),
  }
  return about === 'delegate-test' ? words.delegateTest(delegation) : words.delegateProd(delegation)
}

const codeLines = (t: Text, { about, code, tooMany }: OrderCustomerMessageData): KnownBlock[] => {
  const words = t.order.customer.message
  if (about !== 'order') return [context(words.personal)]
  if (tooMany) return [section(mrkdwn`:warning: ${words.tooMany}`)]
  if (code === null) return [context(words.noCode)]
  return [
    section(mrkdwn`:key: ${words.code({ code: code.code })} ${words.until({ at: code.expiresAt })} ${words.once}`),
  ]
}

/** A message to forward to the customer, in both languages, whatever the reader's. */
const render = (t: Text, data: OrderCustomerMessageData): Shown => {
  const { order, about, code } = data
  const words = t.order.customer.message
  const wants = about === 'order' && order.facts.proof === null
  return shown({
    id,
    title: words.title,
    environment: about === 'delegate-prod' ? 'prod' : null,
    close: t.common.close,
    summary: `${words.title}: ${order.id}`,
    blocks: [
      aboutOrder(t, order),
      section(words.intro[about]),
      ...codeLines(t, data),
      section(bold(words.languages.nb)),
      ...exactText(messageText('nb', data), 2),
      section(bold(words.languages.en)),
      ...exactText(messageText('en', data), 2),
      ...actionRow(
        wants && !data.tooMany
          ? button({
              id: actions.code,
              text: code === null ? words.makeCode : words.newCode,
              value: orderSeen(order),
              ...(code === null && { style: 'primary' as const }),
            })
          : null,
        possibleEvents(order.kind, order.state, 'people').includes('wait-for-customer')
          ? button({ id: actions.wait, text: words.wait, value: orderSeen(order) })
          : null,
        button({ id: actions.back, text: words.back, value: orderRef(order) }),
      ),
    ],
  })
}

export const orderCustomerMessage = { id, actions, render }
