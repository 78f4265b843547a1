import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { assertOrder, type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { toldOthers } from './notices.ts'
import { assertRecordable, faultsOfNote } from './recorded.ts'
import { freeLines } from './typed-text.ts'
import type { Order, OrderState, ProductionState } from './types.ts'

/** How far production can be said to have come. */
export type ProductionStep = Exclude<ProductionState, 'none'>

const after: Record<ProductionState, readonly ProductionStep[]> = {
  none: ['delegated'],
  delegated: ['in-use', 'revoked'],
  'in-use': ['revoked'],
  revoked: ['delegated'],
}

const ended: readonly OrderState[] = ['rejected', 'withdrawn', 'cancelled']

/**
 * What may be recorded next of an order C in production, which goes beside the test from the day that the customer's own
 * access is confirmed (brreg.md 3). None for other orders: B works in test alone, and A is confirmed for production.
 */
export const productionSteps = ({ kind, state, facts }: Pick<Order, 'kind' | 'state' | 'facts'>) =>
  kind === 'existing' && facts.proof !== null && !ended.includes(state) ? after[facts.production] : []

/**
 * Records how far an order C came in production. Throws `holds-national-number`, `bad-input` with field `note`,
 * `order-state` for what is none of `productionSteps`, `changed-meanwhile`.
 */
export const recordProduction = (
  deps: Pick<Deps, 'store' | 'now'>,
  actor: SlackUser,
  { production, note, ...asked }: OrderAsked & { production: ProductionStep; note: string },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => {
    const { order } = asked
    assertOrder(productionSteps(order).includes(production), order, `production-${production}`)
    assertRecordable(faultsOfNote(note))
    const { facts } = order
    const tokenAt = production === 'in-use' ? { ...facts.tokenAt, prod: deps.now() } : facts.tokenAt
    return {
      action: 'order.record',
      event: `production-${production}`,
      note: freeLines(note),
      patch: { facts: { ...facts, production, tokenAt } },
      values: { production },
      deliveries: toldOthers(order, 'recorded', actor),
    }
  })
