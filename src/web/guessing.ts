import type { MiddlewareHandler } from 'hono'
import { assertNotGuessing, noteWrongLink } from '../domain/login/attempts.ts'
import { isAppError } from '../errors.ts'
import { clientAddress } from './client-address.ts'
import type { WebDeps, WebEnv } from './deps.ts'

/**
 * Counts wrong links, states and proofs by network address, and after too many looks at none from there for a while
 * (design section 3).
 */
export const againstGuessing =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const connection = c.env?.incoming?.socket.remoteAddress
    const address = clientAddress(connection, c.req.header('x-forwarded-for'), deps.trustedProxies)
    await assertNotGuessing(deps, address)
    await next()
    if (isAppError(c.error, 'link-invalid')) await noteWrongLink(deps, address)
  }
