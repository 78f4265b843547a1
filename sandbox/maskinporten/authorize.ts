import { allowsType } from '../digdir/client-scopes.ts'
import { isLoginScope } from '../digdir/integration-types.ts'
import { type Client, JWT_BEARER, type Scope } from '../digdir/model.ts'
import type { Registry } from '../digdir/registry.ts'
import type { Assertion } from './assertion.ts'
import { TokenRefusal } from './refusals.ts'

/** What a token may hold. `supplier` and `delegationSource` are there when the access was delegated in Altinn. */
export type Authorized = {
  scopes: readonly Scope[]
  consumer: string
  supplier?: string
  delegationSource?: string
}

/**
 * Decides on scopes and access (reference digdir.md 2.7, 2.8, 4.1, 4.4). Every scope must pass.
 *
 * With `consumer_org` the consumer must have the access and must have delegated it to the client's organisation; an
 * Altinn scope of another environment is never delegable, since the two registries share nothing.
 *
 * @throws TokenRefusal MP-200, MP-201, MP-250, MP-251, and for a consumer_org that is the client's own
 */
export const authorize = (assertion: Assertion, client: Client, registry: Registry): Authorized => {
  const { consumerOrg } = assertion
  if (consumerOrg === client.client_orgno) throw new TokenRefusal('ownConsumer')
  const scopes = assertion.scopes.map((name) => registeredScope(name, client, registry))
  if (!client.grant_types.includes(JWT_BEARER)) throw new TokenRefusal('noBearerGrant')

  if (consumerOrg === undefined) {
    // A supplier's client for a customer lives on the supplier's access (2.7).
    const holder = client.supplier_orgno ?? client.client_orgno
    for (const scope of scopes) if (!registry.mayUse(scope, holder)) throw new TokenRefusal('noAccess', scope.name)
    return {
      scopes,
      consumer: client.client_orgno,
      ...(client.supplier_orgno === undefined ? {} : { supplier: client.supplier_orgno }),
    }
  }

  const supplier = client.client_orgno
  for (const scope of scopes) {
    if (!registry.mayUse(scope, consumerOrg)) throw new TokenRefusal('noAccess', scope.name)
    const delegated = registry.hasDelegated({ from: consumerOrg, to: supplier, scope: scope.name })
    if (scope.delegation_source === undefined || !delegated)
      throw new TokenRefusal('noDelegation', consumerOrg, scope.name, supplier)
  }
  const delegationSource = scopes[0]?.delegation_source
  return { scopes, consumer: consumerOrg, supplier, ...(delegationSource ? { delegationSource } : {}) }
}

const registeredScope = (name: string, client: Client, registry: Registry): Scope => {
  if (!client.scopes.includes(name)) throw new TokenRefusal('scope', name)
  if (isLoginScope(name)) throw new TokenRefusal('loginScope', name)
  const scope = registry.scope(name)
  // A scope that its owner has taken down gives no tokens, though clients keep it (2.9).
  if (!scope?.active) throw new TokenRefusal('scope', name)
  if (!allowsType(scope, 'maskinporten') && !allowsType(scope, 'krr')) throw new TokenRefusal('loginScope', name)
  return scope
}

const SYSTEM_USER = 'urn:altinn:systemuser'
const known = new Set(['type', 'systemuser_org', 'externalRef'])

/**
 * The shape of `authorization_details` (reference digdir.md 4.1, 4.4): one Altinn system user, whose organisation is
 * `{ authority, ID }` as in tokens. Whether the system user exists is Altinn's to say; here any does.
 *
 * @throws TokenRefusal MP-301, MP-302, MP-303
 */
export const checkDetails = (details: unknown): void => {
  if (details === undefined) return
  if (!Array.isArray(details) || details.length !== 1 || typeof details[0] !== 'object' || details[0] === null)
    throw new TokenRefusal('detailsValue')
  const detail = details[0] as { type?: unknown; systemuser_org?: { authority?: unknown; ID?: unknown } }
  if (detail.type !== SYSTEM_USER) throw new TokenRefusal('detailsType')
  if (Object.keys(detail).some((field) => !known.has(field))) throw new TokenRefusal('detailsField')
  const { authority, ID: id } = detail.systemuser_org ?? {}
  if (authority !== 'iso6523-actorid-upis' || typeof id !== 'string' || !/^0192:\d{9}$/.test(id))
    throw new TokenRefusal('detailsValue')
}
