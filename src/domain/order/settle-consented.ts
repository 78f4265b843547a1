import { isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { confirmedOrderOf, proofOf, withProof } from './confirmed-for-customers.ts'
import { findOrder } from './find-order.ts'
import { codeStates } from './make-code.ts'
import { type MovedOrder, moveOrder, untilSettled } from './move-order.ts'
import { orderTold } from './notices.ts'
import type { OrderConsent } from './store.ts'
import type { Order } from './types.ts'

/** Nobody pressed anything. */
const program = { program: 'orders' } as const

const settle = (deps: Pick<Deps, 'store'>, direct: Order, consent: OrderConsent): Promise<MovedOrder | null> =>
  untilSettled(async () => {
    const order = await findOrder(deps, { id: consent.orderId })
    const proof = proofOf(direct, { by: consent.by, at: consent.at })
    if (proof === null || !codeStates.includes(order.state) || order.facts.proof?.how === 'customer') return null
    const once = `order-consented:${order.id}:${order.version}`
    return moveOrder(deps, program, { order, once }, () => ({
      action: 'order.record',
      via: { event: 'customer-confirmed', by: 'system' },
      patch: { facts: withProof(order.facts, proof) },
      values: { confirmed: true },
      deliveries: [orderTold(order, 'customer-confirmed')],
    }))
  })

/**
 * Moves what a confirmation and a customer's yes together move, where the two came at the same instant and neither saw
 * the other. Called after either; gives the orders that went on.
 */
export const settleConsented = async (deps: Pick<Deps, 'store'>, customerNumber: string): Promise<Order[]> => {
  const direct = await confirmedOrderOf(deps, customerNumber)
  if (direct === null) return []
  const moved: Order[] = []
  for (const consent of await deps.store.consentsOf(customerNumber)) {
    const done = await settle(deps, direct, consent).catch((error) => {
      // withdrawn, given up, or moved by somebody else: theirs is the newer word
      if (isAppError(error, 'not-found', 'order-state', 'changed-meanwhile')) return null
      throw error
    })
    if (done) moved.push(done.order)
  }
  return moved
}
