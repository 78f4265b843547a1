import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'
import { environments } from '../client/types.ts'
import { actorName } from '../contact/actor.ts'
import type { Deps } from '../deps.ts'
import { norwegianDay } from '../norwegian-days.ts'
import { nextState, turnOf } from './machine.ts'
import { movedMeanwhile, type OrderMove } from './move-order.ts'
import { orderTold } from './notices.ts'
import { orderLine } from './order-audit.ts'
import type { CustomerProof, Order, OrderFacts, OrderState } from './types.ts'

/** Nobody of the supplier pressed anything. */
const program = { program: 'orders' } as const

const ended: readonly OrderState[] = ['rejected', 'withdrawn', 'cancelled']

/**
 * What a direct order that was confirmed proves of its company, for a supplier whom somebody of it let see so; null while
 * nothing was confirmed.
 */
export const proofOf = (
  direct: Pick<Order, 'id' | 'facts'>,
  consent: { by: SlackUser; at: number },
): CustomerProof | null => {
  const { granted, scope } = direct.facts
  const confirmed = environments.flatMap((environment) => {
    const at = granted[environment]
    return at === undefined ? [] : [{ environment, at }]
  })
  if (confirmed.length === 0) return null
  return {
    how: 'customer',
    confirmedOn: norwegianDay(Math.min(...confirmed.map(({ at }) => at))),
    scope,
    environments: confirmed.map(({ environment }): Environment => environment),
    orderId: direct.id,
    ...consent,
  }
}

/** The customer's own direct orders that brreg confirmed, the newest first; null: none. */
export const confirmedOrderOf = async (
  { store }: Pick<Deps, 'store'>,
  customerNumber: string,
): Promise<Order | null> => {
  const about = { organisationNumber: customerNumber, kind: 'direct', states: ['granted', 'in-use'] } as const
  const { rows } = await store.orders({ ...about, page: 0, size: 20 })
  // an operator may have ordered for another company than the one it stands under
  return (
    rows.find(({ content }) => content?.kind === 'direct' && content.organisation.number === customerNumber) ?? null
  )
}

/** How the facts of a supplier's order look with its customer's proof. */
export const withProof = (facts: OrderFacts, proof: CustomerProof): OrderFacts => ({
  ...facts,
  proof,
  scope: proof.scope ?? facts.scope,
})

/**
 * What moves with a direct order that is being confirmed: every order C whose customer let its supplier see it goes on,
 * and its orderer is told; one that was sent learns of further environments. For `moveOrder`.
 *
 * @param confirmed the direct order as it will be
 * @returns `ids` of those that it changes; `also` throws `changed-meanwhile`, after `onStale`, when one of them is another
 *   by then
 */
export const movesOfCustomers = async (
  { store }: Pick<Deps, 'store'>,
  confirmed: Order,
  onStale: () => void,
): Promise<{ ids: string[]; move: Pick<OrderMove, 'moreAudit' | 'deliveries' | 'also'> }> => {
  if (confirmed.content?.kind !== 'direct') return { ids: [], move: {} }
  const customerNumber = confirmed.content.organisation.number
  const moves = await Promise.all(
    (await store.consentsOf(customerNumber)).map(async (consent) => {
      const order = await store.order(consent.orderId)
      const proof = proofOf(confirmed, { by: consent.by, at: consent.at })
      return order !== null && proof !== null && !ended.includes(order.state) ? [{ order, proof }] : []
    }),
  )
  const all = moves.flat().map(({ order, proof }) => {
    const state = nextState(order.kind, order.state, 'customer-confirmed', 'system')
    // of an order that was confirmed already, this is no news
    return { order, proof, state, news: state !== null && order.facts.proof?.how !== 'customer' }
  })
  const news = all.filter((one) => one.news)
  const move: Pick<OrderMove, 'moreAudit' | 'deliveries' | 'also'> = {
    moreAudit: news.map(({ order }) => orderLine('order.record', program, order, { after: { confirmed: true } })),
    deliveries: news.map(({ order }) => orderTold(order, 'customer-confirmed')),
    also: async (tx) => {
      for (const { order, proof, state, news: isNews } of all) {
        const line = isNews ? { event: 'customer-confirmed', actor: actorName(program), note: '' } : null
        const place = state !== null && state !== order.state ? { state, turn: turnOf(order.kind, state) } : {}
        const facts = withProof(order.facts, proof)
        if ((await tx.moveOrder(order.id, order.version, { facts, ...place }, line)) !== null) continue
        onStale()
        throw movedMeanwhile()
      }
    },
  }
  return { ids: all.map(({ order }) => order.id), move }
}
