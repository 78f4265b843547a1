import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { Order } from './types.ts'

/**
 * A member of the customer ends what they let the supplier see. What was not sent waits again; what was sent stays, and
 * the supplier's orderer is told in any case. Throws `not-found` where the organisation gave none.
 */
export const withdrawConsent = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: { orderId: string; organisationNumber: string; once: string },
): Promise<{ order: Order; fresh: boolean }> => {
  throw new AppError('internal', 'not written yet')
}
