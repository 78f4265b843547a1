import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { CustomerProof, OrderUnit } from './types.ts'

/** What a member of the customer sees before they agree. Nothing else of the supplier's order. */
export type CodeLook = {
  /** the code as it is written, to be handed on to `acceptCode` */
  code: string
  supplier: OrderUnit
  customer: OrderUnit
  /** what the supplier would see now of the customer's own order here; null: there is none that was confirmed */
  confirmed: Pick<CustomerProof, 'confirmedOn' | 'scope' | 'environments'> | null
  expiresAt: number
}

/**
 * Looks at a code for a member of the organisation. Throws `code-invalid` for one that is wrong, another organisation's,
 * used, or over; `too-many-attempts` after ten such in ten minutes.
 */
export const lookAtCode = async (
  _deps: Pick<Deps, 'store' | 'vault' | 'now'>,
  _actor: SlackUser,
  _asked: { code: string; organisationNumber: string },
): Promise<CodeLook> => {
  throw new AppError('internal', 'not written yet')
}
