import { accessOf, isRegisterScope, type RegisterScope } from '../brreg/scopes.ts'
import type { Clock } from '../clock.ts'
import type { Environment } from '../digdir/model.ts'
import type { Registry } from '../digdir/registry.ts'
import type { Enhetsregisteret } from '../enhetsregisteret/enhetsregisteret.ts'
import { isSubUnit } from '../enhetsregisteret/unit.ts'
import { type Changes, createChanges } from '../slack/changes.ts'
import type { Tt02 } from './tt02.ts'

/** Somebody who can log in. */
export type AltinnPerson = { name: string; pid: string; represents: readonly string[] }

export type AltinnEnterprise = { number: string; name: string }

/** An API that one enterprise lets another use on its behalf. */
export type ApiDelegation = {
  environment: Environment
  from: string
  to: string
  scope: RegisterScope
  /** epoch ms */
  at: number
}

/** Who does it: `as` is the national identity number of the person who is logged in. */
export type DelegationWish = Pick<ApiDelegation, 'environment' | 'from' | 'to' | 'scope'> & { as: string }

export type Altinn = {
  tt02: Tt02
  /** @throws Error when nobody there has that number */
  person(environment: Environment, pid: string): AltinnPerson
  /** who may log in, as far as one may know: in test that is told by brreg's mail alone */
  persons(environment: Environment): readonly AltinnPerson[]
  enterprise(environment: Environment, number: string): AltinnEnterprise | undefined
  /**
   * Lets `to` use the scope on behalf of `from`; Maskinporten of the same environment believes it at once. Whether `from`
   * has the scope is not asked: it may be delegated before it was given (brreg.md 6). Once more changes nothing.
   * @throws Error when the person is unknown or does not represent `from`, `to` is unknown there or the same, or the
   * scope has no delegation form
   */
  delegate(wish: DelegationWish): ApiDelegation
  /** @throws Error as `delegate`, and when nothing of the kind was delegated */
  remove(wish: DelegationWish): void
  delegations(filter?: { environment?: Environment; from?: string }): readonly ApiDelegation[]
  onChange: Changes['on']
  /** What is to be there at the next start. */
  keep(): readonly ApiDelegation[]
  close(): Promise<void>
}

const PLACES: Record<Environment, string> = { test: 'TT02', prod: 'Altinn' }

/**
 * Altinn twice, TT02 and the ordinary one, as far as delegating the APIs of the register over beneficial owners goes
 * (brreg.md 1, 6). The two share nothing.
 *
 * @param options.people who can log in to the ordinary one, where companies are those of Enhetsregisteret
 * @param options.kept what an earlier `keep` gave
 */
export const createAltinn = (options: {
  clock: Clock
  registries: Record<Environment, Pick<Registry, 'delegate' | 'undelegate'>>
  tt02: Tt02
  people: readonly AltinnPerson[]
  register: Pick<Enhetsregisteret, 'unit'>
  kept?: readonly ApiDelegation[]
}): Altinn => {
  const { clock, registries, tt02, people, register } = options
  const changes = createChanges()
  let delegations: ApiDelegation[] = []

  const persons = (environment: Environment) => (environment === 'test' ? tt02.persons() : people)
  const person = (environment: Environment, pid: string): AltinnPerson => {
    const found = persons(environment).find((one) => one.pid === pid)
    if (!found) throw new Error(`Nobody in ${PLACES[environment]} has that national identity number`)
    return found
  }
  const enterprise = (environment: Environment, number: string): AltinnEnterprise | undefined => {
    if (environment === 'test') return tt02.enterprise(number)
    const unit = register.unit(number)
    const isThere = unit && !isSubUnit(unit) && unit.fate.kind !== 'deleted' && unit.fate.kind !== 'removed'
    return isThere ? { number, name: unit.name } : undefined
  }
  const demandRight = ({ environment, as, from, scope }: DelegationWish) => {
    const { name, represents } = person(environment, as)
    if (!represents.includes(from)) throw new Error(`${name} does not represent ${from} in ${PLACES[environment]}`)
    if (!isRegisterScope(scope)) throw new Error(`${scope} has no delegation form`)
  }
  const same = (wish: DelegationWish) => (one: ApiDelegation) =>
    one.environment === wish.environment && one.from === wish.from && one.to === wish.to && one.scope === wish.scope

  const add = (delegation: ApiDelegation) => {
    delegations.push(delegation)
    registries[delegation.environment].delegate(delegation)
  }
  for (const one of options.kept ?? []) add(one)

  return {
    tt02,
    person,
    persons,
    enterprise,
    delegate(wish) {
      demandRight(wish)
      const { environment, from, to, scope } = wish
      if (to === from)
        throw new Error('An enterprise cannot delegate to itself: write the supplier’s organisation number')
      if (!enterprise(environment, to)) {
        const why = environment === 'test' ? ': brreg has not read it in' : ''
        throw new Error(`There is no enterprise ${to} in ${PLACES[environment]}${why}`)
      }
      const there = delegations.find(same(wish))
      if (there) return there
      const made = { environment, from, to, scope, at: clock.now() }
      add(made)
      changes.tell()
      return made
    },
    remove(wish) {
      demandRight(wish)
      if (!delegations.some(same(wish)))
        throw new Error(`${accessOf(wish.scope).form} is not delegated from ${wish.from} to ${wish.to}`)
      delegations = delegations.filter((one) => !same(wish)(one))
      registries[wish.environment].undelegate(wish)
      changes.tell()
    },
    delegations: ({ environment, from } = {}) =>
      delegations.filter(
        (one) =>
          (environment === undefined || one.environment === environment) && (from === undefined || one.from === from),
      ),
    onChange: changes.on,
    keep: () => delegations,
    close: async () => {},
  }
}
