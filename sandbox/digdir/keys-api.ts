import { type Context, Hono } from 'hono'
import { findClient, findForWriting } from './clients-api.ts'
import { type ApiDeps, type ApiEnv, allowClients, jsonBody } from './context.ts'
import { noKeys, readKeys } from './keys.ts'
import type { KeySet } from './model.ts'
import { refuseAny } from './problem.ts'
import { stamp } from './stamp.ts'

/** Routes of /clients/{id}/jwks (reference digdir.md 2.2, 2.6). */
export const keyRoutes = (deps: ApiDeps): Hono<ApiEnv> => {
  const { registry, clock, statuses } = deps
  const app = new Hono<ApiEnv>()
  const path = '/clients/:id/jwks'

  const replace = async (c: Context<ApiEnv, typeof path>): Promise<KeySet> => {
    // The body first: between reading the state and storing the next one nothing may be waited for.
    const body = await jsonBody(c)
    const { client, keys: before } = findForWriting(deps, c.get('caller'), c.req.param('id'))
    const taken = (kid: string) => (registry.kidOwner(kid) ?? client.client_id) !== client.client_id
    const { keys, errors } = readKeys(body, clock.now(), taken)
    refuseAny(errors)
    const now = stamp(clock.now())
    const after = { keys, created: before?.created ?? now, last_updated: now }
    registry.save({ client, keys: after })
    return after
  }

  app.get(path, allowClients(deps, 'idporten:dcr.read'), (c) =>
    c.json(findClient(deps, c.get('caller'), c.req.param('id')).keys ?? noKeys()),
  )
  app.post(path, allowClients(deps, 'idporten:dcr.write'), async (c) => c.json(await replace(c), statuses.created))
  app.put(path, allowClients(deps, 'idporten:dcr.write'), async (c) => c.json(await replace(c)))
  app.delete(path, allowClients(deps, 'idporten:dcr.write'), (c) => {
    const { client } = findForWriting(deps, c.get('caller'), c.req.param('id'))
    registry.save({ client, keys: undefined })
    return c.body(null, statuses.deleted)
  })
  return app
}
