import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderBrowser } from '../../views/order/browser.ts'
import { orderHome } from '../../views/order/home.ts'
import { firstOrders, type OrdersRef, ordersValue } from '../../views/order/values.ts'
import { commandInput, nothing, viewValues } from '../inputs.ts'
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

/** The store alone is asked, so the answer comes at once. */
const turn = (ask: Ask<unknown>, services: Services, ref: OrdersRef): Reply => ({
  now: empty,
  later: async () => void (await ask.show(await content(ask, services, ref))),
})

const sought = (ask: Ask<unknown>): OrdersRef =>
  orderBrowser.read(ask.view?.values ?? {}, orderBrowser.metadata.read(ask.view?.metadata ?? '') ?? first(ask))

const paged = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.read',
    effect: 'read',
    input: ordersValue.input,
    run: async (ask, services) => turn(ask, services, ask.input),
  })

const filter = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => turn(ask, services, sought(ask)),
  })

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
  paged(orderBrowser.actions.previous),
  paged(orderBrowser.actions.next),
  filter(orderBrowser.actions.whose),
  filter(orderBrowser.actions.state),
  filter(orderBrowser.actions.turn),
  filter(orderBrowser.actions.search),
  // the submit button searches: the modal stays, with what was found
  route({
    kind: 'submit',
    id: orderBrowser.id,
    may: 'order.read',
    effect: 'read',
    input: viewValues,
    run: async (ask, services) => ({
      now: { kind: 'update', view: (await content(ask, services, sought(ask))).view },
    }),
  }),
]
