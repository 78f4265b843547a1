import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** Withdraws an order that brreg may have; tells brreg in its thread. */
export const withdrawOrder = async (
  _deps: Pick<Deps, 'store' | 'newId'>,
  _actor: SlackUser,
  _asked: OrderAsked & { to: string | null },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
