import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** Sends the order to brreg, once for each version of it. Throws `order-state`, `changed-meanwhile`, `order-needs-customer`, `mail-off`. */
export const sendOrder = async (
  _deps: Pick<Deps, 'store' | 'now' | 'newId'>,
  _actor: SlackUser,
  _asked: Omit<OrderAsked, 'once'> & {
    /** `ORDER_MAIL_TO`; null: mail is not set up */
    to: string | null
  },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
