import { z } from 'zod'
import { orderTolds } from '../src/domain/order/notices.ts'
import { type Order, orderStates } from '../src/domain/order/types.ts'
import { textFor } from '../src/text/index.ts'
import { toldOrder } from '../views/order/told.ts'
import type { MessageKind } from './message.ts'

const data = z.object({
  orderId: z.string(),
  what: z.enum(orderTolds),
  by: z.object({ teamId: z.string(), userId: z.string() }).nullable(),
  state: z.enum(orderStates).nullable(),
})
type Data = z.output<typeof data>

/** Why nobody wants it any more; null: somebody does. */
const unwanted = (order: Order | null, { what, state }: Data, address: string): string | null => {
  if (order === null || order.content === null) return 'order-gone'
  if (state !== null && order.state !== state) return 'moved-since'
  if (what === 'mail-failed' && order.state !== 'send-failed') return 'mended-since'
  // who gave it away, or had it taken, hears that all the same
  if (what !== 'given-away' && order.orderer.userId !== address) return 'transferred-since'
  return null
}

/** Tells whoever answers for an order what happened to it; not what is no news any more. */
export const orderTold: MessageKind<Data> = {
  kind: 'order-told',
  data,
  async compose({ store }, { language, address }, told) {
    const order = await store.order(told.orderId)
    const suppress = unwanted(order, told, address)
    if (order === null || suppress !== null) return { suppress: suppress ?? 'order-gone' }
    return { slack: toldOrder(textFor(language), { order, what: told.what, by: told.by?.userId ?? null }) }
  },
}
