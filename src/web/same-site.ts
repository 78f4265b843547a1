import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from './deps.ts'
import { PageFaultError } from './page-fault.ts'

/**
 * Lets a form pass that was sent from a page of ours, and no other: browsers say where it comes from by `Origin` and, on
 * a secure page, by `Sec-Fetch-Site`, and no page can change either. What says nothing is no browser in front of a form.
 */
export const sameSite = (publicUrl: string): MiddlewareHandler<WebEnv> => {
  const own = new URL(publicUrl).origin
  return async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const told = origin !== undefined || site !== undefined
    const ours = (origin === undefined || origin === own) && (site === undefined || site === 'same-origin')
    if (!told || !ours) throw new PageFaultError('crossSite')
    await next()
  }
}
