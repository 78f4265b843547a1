import { cleanText } from '../../src/domain/client/typed.ts'
import { isOver } from '../../src/domain/order/machine.ts'
import type { OrderQuery } from '../../src/domain/order/store.ts'
import { orderStates } from '../../src/domain/order/types.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderHelp } from '../../views/order/help.ts'
import { orderList } from '../../views/order/list.ts'
import type { OrderListData } from '../../views/order/rows.ts'
import { orderTold } from '../../views/order/told.ts'
import { firstOrders, type OrderFilter, type OrdersRef, ordersValue } from '../../views/order/values.ts'
import { commandInput } from '../inputs.ts'
import { leadsTo, pageOf } from '../lists.ts'
import { present } from '../present.ts'
import { foreignName, ownOrganisation, seesAll } from './acting.ts'

/** Orders as a private message: filtered, searched, paged. */

const statesOf = (filter: OrderFilter) =>
  filter === 'all' ? undefined : orderStates.filter((state) => isOver(state) === (filter === 'ended'))

/** Who may not see all sees the own organisation's, whatever a button says. @throws {AppError} `not-a-member` */
const within = (ask: Ask<unknown>, { whose }: OrdersRef): Pick<OrderQuery, 'organisationNumber' | 'orderer'> => {
  const everything = seesAll(ask)
  if (whose === 'mine') {
    const own = everything ? {} : { organisationNumber: organisationOf(ask.viewer).number }
    return { ...own, orderer: ask.viewer.user }
  }
  // an operator who belongs to none has no other list than all
  if (everything && (whose === 'all' || ownOrganisation(ask) === null)) return {}
  return { organisationNumber: organisationOf(ask.viewer).number }
}

/** The question that a reference stands for. */
export const orderQueryOf = (ask: Ask<unknown>, ref: OrdersRef): Omit<OrderQuery, 'page' | 'size'> => {
  const states = statesOf(ref.state)
  return {
    ...within(ask, ref),
    ...(states && { states }),
    ...(ref.turn !== 'any' && { turn: ref.turn }),
    ...(ref.text !== null && { text: ref.text }),
  }
}

/** A page of the orders, the last one where there are fewer by now. */
export const ordersPage = async (ask: Ask<unknown>, services: Services, ref: OrdersRef): Promise<OrderListData> => {
  const query = orderQueryOf(ask, ref)
  const { size } = orderList
  const { rows, total, page } = await pageOf(ref.page, size, (at) =>
    services.store.orders({ ...query, page: at, size }),
  )
  const named = await Promise.all(
    rows.map(async (order) => ({ ...order, organisation: await foreignName(ask, services, order) })),
  )
  return { ...ref, page, rows: named, total }
}

const listed = async (ask: Ask<OrdersRef>, services: Services): Promise<Shown> =>
  orderList.render(ask.t, await ordersPage(ask, services, ask.input))

export const routes = [
  route({
    kind: 'command',
    id: 'test-access list',
    may: 'order.read',
    effect: 'read',
    input: commandInput,
    run: (ask, services) => {
      const text = cleanText(ask.input.rest) || null
      // who looks for something looks among all of them
      const ref: OrdersRef = { ...firstOrders, text, ...(text !== null && { state: 'all' as const }) }
      return present(ask, async () => orderList.render(ask.t, await ordersPage(ask, services, ref)))
    },
  }),
  ...leadsTo(
    [
      orderList.actions.previous,
      orderList.actions.next,
      orderCard.actions.list,
      orderHelp.actions.list,
      orderTold.actions.list,
    ],
    { may: 'order.read', input: ordersValue.input },
    listed,
  ),
]
