import type { Hono } from 'hono'
import { loggedOutPage } from '../../views/pages/logged-out.ts'
import { endSession, logOut } from '../domain/login/log-out.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { allow } from './headers.ts'
import { assertProof, loginInBrowser } from './login-in-browser.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

const loggedOut = (c: WebContext, deps: WebDeps) =>
  c.html(loggedOutPage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail }))

/** Where ID-porten leads after a logout, and what it loads in a frame when one logs out elsewhere (digdir.md 5.6). */
export const addLoggedOutPages = (app: Hono<WebEnv>, deps: WebDeps): void => {
  app.get(pagePaths.loggedOut, (c) => loggedOut(c, deps))

  app.get(pagePaths.frontChannelLogout, async (c) => {
    const { iss = null, sid = null } = c.req.query()
    await endSession(deps, { iss, sid })
    const origins = await deps.idporten?.origins().catch(() => null)
    if (origins) allow(c, { framedBy: [...new Set([origins.logout, origins.authorize])] })
    return loggedOut(c, deps)
  })
}

/** Ends a login here and goes on to where ID-porten ends it. */
export const addLogOutForm = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const end = async (c: WebContext) => {
    const found = await loginInBrowser(c, deps)
    await assertProof(c, deps, 'log out', found.login.id)
    return c.redirect((await logOut(deps, found)) ?? `${deps.publicUrl}${pagePaths.loggedOut}`, 303)
  }
  app.post(pagePaths.out(':id'), end)
}
