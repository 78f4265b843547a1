import type { Hono } from 'hono'
import { loggedOutPage } from '../../views/pages/logged-out.ts'
import { endSession, logOut } from '../domain/login/log-out.ts'
import { isAppError } from '../errors.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { allow } from './headers.ts'
import { assertProof, loginInBrowser } from './login-in-browser.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

/** ID-porten gives back the login as `state`; the browser that began it speaks its person's language here too. */
const speakAsBefore = async (c: WebContext, deps: WebDeps): Promise<void> => {
  const { state } = c.req.query()
  if (state === undefined) return
  try {
    await loginInBrowser(c, deps, state)
  } catch (error) {
    // the logout is done; in which language that is said is no reason to say anything else
    if (!isAppError(error)) throw error
  }
}

const loggedOut = (c: WebContext, deps: WebDeps) =>
  c.html(loggedOutPage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail }))

/** Where ID-porten leads after a logout, and what it loads in a frame when one logs out elsewhere (digdir.md 5.6). */
export const addLoggedOutPages = (app: Hono<WebEnv>, deps: WebDeps): void => {
  app.get(pagePaths.loggedOut, async (c) => {
    await speakAsBefore(c, deps)
    return loggedOut(c, deps)
  })

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
    const here = `${deps.publicUrl}${pagePaths.loggedOut}?state=${found.login.id}`
    return c.redirect((await logOut(deps, found)) ?? here, 303)
  }
  app.post(pagePaths.out(':id'), end)
}
