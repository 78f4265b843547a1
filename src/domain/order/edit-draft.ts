import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'
import type { OrderContent } from './types.ts'

/** Another content for a draft. Throws `order-state`, `changed-meanwhile`. */
export const editDraft = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: OrderAsked & { content: OrderContent },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
