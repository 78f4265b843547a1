import type { Tt02 } from '../altinn/tt02.ts'
import type { Environment } from '../digdir/model.ts'
import type { Registry } from '../digdir/registry.ts'
import type { Answer } from './answers.ts'
import { fictionalEnterprise, fictionalPerson } from './fictional.ts'
import type { AskAbout } from './letters.ts'
import { customerOf, type Order, ordererOf, type Party } from './order.ts'
import { type RegisterScope, registerScopes } from './scopes.ts'

/** What the desk works on beside its mails. */
export type Surroundings = {
  /** Digdir's, where scopes are given */
  registries: Record<Environment, Pick<Registry, 'access' | 'setAccess'>>
  tt02: Tt02
  /** how many fictional enterprises and persons there have been, for the next one */
  nextFictional(): number
}

/** What an officer finds when looking an order up. */
export type Grounds = {
  /** C: what the customer has in test, without which there is nothing to deliver */
  customerScopes: RegisterScope[]
  /** what one would ask about */
  about: AskAbout
  /** why it can be neither confirmed nor delivered; null when it can */
  obstacle: string | null
}

/** Where brreg says nothing of which customers a supplier has, it gives what most of them would have. */
export const USUAL_SCOPE: RegisterScope = 'brreg:reelle/rapporteringspliktig'

const scopesOf = (number: string, { registries }: Surroundings): RegisterScope[] =>
  registerScopes.filter((scope) => registries.test.access(scope, number)?.state === 'APPROVED')

const obstacleOf = (order: Order, customerScopes: RegisterScope[]): string | null => {
  if (order.kind === null) return 'What is ordered cannot be read out of the mail'
  const orderer = ordererOf(order)
  if (!orderer) return 'The order has no organisation number to give anything to'
  if (order.kind !== 'existing') return null
  const customer = customerOf(order)
  if (!customer) return 'The order names no customer, and says nothing of a fictional enterprise'
  if (customer.number === orderer.number) return 'Supplier and customer are the same'
  return customerScopes.length > 0
    ? null
    : `${customer.name} has not been given a scope in test: there is none to hang the order on`
}

export const groundsOf = (order: Order, around: Surroundings): Grounds => {
  const customer = order.kind === 'existing' ? customerOf(order) : null
  const customerScopes = customer ? scopesOf(customer.number, around) : []
  const waits = customer !== null && customerScopes.length === 0 && order.missing.length === 0
  const about = waits ? 'no-scope' : order.missing.length === 0 && order.kind === 'direct' ? 'legal-basis' : 'missing'
  return { customerScopes, about, obstacle: obstacleOf(order, customerScopes) }
}

type Granted = Order['granted']

/** Who holds what an order gave. */
const holderOf = (order: Order): Party | null =>
  order.kind === 'direct' ? ordererOf(order) : (order.made?.enterprise ?? null)

const eachGrant = (granted: Granted) => Object.entries(granted) as [Environment, RegisterScope][]

/** Gives the holder these scopes, and takes back what the order gave there before. */
const grant = (order: Order, wanted: Granted, { registries }: Surroundings): Granted => {
  const holder = holderOf(order)
  if (!holder) throw new Error(`${order.id} has nobody to give a scope to`)
  for (const [environment, scope] of eachGrant(wanted)) {
    const before = order.granted[environment]
    if (before !== undefined && before !== scope) registries[environment].setAccess(before, holder.number, 'DENIED')
    registries[environment].setAccess(scope, holder.number, 'APPROVED')
  }
  return { ...order.granted, ...wanted }
}

const confirmed = ({ scope, environments = 'both' }: Extract<Answer, { kind: 'confirm' }>): Granted => ({
  ...(environments === 'prod' ? {} : { test: scope }),
  ...(environments === 'test' ? {} : { prod: scope }),
})

/** Reads the companies into TT02, and makes what is made for tests, once for each order. */
const prepare = (order: Order, { tt02, nextFictional }: Surroundings): Order => {
  const isFictional = order.kind === 'fictional'
  const customer = customerOf(order)
  const readIn = [ordererOf(order), isFictional ? null : customer].filter((one) => one !== null)
  for (const one of readIn) tt02.addEnterprise({ ...one, fictional: false })
  if (order.made) return order
  const nth = nextFictional()
  const enterprise = isFictional ? fictionalEnterprise(nth) : null
  const person = fictionalPerson(nth)
  if (enterprise) tt02.addEnterprise({ ...enterprise, fictional: true })
  const represents = enterprise ?? customer
  tt02.addPerson({ ...person, represents: represents ? [represents.number] : [] })
  return { ...order, made: { enterprise, person } }
}

const takeBack = (order: Order, { registries, tt02 }: Surroundings): Order => {
  const holder = holderOf(order)
  if (holder)
    for (const [environment, scope] of eachGrant(order.granted))
      registries[environment].setAccess(scope, holder.number, 'DENIED')
  if (order.made?.enterprise) tt02.removeEnterprise(order.made.enterprise.number)
  if (order.made) tt02.removePerson(order.made.person.pid)
  return { ...order, granted: {}, made: null }
}

/**
 * Does what an answer tells of, before it is told. Doing it again changes nothing.
 * @returns the order as it is then
 * @throws Error when the order lacks what it needs
 */
export const setUp = (order: Order, answer: Answer, around: Surroundings): Order => {
  if (answer.kind === 'let-go') return takeBack(order, around)
  if (answer.kind !== 'confirm' && answer.kind !== 'deliver') return order
  const { obstacle } = groundsOf(order, around)
  if (obstacle) throw new Error(obstacle)
  if (answer.kind === 'confirm') return { ...order, granted: grant(order, confirmed(answer), around) }
  const ready = prepare(order, around)
  if (ready.kind === 'existing') return ready
  const test = answer.scope ?? order.granted.test ?? order.suggested ?? USUAL_SCOPE
  return { ...ready, granted: grant(ready, { test }, around) }
}

/** Gives again what an order gave before everything was stopped. */
export const setUpAgain = (order: Order, around: Surroundings): void => {
  if (eachGrant(order.granted).length > 0) grant(order, order.granted, around)
}
