import type { Deps } from '../deps.ts'
import { assertTypeWithin } from './admin-access.ts'
import { typeRules } from './type-table.ts'
import type { AdminAccess, IntegrationType, Scope } from './types.ts'

/** Scopes that a client may get, by the reason why; `fixed` are always on it. */
export type OfferedScopes = { fixed: string[]; granted: Scope[]; open: Scope[]; delegable: Scope[] }

/** Whether a scope is among those offered, in any group. */
export const isOffered = (offered: OfferedScopes, name: string): boolean =>
  offered.fixed.includes(name) ||
  [offered.granted, offered.open, offered.delegable].some((group) => group.some((scope) => scope.name === name))

/** Digdir adds these to an admin client by hand, and no client may be given them in self-service (digdir.md 2.1). */
const notSelfServed = /^idporten:(dcr[./]|scopes\.)/

const serves = (scope: Scope, type: IntegrationType): boolean =>
  scope.active &&
  !notSelfServed.test(scope.name) &&
  (scope.allowed_integration_types.length === 0 || scope.allowed_integration_types.includes(type))

/** A private scope shows to those who have it only, so that it may be granted and not in the catalogue. */
const unlisted = (name: string): Scope => ({
  name,
  description: '',
  allowed_integration_types: [],
  accessible_for_all: false,
  delegation_source: null,
  active: true,
})

const byName = (a: Scope, b: Scope): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** Sorts scopes into the groups; none stands in two, and granted comes before open before delegable. */
export const groupScopes = (
  catalogue: Scope[],
  grantedNames: string[],
  type: IntegrationType,
): Omit<OfferedScopes, 'fixed'> => {
  const known = new Map(catalogue.map((scope) => [scope.name, scope]))
  const fixed = typeRules(type).fixedScopes
  const granted = [...new Set(grantedNames)]
    .map((name) => known.get(name) ?? unlisted(name))
    .filter((scope) => serves(scope, type) && !fixed.includes(scope.name))
  const taken = new Set([...fixed, ...granted.map((scope) => scope.name)])
  const rest = [...known.values()].filter((scope) => serves(scope, type) && !taken.has(scope.name))
  return {
    granted: granted.sort(byName),
    open: rest.filter((scope) => scope.accessible_for_all).sort(byName),
    // Altinn's delegations are made for Maskinporten alone (digdir.md 2.7).
    delegable: rest
      .filter((scope) => !scope.accessible_for_all && scope.delegation_source !== null && type === 'maskinporten')
      .sort(byName),
  }
}

/**
 * Which scopes a new client of a type may have: granted to the organisation, open to all, or delegable through
 * Altinn, active and allowed for the type (digdir.md 2.8). A supplier's access gives scopes open to all only (design
 * section 4). Types that add none are answered without asking Digdir. Throws `supplier-type`, `digdir-*`.
 */
export const offeredScopes = async (
  deps: Pick<Deps, 'digdir'>,
  access: AdminAccess,
  type: IntegrationType,
): Promise<OfferedScopes> => {
  assertTypeWithin(access, type)
  const rules = typeRules(type)
  const fixed = [...rules.fixedScopes]
  if (!rules.mayAddScopes) return { fixed, granted: [], open: [], delegable: [] }
  const [catalogue, granted] = await Promise.all([
    deps.digdir.catalogue(access.environment),
    access.mode === 'own' ? deps.digdir.grantedScopes(access) : [],
  ])
  return { fixed, ...groupScopes(catalogue, granted, type) }
}
