import { isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { moveOrder } from './move-order.ts'
import { orderTold } from './notices.ts'
import type { Order, OrderMail } from './types.ts'

const program = { program: 'delivery' } as const

/**
 * Marks an order whose mail to brreg did not arrive, and tells whoever answers for it. Gives the order as it is then; null
 * when somebody moved it meanwhile, as by sending it again.
 *
 * @param lost `failure`: the delivery's closed word
 */
export const markMailLost = async (
  deps: Pick<Deps, 'store'>,
  { order, mail, failure }: { order: Order; mail: OrderMail; failure: string | null },
): Promise<Order | null> => {
  const once = `order-mail-lost:${mail.id}:${order.version}`
  try {
    const moved = await moveOrder(deps, program, { order, once }, () => ({
      action: 'order.mail-failed',
      via: { event: 'mail-failed', by: 'system' },
      values: { mail: mail.id, failure },
      deliveries: [orderTold(order, 'mail-failed')],
    }))
    return moved.order
  } catch (error) {
    if (isAppError(error, 'changed-meanwhile', 'order-state')) return null
    throw error
  }
}
