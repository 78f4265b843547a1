import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** Sends again the mail that did not arrive. */
export const sendOrderAgain = async (
  _deps: Pick<Deps, 'store' | 'newId'>,
  _actor: SlackUser,
  _asked: OrderAsked & { to: string | null },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
