import { Hono } from 'hono'
import type Provider from 'oidc-provider'
import type { Application, ServeBindings } from '../serve.ts'
import { behind } from './behind.ts'
import type { createLogin } from './login.ts'
import type { createLogout } from './logout.ts'
import { PAGE_POLICY } from './page.ts'

/** Who answers what: the pages are our own, everything else is oidc-provider's. */
export const createRoutes = ({
  provider,
  login,
  logout,
}: {
  provider: Provider
  login: ReturnType<typeof createLogin>
  logout: ReturnType<typeof createLogout>
}): Application => {
  const ask = behind(provider.callback(), new URL(provider.issuer).host)
  const app = new Hono<{ Bindings: ServeBindings }>()
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    c.header('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY)
  })
  app.get('/login/:uid', login.show)
  app.post('/login/:uid', login.take)
  app.get('/logout', logout)
  app.post('/logout', logout)
  return { fetch: (request, env) => (isOwn(request) ? app.fetch(request, env) : ask(request)) }
}

const isOwn = (request: Request): boolean => /^\/(login\/|logout$)/.test(new URL(request.url).pathname)
