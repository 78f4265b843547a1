import { AppError } from '../../errors.ts'
import type { Language, SlackUser } from '../belonging/types.ts'
import { actorName } from '../contact/actor.ts'
import type { Deps } from '../deps.ts'
import { turnOf } from './machine.ts'
import type { MovedOrder } from './move-order.ts'
import { contentValues, orderLine } from './order-audit.ts'
import type { OrderContent, OrderFacts } from './types.ts'

/** Nothing has become known of a new order. */
const noFacts: OrderFacts = {
  acknowledged: null,
  scope: null,
  granted: {},
  fictionalUnit: null,
  proof: null,
  production: 'none',
  clientId: null,
  refusedWith: null,
  tokenAt: {},
}

/**
 * Keeps a new order as a draft; the actor answers for it. `once` makes a double click one order (`fresh` false: it was
 * there). Throws `not-found` when what an earlier click kept is gone by now.
 */
export const draftOrder = async (
  { store }: Pick<Deps, 'store'>,
  actor: SlackUser,
  asked: {
    organisationNumber: string
    content: OrderContent
    /** the actor's confirmed address */
    ordererEmail: string
    language: Language
    once: string
  },
): Promise<MovedOrder> => {
  const { organisationNumber, content, ordererEmail, language, once } = asked
  const { kind } = content
  const { value: id, fresh } = await store.write<string>(
    {
      once,
      audit: (added) => [
        orderLine('order.draft', actor, { id: added, organisationNumber }, { after: contentValues(content) }),
      ],
    },
    async (tx) => {
      const place = { state: 'draft', turn: turnOf(kind, 'draft') } as const
      const who = { orderer: actor, ordererEmail, language }
      const row = { organisationNumber, kind, content, facts: noFacts, ...place, ...who }
      return (await tx.addOrder(row, { event: 'draft', actor: actorName(actor), note: '' })).id
    },
  )
  const order = await store.order(id)
  if (order === null) throw new AppError('not-found', 'the order is gone')
  return { order, fresh }
}
