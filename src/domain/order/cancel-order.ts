import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** Gives up an order that was not sent, and forgets what is personal in it at once. */
export const cancelOrder = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: OrderAsked,
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
