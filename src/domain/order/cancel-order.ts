import type { Actor } from '../contact/actor.ts'
import type { Deps } from '../deps.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'

/**
 * Gives up an order that was not sent, and forgets at once what is personal in it: for somebody, or for a program where
 * it was left alone too long. Throws `order-state`, `changed-meanwhile`.
 */
export const cancelOrder = (deps: Pick<Deps, 'store'>, actor: Actor, asked: OrderAsked): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => ({
    action: 'order.cancel',
    via: { event: 'cancel', by: 'program' in actor ? 'system' : 'people' },
    also: async (tx) => {
      await tx.forgetConsent(asked.order.id)
      await tx.anonymiseOrder(asked.order.id)
    },
  }))
