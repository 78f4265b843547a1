import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { findOrder } from './find-order.ts'
import { codeStates } from './make-code.ts'
import { type MovedOrder, moveOrder, untilSettled } from './move-order.ts'
import { orderTold } from './notices.ts'
import { orderLine } from './order-audit.ts'
import type { Order, OrderFacts } from './types.ts'

/** What the supplier may still know: nothing that was seen by this consent alone, while nothing was sent because of it. */
const factsWithout = ({ state, facts }: Order): OrderFacts =>
  codeStates.includes(state) && facts.proof?.how === 'customer' ? { ...facts, proof: null, scope: null } : facts

/**
 * A member of the customer ends what they let a supplier see. An order that was not sent waits for its customer again;
 * one that was sent stays as it is. The supplier's orderer is told. Throws `not-found` where the organisation gave no such
 * consent.
 */
export const withdrawConsent = async (
  deps: Pick<Deps, 'store'>,
  actor: SlackUser,
  { orderId, organisationNumber, once }: { orderId: string; organisationNumber: string; once: string },
): Promise<MovedOrder> => {
  const none = () => new AppError('not-found', 'no such consent')
  return untilSettled(async () => {
    const order = await findOrder(deps, { id: orderId })
    return moveOrder(deps, actor, { order, once }, async () => {
      const consent = await deps.store.consentOf(order.id)
      if (consent?.customerNumber !== organisationNumber) throw none()
      return {
        action: 'order.consent-withdraw',
        event: 'consent-withdrawn',
        patch: { facts: factsWithout(order) },
        moreAudit: [orderLine('order.consent-withdraw', actor, { id: order.id, organisationNumber })],
        deliveries: [orderTold(order, 'consent-withdrawn')],
        also: async (tx) => {
          if (!(await tx.forgetConsent(order.id))) throw none()
        },
      }
    })
  })
}
