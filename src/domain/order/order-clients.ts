import { AppError } from '../../errors.ts'
import type { Registration } from '../client/types.ts'
import type { Deps } from '../deps.ts'
import type { RegisterScope } from './types.ts'

/** With what a token can be fetched in test. */
export type OrderClients = {
  /** own active Maskinporten clients in test that hold the scope, as last stored; by name */
  clients: Registration[]
  /** whether Portvakt can make one: with the organisation's own admin client, and why not otherwise */
  make: 'own' | 'supplier' | 'off' | 'unknown'
  /** the organisation's list was fetched once; false: `clients` may lack some */
  listed: boolean
}

export const orderClients = async (
  _deps: Pick<Deps, 'store' | 'adminClients'>,
  _asked: { organisationNumber: string; scope: RegisterScope },
): Promise<OrderClients> => {
  throw new AppError('internal', 'not written yet')
}
