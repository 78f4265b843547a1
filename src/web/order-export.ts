import type { Hono } from 'hono'
import { orderExportPage } from '../../views/pages/order-export.ts'
import { may } from '../domain/may.ts'
import { norwegianDay } from '../domain/norwegian-days.ts'
import { type ExportLink, readExportToken } from '../domain/order/export-link.ts'
import { exportOrders } from '../domain/order/export-orders.ts'
import { AppError } from '../errors.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

/**
 * Where the link to a file of orders leads: a page that says what is in it, and a form that fetches it. Whether the
 * person may is asked at both, by how they belong now.
 */
export const addOrderExport = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const linkOf = async (c: WebContext): Promise<ExportLink> => {
    const link = readExportToken(deps.vault, c.req.param('token') ?? '')
    if (link === null) throw new AppError('link-invalid', 'no link of ours')
    c.set('language', await deps.languageOf(link.user))
    if (link.expiresAt <= deps.now()) throw new AppError('link-expired', 'the link to a file is over')
    const belonging = await deps.belonging(link.user)
    const allowed =
      link.scope === 'all' ? may(belonging, 'order.choose-organisation') : may(belonging, 'order.export', link.scope)
    if (!allowed.ok) throw new AppError(allowed.code, 'may not fetch these orders any more')
    return link
  }
  const nameOf = async ({ scope }: ExportLink): Promise<string | null> => {
    if (scope === 'all') return null
    return (await deps.store.organisation(scope.organisationNumber))?.name ?? scope.organisationNumber
  }

  const show = async (c: WebContext) => {
    const link = await linkOf(c)
    const organisation = await nameOf(link)
    return c.html(orderExportPage(textOf(c, deps), { organisation, serviceDesk: deps.serviceDeskMail }))
  }
  const fetched = async (c: WebContext) => {
    const { user, scope } = await linkOf(c)
    const query = scope === 'all' ? {} : scope
    const { csv } = await exportOrders(deps, user, { query, once: `order-export:${deps.newId()}` })
    c.header('content-disposition', `attachment; filename="orders-${norwegianDay(deps.now())}.csv"`)
    c.header('content-type', 'text/csv; charset=utf-8')
    return c.body(csv)
  }

  app.get(pagePaths.orderExport(':token'), show).post(fetched)
}
