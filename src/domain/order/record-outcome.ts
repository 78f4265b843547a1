import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'
import type { Deps } from '../deps.ts'
import { nextState } from './machine.ts'
import { assertOrder, type MovedOrder, moveOrder, type OrderAsked, type OrderMove } from './move-order.ts'
import { nextStepsOf } from './next-steps.ts'
import { toldOthers } from './notices.ts'
import type { TokenIssued, TokenRefused } from './read-outcome.ts'
import type { Order, OrderFacts } from './types.ts'

type Outcome = TokenIssued | TokenRefused

const eventOf = ({ outcome }: Outcome) => (outcome === 'issued' ? 'token-issued' : 'token-refused')

const factsAfter = ({ kind, facts }: Order, environment: Environment, outcome: Outcome, now: number): OrderFacts => {
  if (outcome.outcome === 'refused') return { ...facts, refusedWith: outcome.mpCode ?? outcome.error }
  const production = kind === 'existing' && environment === 'prod' ? 'in-use' : facts.production
  const clientId = environment === 'test' ? (outcome.clientId ?? facts.clientId) : facts.clientId
  return { ...facts, production, clientId, refusedWith: null, tokenAt: { ...facts.tokenAt, [environment]: now } }
}

/** How the order moves: by the machine where it does, else only what is known of it, as of production beside the test. */
const moveFor = (order: Order, environment: Environment, outcome: Outcome): Pick<OrderMove, 'via' | 'event'> => {
  const event = eventOf(outcome)
  const besideTheTest = order.kind === 'existing' && environment === 'prod'
  const moves = !besideTheTest && nextState(order.kind, order.state, event, 'people') !== null
  return moves ? { via: { event, by: 'people' } } : { event }
}

/**
 * Records what a try for a token came to. The order is done when one was issued; a refusal stays with its code until the
 * next try. Throws `order-state` for an environment that the order has no access in, `changed-meanwhile`.
 *
 * @param asked `outcome` as `readOutcome` gave it
 */
export const recordOutcome = (
  deps: Pick<Deps, 'store' | 'now'>,
  actor: SlackUser,
  { environment, outcome, ...asked }: OrderAsked & { environment: Environment; outcome: Outcome },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => {
    const { order } = asked
    const open = nextStepsOf(order).some((steps) => steps.environment === environment)
    assertOrder(open, order, `${eventOf(outcome)} in ${environment}`)
    return {
      action: 'order.record',
      ...moveFor(order, environment, outcome),
      patch: { facts: factsAfter(order, environment, outcome, deps.now()) },
      values: { environment, ...(outcome.outcome === 'issued' ? { issued: true } : { code: outcome.mpCode }) },
      deliveries: toldOthers(order, 'recorded', actor),
    }
  })
