import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { Order } from './types.ts'

/**
 * An order by its id, in any letter case: of `organisationNumber` where one is given (a member's own), else of whichever
 * (an operator). Throws `not-found`, for another organisation's too.
 */
export const findOrder = async (
  { store }: Pick<Deps, 'store'>,
  { id, organisationNumber }: { id: string; organisationNumber?: string },
): Promise<Order> => {
  const order = await store.order(id, organisationNumber)
  if (order === null) throw new AppError('not-found', 'no such order')
  return order
}
