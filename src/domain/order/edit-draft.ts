import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { companyNumbers } from './companies.ts'
import { assertOrder, type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { contentValues } from './order-audit.ts'
import type { Order, OrderContent, OrderFacts } from './types.ts'

/** What a customer proved of itself says nothing of another one. */
const factsFor = ({ facts, content: before }: Order, content: OrderContent): OrderFacts => {
  const same = before !== null && companyNumbers(before).join() === companyNumbers(content).join()
  return same ? facts : { ...facts, proof: null, scope: null }
}

/**
 * Gives a draft another content. With another customer the order needs that one's yes, and codes and consents of the
 * one before are over. Throws `order-state` for what is no draft, or of another kind; `changed-meanwhile`.
 */
export const editDraft = (
  deps: Pick<Deps, 'store'>,
  actor: SlackUser,
  { content, ...asked }: OrderAsked & { content: OrderContent },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => {
    const { order } = asked
    assertOrder(order.state === 'draft' && content.kind === order.kind, order, 'edit')
    const facts = factsFor(order, content)
    return {
      action: 'order.edit',
      event: 'edit',
      patch: { content, facts },
      values: contentValues(content),
      also: async (tx) => {
        if (facts !== order.facts) await tx.forgetConsent(order.id)
      },
    }
  })
