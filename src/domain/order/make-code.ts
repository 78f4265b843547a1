import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/**
 * A new code for the customer of an order C, good once and for thirty days; shown now and kept as a keyed hash alone.
 * Throws `order-state`, `changed-meanwhile`, `too-many-attempts` after five in a day, `already-done` for a repeated request.
 */
export const makeCode = async (
  _deps: Pick<Deps, 'store' | 'vault' | 'now'>,
  _actor: SlackUser,
  _asked: OrderAsked,
): Promise<{ order: MovedOrder['order']; code: string; expiresAt: number }> => {
  throw new AppError('internal', 'not written yet')
}
