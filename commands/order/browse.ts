import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderBrowser } from '../../views/order/browser.ts'
import { orderHome } from '../../views/order/home.ts'
import { firstOrders, type OrdersRef, ordersValue } from '../../views/order/values.ts'
import { commandInput, nothing } from '../inputs.ts'
import { searches, shows } from '../lists.ts'
import { openForm } from '../present.ts'
import { ownOrganisation, seesAll } from './acting.ts'
import { ordersPage } from './list.ts'

/** `/test-access` alone, and Home: the orders as a modal, with filters, search, paging, and all that can be done. */

const content = async (ask: Ask<unknown>, services: Services, ref: OrdersRef): Promise<Shown> =>
  orderBrowser.render(ask.t, { ...(await ordersPage(ask, services, ref)), every: seesAll(ask) })

const first = (ask: Ask<unknown>): OrdersRef =>
  ownOrganisation(ask) === null ? { ...firstOrders, whose: 'all' } : firstOrders

const open = (ask: Ask<unknown>, services: Services): Reply =>
  openForm(ask, async () => (await content(ask, services, first(ask))).view)

const sought = (ask: Ask<unknown>): OrdersRef =>
  orderBrowser.read(ask.view?.values ?? {}, orderBrowser.metadata.read(ask.view?.metadata ?? '') ?? first(ask))

/** The store alone is asked, so the answer comes at once. */
const turned = { may: 'order.read', input: ordersValue.input } as const
const filtered = { may: 'order.read', input: nothing } as const
const turn = (ask: Ask<OrdersRef>, services: Services) => content(ask, services, ask.input)
const find = (ask: Ask<unknown>, services: Services) => content(ask, services, sought(ask))

export const routes = [
  route({
    kind: 'command',
    id: 'test-access',
    may: 'order.read',
    effect: 'read',
    input: commandInput,
    run: async (ask, services) => open(ask, services),
  }),
  route({
    kind: 'action',
    id: orderHome.actions.open,
    may: 'order.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => open(ask, services),
  }),
  shows(orderBrowser.actions.previous, turned, turn),
  shows(orderBrowser.actions.next, turned, turn),
  shows(orderBrowser.actions.whose, filtered, find),
  shows(orderBrowser.actions.state, filtered, find),
  shows(orderBrowser.actions.turn, filtered, find),
  ...searches(orderBrowser, 'order.read', find),
]
