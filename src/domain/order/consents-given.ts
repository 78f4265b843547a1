import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { OrderConsent } from './store.ts'
import type { OrderUnit } from './types.ts'

/** Whom an organisation lets see its confirmation; newest first. */
export const consentsGiven = async (
  _deps: Pick<Deps, 'store'>,
  _organisationNumber: string,
): Promise<(OrderConsent & { supplier: OrderUnit })[]> => {
  throw new AppError('internal', 'not written yet')
}
