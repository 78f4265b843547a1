import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { OrderWarning } from './fields.ts'
import type { OrderContent } from './types.ts'

/** Warns of the organisation's own orders of the kind about the same companies (brreg.md 5.8); never of another's. @param asked `except`: the order itself */
export const duplicatesOf = async (
  _deps: Pick<Deps, 'store'>,
  _asked: { organisationNumber: string; content: OrderContent; except?: string },
): Promise<OrderWarning[]> => {
  throw new AppError('internal', 'not written yet')
}
