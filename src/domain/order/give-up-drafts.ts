import { isAppError } from '../../errors.ts'
import { keptSince } from '../contact/retention.ts'
import type { Deps } from '../deps.ts'
import { cancelOrder } from './cancel-order.ts'
import type { Order } from './types.ts'

const program = { program: 'purge' } as const
const page = 200

const wasSent = ({ state }: Order): boolean => state !== 'draft' && state !== 'waiting-for-customer'

const giveUp = async (deps: Pick<Deps, 'store'>, order: Order): Promise<boolean> => {
  try {
    const { fresh } = await cancelOrder(deps, program, { order, once: `order-old:${order.id}:${order.version}` })
    return fresh
  } catch (error) {
    // somebody took it up again
    if (isAppError(error, 'changed-meanwhile', 'order-state')) return false
    throw error
  }
}

/**
 * Gives up orders that were never sent and have stood still as long as orders that ended are kept
 * (`contact/retention.ts`): nobody keeps the names in them for good. Gives how many.
 */
export const giveUpDrafts = async (deps: Pick<Deps, 'store' | 'now'>): Promise<number> => {
  const { orders: since } = keptSince(deps.now())
  let given = 0
  for (let after: string | null = null; ; ) {
    // of those that stand still, whatever they were reminded of
    const still = await deps.store.ordersToRemind({ since, reminders: 3, after, size: page })
    for (const order of still) if (!wasSent(order) && (await giveUp(deps, order))) given += 1
    if (still.length < page) return given
    after = still.at(-1)?.id ?? null
  }
}
