import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { OrderUnit } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { mrkdwn, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { unitName, unitWords } from './order-words.ts'

const id = 'order-consents'
const actions = { withdraw: 'order-consents.withdraw', code: 'order-consents.code' } as const

/** More than these stand in no list that anybody reads; the newest come first. */
const most = 20

/** Which consent, by the supplier's order; the customer sees no more of that. */
export type ConsentRef = { consent: string }
const consentValue = buttonValueOf<ConsentRef>(z.strictObject({ consent: z.string().min(1).max(40) }))

export type OrderConsentsData = {
  /** newest first */
  consents: readonly { orderId: string; supplier: OrderUnit; by: SlackUser; at: number }[]
  /** the supplier whose consent was just taken back */
  withdrawn?: OrderUnit | undefined
}

const row =
  (t: Text) =>
  ({ orderId, supplier, by, at }: OrderConsentsData['consents'][number]): KnownBlock => {
    const words = t.order.customer.consents
    return section(
      stacked([mrkdwn`*${unitWords(t, supplier)}*`, mrkdwn`${words.given({ at })} ${person(by.userId)}`]),
      button({
        id: actions.withdraw,
        text: words.withdraw,
        value: consentValue.write({ consent: orderId }),
        style: 'danger',
        confirm: { ...words.withdrawSure, danger: true },
      }),
    )
  }

/** Which suppliers see whether a customer's access was confirmed, and the way to take it back. */
const render = (t: Text, { consents, withdrawn }: OrderConsentsData): Shown => {
  const words = t.order.customer.consents
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...(withdrawn
        ? [section(mrkdwn`:white_check_mark: ${words.withdrawn({ supplier: unitName(t, withdrawn) })}`)]
        : []),
      section(consents.length === 0 ? words.none : words.intro),
      ...consents.slice(0, most).map(row(t)),
      ...(consents.length > most ? [context(t.common.more({ count: consents.length - most }))] : []),
      ...actionRow(button({ id: actions.code, text: words.code })),
    ],
  })
}

export const orderConsents = { id, actions, consentValue, render }
