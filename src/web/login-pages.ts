import type { Hono } from 'hono'
import { clearanceProvedPage } from '../../views/pages/carry-out.ts'
import { loginPage } from '../../views/pages/login.ts'
import { beginLogin } from '../domain/login/begin-login.ts'
import { changeOfLink } from '../domain/login/login-change.ts'
import { AppError } from '../errors.ts'
import { becameOf, changeBecame } from './became-page.ts'
import { changeShown } from './change-shown.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { allow } from './headers.ts'
import { bindBrowser } from './login-cookie.ts'
import { pagePaths } from './paths.ts'
import { setAbout, textOf } from './text-of.ts'

const linked = async (c: WebContext, deps: WebDeps) => {
  const found = await changeOfLink(deps, c.req.param('token') ?? '')
  await setAbout(c, deps, found)
  return found
}

/**
 * Where a login link leads. Opened, it says what the login is for, or what became of it; its form begins a login in this
 * browser, at ID-porten.
 */
export const addLoginPages = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const show = async (c: WebContext) => {
    const found = await linked(c, deps)
    const became = becameOf(found.change, deps.now())
    if (became !== null)
      return changeBecame(c, deps, found, became, { look: pagePaths.login(c.req.param('token') ?? '') })
    const shown = await changeShown(deps, found)
    if (found.purpose === 'clearance' && found.change.loginId !== null) {
      return c.html(clearanceProvedPage(textOf(c, deps), { shown, logOut: null }))
    }
    if (deps.idporten === null) throw new AppError('login-off', 'ID-porten is not set up')
    allow(c, { formsTo: [(await deps.idporten.origins()).authorize] })
    return c.html(loginPage(textOf(c, deps), shown))
  }

  const begin = async (c: WebContext) => {
    const found = await linked(c, deps)
    // a page that was opened in time can be sent too late: then it says so
    if (becameOf(found.change, deps.now()) !== null) return show(c)
    const { url, loginId, browserSecret } = await beginLogin(deps, found, textOf(c, deps).language)
    bindBrowser(c, deps.publicUrl, loginId, browserSecret)
    return c.redirect(url, 303)
  }

  app.get('/login/:token', show).post(begin)
}
