import type { MovedOrder } from '../../src/domain/order/move-order.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, type Services } from '../../src/slack/route.ts'
import type { OrderNotice } from '../../views/order/card.ts'
import type { OrderSeen } from '../../views/order/values.ts'
import { onTopOf } from '../client/doors.ts'
import { cardOf } from './card.ts'
import { orderHere } from './find.ts'
import { keepCardsAfter } from './told.ts'

/** How an order is moved from Slack: as it was seen, once, and with its card as the answer. */

/** What moves it; `version` is the one that was seen. */
type Move = (order: Order, version: number) => Promise<MovedOrder>

/** What was just done; that it was done before, to a request that came again. */
const noticeOf = (ask: Ask<unknown>, { fresh }: MovedOrder, done: OrderNotice): OrderNotice =>
  fresh ? done : ask.t.order.card.notices.already

/** Somebody else moved the order since it was seen: it is shown as it is now, and nothing was done. */
const wasMoved = (error: unknown): boolean => isAppError(error, 'changed-meanwhile', 'order-state')

const meanwhile = async (ask: Ask<unknown>, services: Services, { order }: OrderSeen) =>
  cardOf(ask, services, await orderHere(ask, services, order), { warning: ask.t.order.card.notices.meanwhile })

/** A button that moves an order: the card takes the place of what was clicked. */
export const clicked = (
  ask: Ask<unknown>,
  services: Services,
  seen: OrderSeen,
  move: Move,
  done: OrderNotice | ((moved: MovedOrder) => OrderNotice),
): Reply => ({
  now: empty,
  later: async () => {
    const order = await orderHere(ask, services, seen.order)
    try {
      const moved = await move(order, seen.version)
      const notice = typeof done === 'function' ? done(moved) : done
      await ask.show(await cardOf(ask, services, moved.order, noticeOf(ask, moved, notice)))
      await keepCardsAfter(services, moved)
    } catch (error) {
      if (!wasMoved(error)) throw error
      await ask.show(await meanwhile(ask, services, seen))
    }
  },
})

/** Which order a modal is about. @throws {AppError} `stale-view` for what an older version drew */
export const seenIn = <T>(read: T | null): T => {
  if (read === null) throw new AppError('stale-view', 'the form is of another version')
  return read
}

/** A modal that moves an order: its card takes the modal's place. Where it was moved meanwhile, what was typed stays. */
export const submitted = async (
  ask: Ask<unknown>,
  services: Services,
  seen: OrderSeen,
  move: Move,
  done: OrderNotice | ((moved: MovedOrder) => OrderNotice),
): Promise<Reply> => {
  const order = await orderHere(ask, services, seen.order)
  try {
    const moved = await move(order, seen.version)
    const notice = typeof done === 'function' ? done(moved) : done
    const { view } = await cardOf(ask, services, moved.order, noticeOf(ask, moved, notice))
    return { now: { kind: 'update', view }, later: () => keepCardsAfter(services, moved) }
  } catch (error) {
    if (!wasMoved(error)) throw error
    return onTopOf(ask, await meanwhile(ask, services, seen))
  }
}
