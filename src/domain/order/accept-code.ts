import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { withProof } from './confirmed-for-customers.ts'
import { type CustomerSays, faultsOfSaid, proofOfSaid } from './customer-said.ts'
import { findOrder } from './find-order.ts'
import { type OpenCode, openCode } from './look-at-code.ts'
import { moveOrder, untilSettled } from './move-order.ts'
import { orderTold } from './notices.ts'
import { orderLine } from './order-audit.ts'
import { assertRecordable } from './recorded.ts'
import { settleConsented } from './settle-consented.ts'
import type { CustomerProof, Order, OrderUnit } from './types.ts'

type Needs = Pick<Deps, 'store' | 'vault' | 'now'>

/** What came of it. `order` is the supplier's, for its card; nothing of it but `supplier` is the customer's to see. */
export type CodeAccepted = { outcome: 'confirmed' | 'waits'; supplier: OrderUnit; order: Order; fresh: boolean }

/** What proves the customer's access: its own order here before what somebody says. */
const proofFrom = ({ proof }: OpenCode, said: CustomerSays | null, by: SlackUser, at: number): CustomerProof | null =>
  proof ?? (said && proofOfSaid(said, 'customer', by, at))

/** The outcome of a request that was done before, whatever became of the order since. */
const earlier = async (deps: Needs, once: string): Promise<CodeAccepted | null> => {
  const kept = await deps.store.keptOutcome(once)
  if (typeof kept !== 'string') return null
  const order = await findOrder(deps, { id: kept })
  const { content } = order
  if (content?.kind !== 'existing') throw new AppError('code-invalid', 'the order was given up')
  return { outcome: order.facts.proof ? 'confirmed' : 'waits', supplier: content.supplier, order, fresh: false }
}

/**
 * A member of the customer lets the supplier see whether access is confirmed, and the scope; the code is used up. Where
 * the customer's own order here was confirmed, or `said` tells of a confirmation that came elsewhere, the supplier's order
 * goes on; else it waits, and goes on by itself once the customer's order is confirmed. The supplier's orderer is told.
 *
 * Throws as `openCode`, and `bad-input` with `faultsOfSaid`.
 */
export const acceptCode = async (
  deps: Needs,
  actor: SlackUser,
  asked: { code: string; organisationNumber: string; said: CustomerSays | null; once: string },
): Promise<CodeAccepted> => {
  const { organisationNumber, said, once } = asked
  const before = await earlier(deps, once)
  if (before) return before
  if (said) assertRecordable(faultsOfSaid(said, deps.now()))
  const accepted = await untilSettled(async () => {
    const open = await openCode(deps, actor, asked)
    const { order: supplied, content, hash } = open
    const at = deps.now()
    const proof = proofFrom(open, said, actor, at)
    const customersLine = orderLine('order.consent', actor, { id: supplied.id, organisationNumber })
    const moved = await moveOrder(deps, actor, { order: supplied, once }, () => ({
      action: 'order.consent',
      ...(proof ? { via: { event: 'customer-confirmed', by: 'customer' } } : { event: 'consent' }),
      ...(proof && { patch: { facts: withProof(supplied.facts, proof) } }),
      moreAudit: [customersLine],
      deliveries: [orderTold(supplied, proof ? 'customer-confirmed' : 'customer-consented')],
      also: async (tx) => {
        if (!(await tx.useOrderCode(hash))) throw new AppError('code-invalid', 'the code was used meanwhile')
        await tx.addConsent({ orderId: supplied.id, customerNumber: organisationNumber, by: actor, at })
      },
    }))
    return { proof, supplier: content.supplier, ...moved }
  })
  const { proof, ...rest } = accepted
  if (proof) return { outcome: 'confirmed', ...rest }
  // the customer's own order may have been confirmed in this very instant
  const moved = await settleConsented(deps, organisationNumber)
  const order = moved.find(({ id }) => id === rest.order.id)
  return order ? { outcome: 'confirmed', ...rest, order } : { outcome: 'waits', ...rest }
}
