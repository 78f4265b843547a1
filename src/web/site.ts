import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addAddressPages } from './address-pages.ts'
import { addCallbackPage } from './callback-page.ts'
import { addContactHandOver } from './contact-hand-over.ts'
import { addContactLeave } from './contact-leave.ts'
import { addContactPages, contactMethods } from './contact-pages.ts'
import { addContactStop, exceptOneClick } from './contact-stop.ts'
import type { WebBindings, WebDeps, WebEnv } from './deps.ts'
import { addDonePages } from './done-pages.ts'
import { whenFailed } from './failed-page.ts'
import { againstGuessing } from './guessing.ts'
import { pageHeaders, unkept } from './headers.ts'
import { addLoginPages } from './login-pages.ts'
import { addLoggedOutPages, addLogOutForm } from './logout-pages.ts'
import { addOrderExport } from './order-export.ts'
import { PageFaultError } from './page-fault.ts'
import { pagePaths } from './paths.ts'
import { sameSite } from './same-site.ts'

/** Our forms hold a proof and a few words; the longest is a private key of 8192 bits. */
const longestBody = 16 * 1024

/** What may be done at each address; asked for anything else, it says so. Specific ones come first. */
const methods: [path: string, allowed: string][] = [
  [pagePaths.loggedOut, 'GET, HEAD'],
  [pagePaths.frontChannelLogout, 'GET, HEAD'],
  [pagePaths.callback, 'GET, HEAD'],
  [pagePaths.out(':id'), 'POST'],
  [pagePaths.done(':id'), 'GET, HEAD, POST'],
  [pagePaths.login(':token'), 'GET, HEAD, POST'],
  [pagePaths.address(':token'), 'GET, HEAD, POST'],
  ...contactMethods,
  [pagePaths.orderExport(':token'), 'GET, HEAD, POST'],
]

const refuseOtherMethods = (site: Hono<WebEnv>): void => {
  for (const [path, allowed] of methods) {
    site.use(path, async (c, next) => {
      if (allowed.split(', ').includes(c.req.method)) return next()
      c.header('allow', allowed)
      throw new PageFaultError('wrongMethod')
    })
  }
}

/**
 * All pages behind links (design section 4): logging in before a change in production, carrying it out, confirming an
 * address, and what a contact does without Slack. A GET changes nothing but how far its own login came; no page needs a
 * script.
 */
export const createSite = (deps: WebDeps) => {
  const site = new Hono<WebEnv>()
  const failed = whenFailed(deps)
  site.onError(failed)
  // not thrown: what is thrown where there is no handler passes by the headers
  site.notFound((c) => failed(new PageFaultError('notFound'), c))
  site.use(pageHeaders(deps.publicUrl), unkept)
  refuseOtherMethods(site)
  const tooLarge = () => {
    throw new PageFaultError('tooLarge')
  }
  site.post('*', bodyLimit({ maxSize: longestBody, onError: tooLarge }))
  site.post('*', exceptOneClick(sameSite(deps.publicUrl)))
  // before the counting of wrong links: these two take no link
  addLoggedOutPages(site, deps)
  site.use('/login/*', againstGuessing(deps))
  site.use('/link/*', againstGuessing(deps))
  site.use('/contact/*', againstGuessing(deps))
  site.use('/orders/*', againstGuessing(deps))
  addCallbackPage(site, deps)
  addLogOutForm(site, deps)
  addDonePages(site, deps)
  addLoginPages(site, deps)
  addAddressPages(site, deps)
  addContactPages(site, deps)
  addContactHandOver(site, deps)
  addContactLeave(site, deps)
  addContactStop(site, deps)
  addOrderExport(site, deps)

  const fetch = async (request: Request, env?: WebBindings): Promise<Response> => site.fetch(request, env ?? {})
  return {
    fetch,
    // Node's own Request and Response stay what they are for everybody else
    listener: getRequestListener((request, env) => site.fetch(request, env), { overrideGlobalObjects: false }),
  }
}
