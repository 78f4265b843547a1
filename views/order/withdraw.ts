import type { ModalView } from '@slack/types'
import type { Order } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { modal } from '../kit/modal.ts'
import { bold } from '../kit/mrkdwn.ts'
import { exactText } from './exact-text.ts'
import { aboutOrder, seenPlace } from './record-kit.ts'
import { orderSeenMetadata } from './values.ts'

const id = 'order-withdraw'

export type OrderWithdrawData = {
  order: Order
  /** the mail that brreg would get, and where; null: the order's own never arrived, and none is sent */
  mail: { to: string; text: string } | null
}

/** Asks once more before an order is withdrawn, and shows what brreg is told. */
const render = (t: Text, { order, mail }: OrderWithdrawData): ModalView => {
  const words = t.order.record.withdraw
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: words.submit,
    metadata: seenPlace(order),
    blocks: [
      aboutOrder(t, order),
      section(mail === null ? words.unsent : words.intro({ to: mail.to })),
      ...(mail === null ? [] : [section(bold(words.mail)), ...exactText(mail.text, 3)]),
    ],
  })
}

export const orderWithdraw = { id, actions: {}, metadata: orderSeenMetadata, render }
