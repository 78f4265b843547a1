import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { CustomerSays } from './customer-said.ts'
import type { Order, OrderUnit } from './types.ts'

/** What came of it: `order` is the supplier's, for its card; nothing of it is the customer's to see but `supplier`. */
export type CodeAccepted = { outcome: 'confirmed' | 'waits'; supplier: OrderUnit; order: Order; fresh: boolean }

/**
 * A member of the customer lets the supplier see whether access is confirmed, and the scope. `said`: what they know where
 * the customer did not order here. Throws as `lookAtCode`, and `bad-input` with `faultsOfSaid`.
 */
export const acceptCode = async (
  _deps: Pick<Deps, 'store' | 'vault' | 'now'>,
  _actor: SlackUser,
  _asked: { code: string; organisationNumber: string; said: CustomerSays | null; once: string },
): Promise<CodeAccepted> => {
  throw new AppError('internal', 'not written yet')
}
