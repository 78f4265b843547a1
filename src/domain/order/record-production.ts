import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'
import type { ProductionState } from './types.ts'

/** What may be recorded next of an order C in production; none for other orders. */
export const productionSteps = (
  _order: Pick<import('./types.ts').Order, 'kind' | 'state' | 'facts'>,
): Exclude<ProductionState, 'none'>[] => {
  throw new AppError('internal', 'not written yet')
}

/** Records how far an order C came in production, beside the test. Throws `order-state`, `changed-meanwhile`, `holds-national-number`. */
export const recordProduction = async (
  _deps: Pick<Deps, 'store' | 'now'>,
  _actor: SlackUser,
  _asked: OrderAsked & { production: Exclude<ProductionState, 'none'>; note: string },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
