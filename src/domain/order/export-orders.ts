import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { OrderQuery } from './store.ts'

/** Orders as CSV (RFC 4180), newest first, audited before anything leaves; `query.organisationNumber` left out: of all (operators). */
export const exportOrders = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: { query: Omit<OrderQuery, 'page' | 'size'>; once: string },
): Promise<{ csv: string; orders: number }> => {
  throw new AppError('internal', 'not written yet')
}
