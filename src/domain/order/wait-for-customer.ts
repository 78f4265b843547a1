import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'

/** A draft C waits until its customer's own access is confirmed. Throws `order-state`, `changed-meanwhile`. */
export const waitForCustomer = (deps: Pick<Deps, 'store'>, actor: SlackUser, asked: OrderAsked): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => ({ action: 'order.wait', via: { event: 'wait-for-customer', by: 'people' } }))
