import type { FieldFault } from '../../errors.ts'
import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder, OrderAsked } from './move-order.ts'
import type { RecordFault } from './recorded.ts'
import type { RegisterScope } from './types.ts'

/** What a customer says of its own access: `confirmedOn` is a day in Norway, `2026-12-31`. */
export type CustomerSays = { confirmedOn: string; scope: RegisterScope | null; environments: readonly Environment[] }

/** Faults at `confirmed_on` and `environments`. @param now epoch ms */
export const faultsOfSaid = (_said: CustomerSays, _now: number): (FieldFault & { reason: RecordFault })[] => {
  throw new AppError('internal', 'not written yet')
}

/** The supplier writes down what its customer told. Throws `order-state`, `changed-meanwhile`, `bad-input` with `faultsOfSaid`. */
export const customerSaid = async (
  _deps: Pick<Deps, 'store' | 'now'>,
  _actor: SlackUser,
  _asked: OrderAsked & { said: CustomerSays; note: string },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
