import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'

/**
 * Gives up an order that was not sent, and forgets at once what is personal in it. Throws `order-state`,
 * `changed-meanwhile`.
 */
export const cancelOrder = (deps: Pick<Deps, 'store'>, actor: SlackUser, asked: OrderAsked): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => ({
    action: 'order.cancel',
    via: { event: 'cancel', by: 'people' },
    also: async (tx) => {
      await tx.forgetConsent(asked.order.id)
      await tx.anonymiseOrder(asked.order.id)
    },
  }))
