import { integrationTypes } from './integration-types.ts'
import type { ClientInput, Scope } from './model.ts'
import { type FieldError, fieldError } from './problem.ts'
import type { ScopeStore } from './scope-store.ts'

/** Scopes that Digdir adds by hand to an admin client (reference digdir.md 2.1). */
const notSelfServed = /^idporten:(dcr|scopes)\b/

/**
 * What is wrong with the scopes of a client: at least one (checked with the body), each one built in, or in the
 * catalogue, for this type, and granted, open, or delegable through Altinn (reference digdir.md 2.4, 2.7, 2.8).
 *
 * A scope that is unknown, inactive, or private and not granted answers the same, so that nobody can search for names.
 *
 * @param caller whose access counts: the organisation of the token, hence a supplier's own in supplier mode. A supplier
 * client is no way to Altinn's delegation (7, trap 29), so there delegable alone is not enough.
 */
export const scopeFaults = (
  input: Pick<ClientInput, 'integration_type' | 'scopes'>,
  caller: { orgno: string; supplier: boolean },
  store: ScopeStore,
): FieldError[] => {
  const rules = integrationTypes[input.integration_type]
  if (!rules) return []
  const errors: FieldError[] = []
  if (rules.login && !input.scopes.includes('openid')) errors.push(fieldError('scopes', 'must contain openid'))
  input.scopes.forEach((name, index) => {
    const fault = oneFault(name)
    if (fault) errors.push(fieldError(`scopes[${index}]`, fault))
  })
  return errors

  function oneFault(name: string): string | undefined {
    if (rules!.builtInScopes.includes(name)) return undefined
    if (rules!.onlyScopes && !rules!.onlyScopes.includes(name))
      return `${name} is not allowed for ${input.integration_type}`
    const scope = store.scope(name)
    const granted = scope !== undefined && store.mayUse(scope, caller.orgno)
    if (!scope?.active || (scope.visibility !== 'PUBLIC' && !granted)) return `unknown scope ${name}`
    if (notSelfServed.test(name)) return `${name} cannot be self-served`
    if (!allowsType(scope, input.integration_type)) return `${name} is not allowed for ${input.integration_type}`
    const delegable = scope.delegation_source !== undefined && !caller.supplier
    if (!granted && !(delegable && input.integration_type === 'maskinporten')) return `no access to ${name}`
    return undefined
  }
}

/** An empty list of types means all (reference digdir.md 2.8). */
export const allowsType = (scope: Scope, type: string): boolean =>
  scope.allowed_integration_types.length === 0 || scope.allowed_integration_types.includes(type)
