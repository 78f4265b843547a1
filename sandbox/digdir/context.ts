import type { Context, MiddlewareHandler } from 'hono'
import type { Clock } from '../clock.ts'
import type { ServeBindings } from '../serve.ts'
import { type Caller, demandScope, readBearer, SUPPLIER_SCOPE, type Trust } from './bearer.ts'
import { Refusal } from './problem.ts'
import type { Registry } from './registry.ts'

export type ApiEnv = { Bindings: ServeBindings; Variables: { caller: Caller } }

/** What the routes work on. */
export type ApiDeps = {
  registry: Registry
  clock: Clock
  statuses: { created: 200 | 201; deleted: 200 | 204 }
  trusted(): Trust | undefined
}

/**
 * Lets a request through whose token has one of the scopes (401, 403) and whose organisation has signed the terms
 * (428; strictly, reading asks for that as well: reference digdir.md 3.1 names no operation).
 */
export const allow =
  (deps: ApiDeps, ...anyOf: string[]): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const caller = await readBearer(c.req.header('authorization'), deps.trusted(), deps.clock)
    demandScope(caller, anyOf)
    if (!deps.registry.hasSigned(caller.orgno)) throw new Refusal(428, 'the terms of use have not been signed')
    c.set('caller', caller)
    await next()
  }

/** As `allow`, for operations on clients, all of which `idporten:dcr.supplier` opens too (reference digdir.md 2.1). */
export const allowClients = (deps: ApiDeps, ...anyOf: string[]): MiddlewareHandler<ApiEnv> =>
  allow(deps, ...anyOf, SUPPLIER_SCOPE)

/** @throws Refusal 415 or 400 */
export const jsonBody = async (c: Context<ApiEnv>): Promise<unknown> => {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal(415, 'content type must be application/json')
  try {
    return await c.req.json()
  } catch {
    throw new Refusal(400, 'malformed JSON')
  }
}
