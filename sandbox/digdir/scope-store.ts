import type { Clock } from '../clock.ts'
import type { Access, AccessState, DelegationSource, Environment, Scope } from './model.ts'
import { stamp } from './stamp.ts'

export type Delegation = { from: string; to: string; scope: string }

export type ScopeStore = {
  scope(name: string): Scope | undefined
  scopes(): readonly Scope[]
  saveScope(scope: Scope): void
  /** Digdir hands out prefixes by hand (reference digdir.md 2.8). */
  assignPrefix(prefix: string, orgno: string): void
  ownsPrefix(prefix: string, orgno: string): boolean
  access(scope: string, orgno: string): Access | undefined
  accesses(filter: { scope?: string; orgno?: string }): readonly Access[]
  /** Sets the state of an organisation's access; throws when there is no such scope. */
  setAccess(scope: string, orgno: string, state: AccessState): Access
  /** Whether the organisation may use the scope for itself: approved by its owner, or open to all. */
  mayUse(scope: Scope, orgno: string): boolean
  /** `from` lets the supplier `to` use the scope on its behalf, in Altinn. */
  delegate(delegation: Delegation): void
  /** Takes it back; nothing happens where there was none. */
  undelegate(delegation: Delegation): void
  hasDelegated(delegation: Delegation): boolean
  delegationSources(): readonly DelegationSource[]
}

const altinn = { test: 'https://tt02.altinn.no/', prod: 'https://www.altinn.no/' } as const

/** An empty store; the one delegation source is Altinn of the same environment (reference digdir.md 1.1). */
export const createScopeStore = (options: { environment: Environment; clock: Clock }): ScopeStore => {
  const { environment, clock } = options
  const scopes = new Map<string, Scope>()
  const prefixes = new Map<string, string>()
  const accesses = new Map<string, Map<string, Access>>()
  const delegations = new Set<string>()
  const since = stamp(Date.UTC(2021, 0, 4, 8))
  const sources: DelegationSource[] = [
    { name: 'Altinn', issuer: altinn[environment], created: since, last_updated: since },
  ]

  const access = (scope: string, orgno: string) => accesses.get(scope)?.get(orgno)

  return {
    scope: (name) => scopes.get(name),
    scopes: () => [...scopes.values()],
    saveScope(scope) {
      scopes.set(scope.name, scope)
      if (!prefixes.has(scope.prefix)) prefixes.set(scope.prefix, scope.owner_orgno)
    },
    assignPrefix(prefix, orgno) {
      prefixes.set(prefix, orgno)
    },
    ownsPrefix: (prefix, orgno) => prefixes.get(prefix) === orgno,
    access,
    accesses({ scope, orgno }) {
      const rows = scope === undefined ? [...accesses.values()] : [accesses.get(scope) ?? new Map<string, Access>()]
      return rows.flatMap((row) => [...row.values()]).filter((one) => !orgno || one.consumer_orgno === orgno)
    },
    setAccess(scope, orgno, state) {
      const owner = scopes.get(scope)?.owner_orgno
      if (owner === undefined) throw new Error(`no scope ${scope} in ${environment}`)
      const now = stamp(clock.now())
      const created = access(scope, orgno)?.created ?? now
      const stored = { scope, state, consumer_orgno: orgno, owner_orgno: owner, created, last_updated: now }
      const row = accesses.get(scope) ?? new Map<string, Access>()
      accesses.set(scope, row.set(orgno, stored))
      return stored
    },
    mayUse: (scope, orgno) => scope.accessible_for_all || access(scope.name, orgno)?.state === 'APPROVED',
    delegate({ from, to, scope }) {
      delegations.add(`${from} ${to} ${scope}`)
    },
    undelegate({ from, to, scope }) {
      delegations.delete(`${from} ${to} ${scope}`)
    },
    hasDelegated: ({ from, to, scope }) => delegations.has(`${from} ${to} ${scope}`),
    delegationSources: () => sources,
  }
}
