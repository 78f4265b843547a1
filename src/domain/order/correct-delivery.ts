import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'
import type { RegisterScope } from './types.ts'

/**
 * Puts right (or adds later) the scope and the fictional enterprise of an order that was delivered. Faults as for
 * `deliver`. Throws `order-state` for a direct order, and before delivery.
 */
export const correctDelivery = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: OrderAsked & { scope: RegisterScope | null; unitNumber: string; unitName: string; note: string },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
