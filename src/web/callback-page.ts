import type { Hono } from 'hono'
import { finishLogin, loginOf } from '../domain/login/finish-login.ts'
import { readToken } from '../domain/login/tokens.ts'
import { isAppError } from '../errors.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { browserSecretOf } from './login-cookie.ts'
import { pagePaths } from './paths.ts'
import { setAbout } from './text-of.ts'

/**
 * Where ID-porten sends the browser back to. It proves the login and leads on at once, so that no code stays in the
 * address bar; nothing is carried out here. A login that was finished before leads to where it stands.
 */
export const addCallbackPage = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const finish = async (c: WebContext) => {
    const secretOf = browserSecretOf(c, deps.publicUrl)
    const callback = new URL(c.req.url)
    const known = readToken(callback.searchParams.get('state') ?? '')
    // the state is checked by `finishLogin`; this only finds whose language an error is told in
    const begun = known && (await loginOf(deps, known.id, secretOf(known.id)).catch(() => null))
    if (begun) await setAbout(c, deps, begun)
    try {
      const found = await finishLogin(deps, callback, secretOf)
      if (found.purpose === 'clearance') deps.inHand.take(deps.tell.proposal(found.change))
    } catch (error) {
      if (!begun || !isAppError(error, 'link-used')) throw error
    }
    return c.redirect(`${deps.publicUrl}${pagePaths.done(known?.id ?? '')}`, 303)
  }

  app.get(pagePaths.callback, finish)
}
