import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { AdminAccess, Environment, IntegrationType } from './types.ts'
import { integrationTypes } from './types.ts'

/**
 * Which admin client acts for an organisation, and how (design section 4): the one that it gave itself, else the bot's,
 * as its own or as a supplier's. Where it gave one itself, the bot's is not asked about.
 * Throws `environment-off` when the environment has no admin client, `supplier-access-missing` when its owner is
 * another organisation that may not act for others, and what reading the owner's token throws.
 */
export const adminAccessFor = async (
  deps: Pick<Deps, 'adminClients' | 'store'>,
  organisationNumber: string,
  environment: Environment,
): Promise<AdminAccess> => {
  const given = await deps.store.credential(organisationNumber, environment)
  if (given !== null) {
    const { clientId, testedAt } = given
    return { mode: 'own', environment, organisationNumber, client: { clientId, testedAt } }
  }
  const owner = await deps.adminClients.owner(environment)
  if (owner === null) throw new AppError('environment-off', 'no admin client configured', { environment })
  if (owner === organisationNumber) return { mode: 'own', environment, organisationNumber }
  if (await deps.adminClients.maySupply(environment)) {
    return { mode: 'supplier', environment, organisationNumber, supplierOrgno: owner }
  }
  throw new AppError('supplier-access-missing', 'the admin client belongs to another organisation', { environment })
}

/** The types that an access can make: a supplier's only those whose scopes do not hang on it (design section 4). */
export const typesWithin = (access: AdminAccess): readonly IntegrationType[] =>
  access.mode === 'own' ? integrationTypes : ['idporten', 'api_klient']

/** Throws `supplier-type` when the access cannot make clients of that type. */
export const assertTypeWithin = (access: AdminAccess, type: string): void => {
  if (typesWithin(access).some((each) => each === type)) return
  throw new AppError('supplier-type', 'a supplier may not make this type', {
    environment: access.environment,
  })
}
