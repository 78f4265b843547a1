import { isAppError } from '../../errors.ts'
import { adminAccessFor } from '../client/admin-access.ts'
import type { Registration } from '../client/types.ts'
import type { Deps } from '../deps.ts'
import { scopeName } from './delegation-form.ts'
import type { RegisterScope } from './types.ts'

/**
 * Whether Portvakt can make the client: `own` with the organisation's own admin client; `supplier`: the bot's acts for it
 * as a supplier, which may make no such client; `none`: no admin client acts for it; `unknown`: that can't be told now.
 */
export type ClientMaker = 'own' | 'supplier' | 'none' | 'unknown'

/** With what a token can be fetched in test. */
export type OrderClients = {
  /** own active Maskinporten clients in test that hold the scope, as last stored; by name */
  clients: Registration[]
  make: ClientMaker
  /** the organisation's list was fetched once; false: `clients` may lack some */
  listed: boolean
}

const PAGE = 100
/** Of an organisation with more clients the others are found in its list. */
const PAGES = 50

const holding = async ({ store }: Pick<Deps, 'store'>, organisationNumber: string, scope: string) => {
  const found: Registration[] = []
  for (let page = 0; page < PAGES; page += 1) {
    const about = { organisationNumber, environment: 'test', page, size: PAGE } as const
    const { rows } = await store.registrations(about)
    found.push(
      ...rows.filter((one) => one.active && one.integration_type === 'maskinporten' && one.scopes.includes(scope)),
    )
    if (rows.length < PAGE) break
  }
  return found
}

const makerFor = async (
  deps: Pick<Deps, 'store' | 'adminClients'>,
  organisationNumber: string,
): Promise<ClientMaker> => {
  try {
    return (await adminAccessFor(deps, organisationNumber, 'test')).mode
  } catch (error) {
    if (isAppError(error, 'environment-off', 'supplier-access-missing')) return 'none'
    if (isAppError(error, 'token-refused', 'maskinporten-unavailable')) return 'unknown'
    throw error
  }
}

/**
 * The organisation's clients in test that can fetch a token for a scope, and whether Portvakt can make one. A client for
 * delegated access is the supplier's own (brreg.md 6): only the organisation's own admin client makes it.
 */
export const orderClients = async (
  deps: Pick<Deps, 'store' | 'adminClients'>,
  { organisationNumber, scope }: { organisationNumber: string; scope: RegisterScope },
): Promise<OrderClients> => {
  const [clients, make, listing] = await Promise.all([
    holding(deps, organisationNumber, scopeName(scope)),
    makerFor(deps, organisationNumber),
    deps.store.listing(organisationNumber, 'test'),
  ])
  return { clients, make, listed: listing !== null }
}
