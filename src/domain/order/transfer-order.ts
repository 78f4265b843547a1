import { AppError } from '../../errors.ts'
import type { Belonging, SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** Who an order goes to: as the caller has just resolved them. */
export type NewOrderer = {
  user: SlackUser
  name: string | null
  belonging: Belonging
  /** a confirmed address; null: there is none */
  email: string | null
}

/**
 * Another member of the organisation answers for the order. Throws `bad-input` with field `user` and reason
 * `not-a-member`, `no-address` or `same`; `order-state` when it is over.
 */
export const transferOrder = async (
  _deps: Pick<Deps, 'store' | 'newId'>,
  _actor: SlackUser,
  _asked: OrderAsked & { to: NewOrderer; tellBrreg: boolean; mailTo: string | null },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
