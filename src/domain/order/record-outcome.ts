import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'
import type { OutcomeRead } from './read-outcome.ts'

/** Moves the order by what a try for a token came to. Throws `order-state`, `changed-meanwhile`. */
export const recordOutcome = async (
  _deps: Pick<Deps, 'store' | 'now'>,
  _actor: SlackUser,
  _asked: OrderAsked & {
    environment: Environment
    outcome: Extract<OutcomeRead, { outcome: 'issued' | 'refused' }>
  },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
