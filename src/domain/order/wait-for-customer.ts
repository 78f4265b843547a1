import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** A draft C waits until its customer's own access is confirmed. */
export const waitForCustomer = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: OrderAsked,
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
