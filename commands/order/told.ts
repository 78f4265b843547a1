import type { MovedOrder } from '../../src/domain/order/move-order.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { Services } from '../../src/slack/route.ts'

/** Brings the cards of what was just done up to date; nothing where it was done before. `others` moved with it. */
export const keepCardsAfter = async (
  { tell }: Pick<Services, 'tell'>,
  { order, fresh, others = [] }: MovedOrder & { others?: readonly Order[] },
): Promise<void> => {
  if (!fresh) return
  for (const one of [order, ...others]) await tell.order(one)
}
