import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { findOrder } from './find-order.ts'
import { assertOrder, moveOrder, type OrderAsked, untilSettled } from './move-order.ts'
import { contentOf } from './order-content.ts'
import { codeHash, newCode } from './read-code.ts'
import type { Order, OrderState } from './types.ts'

const DAY_MS = 86_400_000
/** How long a code is good for. */
export const CODE_LIFE_MS = 30 * DAY_MS
/** Codes of one order in a day. */
const mostADay = 5

/** When a customer may still say yes to an order. */
export const codeStates: readonly OrderState[] = ['draft', 'waiting-for-customer']

/**
 * A new code for the customer of an order C, good once; earlier ones stay good. It is given back this once and kept as a
 * keyed hash alone. Whoever changed the order meanwhile does not stand in the way, unless by another customer.
 *
 * Throws `order-state` when the customer's yes is of no use any more, `changed-meanwhile`, `too-many-attempts` after five
 * in a day, and `already-done` for a repeated request, whose code nobody has.
 */
export const makeCode = async (
  deps: Pick<Deps, 'store' | 'vault' | 'now'>,
  actor: SlackUser,
  { order: seen, once }: Omit<OrderAsked, 'version'>,
): Promise<{ order: Order; code: string; expiresAt: number }> => {
  const { store, vault, now } = deps
  const customerOf = (order: Order) => {
    const content = contentOf(order)
    assertOrder(content.kind === 'existing' && codeStates.includes(order.state), order, 'code')
    return content.kind === 'existing' ? content.customer.number : ''
  }
  const customerNumber = customerOf(seen)
  const code = newCode()
  const expiresAt = now() + CODE_LIFE_MS
  let other = false
  const made = await untilSettled(
    async () => {
      const order = await findOrder(deps, seen)
      return moveOrder(deps, actor, { order, once }, async () => {
        other = customerOf(order) !== customerNumber
        if (other) throw new AppError('changed-meanwhile', 'the order has another customer by now')
        if ((await store.orderCodesSince(order.id, now() - DAY_MS)) >= mostADay)
          throw new AppError('too-many-attempts', 'too many codes of one order', { retryAfter: DAY_MS / 1000 })
        const hash = codeHash(vault, code)
        return {
          action: 'order.code',
          event: 'code',
          also: (tx) => tx.addOrderCode({ hash, orderId: order.id, customerNumber, expiresAt }),
        }
      })
    },
    () => other,
  )
  if (!made.fresh) throw new AppError('already-done', 'this request has made its code')
  return { order: made.order, code, expiresAt }
}
