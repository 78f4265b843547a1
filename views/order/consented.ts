import type { OrderUnit } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { unitName } from './order-words.ts'
import { newOrder } from './values.ts'

const id = 'order-consented'
const actions = { new: 'order-consented.new', consents: 'order-consented.consents' } as const

export type OrderConsentedData = {
  supplier: OrderUnit
  /** `waits`: there is nothing confirmed yet that the supplier could see */
  outcome: 'confirmed' | 'waits'
  /** the customer has a direct order of its own here */
  ordered: boolean
}

/** What a customer's yes came to. */
const render = (t: Text, { supplier, outcome, ordered }: OrderConsentedData): Shown => {
  const words = t.order.customer.consented
  const name = unitName(t, supplier)
  const came = outcome === 'confirmed' ? words.told({ supplier: name }) : words.waits({ supplier: name })
  const mayOrder = outcome === 'waits' && !ordered
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: came,
    blocks: [
      section(mrkdwn`:white_check_mark: ${came}`),
      ...(mayOrder ? [section(words.order)] : []),
      ...actionRow(
        mayOrder ? button({ id: actions.new, text: words.new, value: newOrder('direct'), style: 'primary' }) : null,
        button({ id: actions.consents, text: words.consents }),
      ),
      context(t.order.customer.consent.regret),
    ],
  })
}

export const orderConsented = { id, actions, render }
