import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'

/** Answers what brreg asked, in the order's own thread. Throws `bad-input` with field `text`. */
export const answerBrreg = async (
  _deps: Pick<Deps, 'store' | 'newId'>,
  _actor: SlackUser,
  _asked: OrderAsked & {
    /** as typed, of several lines */
    text: string
    to: string | null
  },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
