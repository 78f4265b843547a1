import { EXPORT_LINK_MS, type ExportScope, exportToken } from '../../src/domain/order/export-link.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderBrowser } from '../../views/order/browser.ts'
import { orderExport } from '../../views/order/export.ts'
import { orderList } from '../../views/order/list.ts'
import { type OrdersRef, ordersValue } from '../../views/order/values.ts'
import { nothing } from '../inputs.ts'
import { present } from '../present.ts'
import { ownOrganisation, seesAll } from './acting.ts'

/** The way to a file of orders: a link to a page of ours, good for the one who asked and for ten minutes. */

const scopeOf = (ask: Ask<unknown>, { whose }: OrdersRef): ExportScope =>
  seesAll(ask) && (whose === 'all' || ownOrganisation(ask) === null)
    ? 'all'
    : { organisationNumber: organisationOf(ask.viewer).number }

const link = async (ask: Ask<unknown>, { vault, publicUrl, now }: Services, ref: OrdersRef): Promise<Shown> => {
  const scope = scopeOf(ask, ref)
  const organisation = scope === 'all' ? null : organisationOf(ask.viewer).name
  if (publicUrl === null) return orderExport.render(ask.t, { organisation, link: null })
  const expiresAt = now() + EXPORT_LINK_MS
  const token = exportToken(vault, { user: ask.viewer.user, scope, expiresAt })
  return orderExport.render(ask.t, { organisation, link: { url: `${publicUrl}/orders/${token}`, expiresAt } })
}

const button = (id: string, onTop: boolean) =>
  route({
    kind: 'action',
    id,
    may: 'order.export',
    effect: 'read',
    input: ordersValue.input,
    run: (ask, services) => present(onTop ? { ...ask, door: 'home' } : ask, () => link(ask, services, ask.input)),
  })

export const routes = [
  button(orderBrowser.actions.export, true),
  button(orderList.actions.export, false),
  // the browser opens the link by itself; Slack tells of the click all the same (slack.md 1.4)
  route({
    kind: 'action',
    id: orderExport.actions.open,
    may: 'help',
    effect: 'known',
    input: nothing,
    run: async () => ({ now: { kind: 'empty' } }),
  }),
]
