import { mailsOf } from '../../src/domain/order/order-mails.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderBrowser } from '../../views/order/browser.ts'
import { type OrderNotice, orderCard } from '../../views/order/card.ts'
import { orderHistory } from '../../views/order/history.ts'
import { orderHome } from '../../views/order/home.ts'
import { orderList } from '../../views/order/list.ts'
import { orderTold } from '../../views/order/told.ts'
import { orderValue } from '../../views/order/values.ts'
import { idInput } from '../inputs.ts'
import { present } from '../present.ts'
import { foreignName } from './acting.ts'
import { orderHere } from './find.ts'

/** One order in full, from a command or from wherever it is named. */

/** The card of an order that was read just now. */
export const cardOf = async (
  ask: Ask<unknown>,
  services: Services,
  order: Order,
  notice?: OrderNotice,
): Promise<Shown> => {
  const [organisation, mails] = await Promise.all([foreignName(ask, services, order), mailsOf(services, order)])
  return orderCard.render(ask.t, { order, organisation, mail: mails.at(-1)?.delivery ?? null, notice })
}

const found = async (ask: Ask<unknown>, services: Services, id: string): Promise<Shown> =>
  cardOf(ask, services, await orderHere(ask, services, id))

const button = (id: string, onTop = false) =>
  route({
    kind: 'action',
    id,
    may: 'order.read',
    effect: 'read',
    input: orderValue.input,
    // from the browser the card lies on top, so that closing it leads back to the list
    run: (ask, services): Promise<Reply> =>
      present(onTop ? { ...ask, door: 'home' } : ask, () => found(ask, services, ask.input.order)),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'test-access show',
    may: 'order.read',
    effect: 'read',
    input: idInput,
    run: (ask, services) => present(ask, () => found(ask, services, ask.input)),
  }),
  button(orderList.actions.show),
  button(orderHome.actions.show),
  button(orderTold.actions.show),
  button(orderHistory.actions.back),
  button(orderBrowser.actions.show, true),
]
