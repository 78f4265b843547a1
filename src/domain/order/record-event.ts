import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'
import type { Recorded } from './recorded.ts'

/**
 * Records what brreg answered, or what became of a delegation. Somebody else than the orderer: the orderer is told.
 * Throws `order-state`, `changed-meanwhile`, `bad-input` with the faults of `faultsOfRecorded`, and
 * `holds-national-number` before anything is kept.
 */
export const recordEvent = async (
  _deps: Pick<Deps, 'store' | 'now'>,
  _actor: SlackUser,
  _asked: OrderAsked & { recorded: Recorded; note: string },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
