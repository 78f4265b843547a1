import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Caller } from './bearer.ts'
import { readClientBody } from './client-body.ts'
import { clientFaults } from './client-rules.ts'
import { scopeFaults } from './client-scopes.ts'
import type { Snapshot } from './client-store.ts'
import { type ApiDeps, type ApiEnv, allowClients, jsonBody } from './context.ts'
import { withDefaults } from './integration-types.ts'
import type { Client, ClientInput } from './model.ts'
import { type FieldError, fieldError, notFound, Refusal, refuseAny } from './problem.ts'
import { stamp } from './stamp.ts'

const usesSecret = (client: Pick<ClientInput, 'token_endpoint_auth_method'>): boolean =>
  client.token_endpoint_auth_method.startsWith('client_secret')

/**
 * A token with `idporten:dcr.supplier` sees the clients that its organisation made for others; any other token sees
 * those of its own organisation, whoever made them (reference digdir.md 2.1, 2.7). With both kinds of scope in one
 * token the documents are silent: strictly, it is a supplier's.
 */
export const mayTouch = (caller: Caller, client: Client): boolean =>
  (caller.supplier ? client.supplier_orgno : client.client_orgno) === caller.orgno

/**
 * The client of a path. Unknown, foreign and inactive ids get the same answer.
 *
 * Reading by id after deactivation is an open question (7.2): strictly, an inactive client is hidden as in lists,
 * unless `inactive=true`.
 *
 * @throws Refusal 404
 */
export const findClient = (deps: ApiDeps, caller: Caller, id: string, inactiveToo = false): Snapshot => {
  const found = deps.registry.client(id)
  if (!found || !mayTouch(caller, found.client) || !(found.client.active || inactiveToo)) throw notFound()
  return found
}

/** As `findClient`, for what would bring an inactive client to life again. @throws Refusal 409 (reference digdir.md 2.9) */
export const findForWriting = (deps: ApiDeps, caller: Caller, id: string): Snapshot => {
  const found = findClient(deps, caller, id, true)
  if (!found.client.active) throw new Refusal(409, 'the client is inactive')
  return found
}

/** Routes of /clients and /clients/{id} (reference digdir.md 2.2). */
export const clientRoutes = (deps: ApiDeps): Hono<ApiEnv> => {
  const { registry, clock, statuses } = deps
  const { environment } = registry
  const app = new Hono<ApiEnv>()

  const validInput = (given: unknown, caller: Caller, before?: Client): ClientInput => {
    const { input, errors } = readClientBody(given, before?.client_id)
    if (!input) throw new Refusal(400, 'validation failed', errors)
    if (before) refuseAny(immutableFaults(input, before))
    refuseAny([...clientFaults(input, environment), ...scopeFaults(input, caller, registry)])
    return input
  }

  app.get('/clients', allowClients(deps, 'idporten:dcr.read'), (c) => {
    const caller = c.get('caller')
    const inactiveToo = c.req.query('inactive') === 'true'
    const own = registry.clients(caller.orgno).filter((client) => mayTouch(caller, client))
    return c.json(inactiveToo ? own : own.filter((client) => client.active))
  })

  app.post('/clients', allowClients(deps, 'idporten:dcr.write'), async (c) => {
    const caller = c.get('caller')
    const input = validInput(await jsonBody(c), caller)
    const owner = ownerOf(input, caller)
    // strictly: a supplier's customer must have signed too (reference digdir.md 2.1 and 6.1 name the customer)
    if (!registry.hasSigned(owner)) throw new Refusal(428, 'the terms of use have not been signed')
    const now = stamp(clock.now())
    const client: Client = {
      client_id: randomUUID(),
      ...withDefaults(input),
      client_orgno: owner,
      ...(caller.supplier ? { supplier_orgno: caller.orgno } : {}),
      active: true,
      created: now,
      last_updated: now,
    }
    registry.save({ client, keys: undefined })
    const secret = usesSecret(client) ? { client_secret: registry.makeSecret(client.client_id) } : {}
    return c.json({ ...client, ...secret }, statuses.created)
  })

  app.get('/clients/:id', allowClients(deps, 'idporten:dcr.read'), (c) =>
    c.json(findClient(deps, c.get('caller'), c.req.param('id'), c.req.query('inactive') === 'true').client),
  )

  app.put('/clients/:id', allowClients(deps, 'idporten:dcr.modify', 'idporten:dcr.write'), async (c) => {
    const caller = c.get('caller')
    // The body first: between reading the state and storing the next one nothing may be waited for.
    const body = await jsonBody(c)
    const { client: before, keys } = findForWriting(deps, caller, c.req.param('id'))
    const input = validInput(body, caller, before)

    // The whole of it is replaced: what the body leaves out falls back to its default (7, trap 4).
    const client: Client = {
      client_id: before.client_id,
      ...withDefaults(input),
      client_orgno: before.client_orgno,
      ...(before.supplier_orgno === undefined ? {} : { supplier_orgno: before.supplier_orgno }),
      active: true,
      created: before.created,
      last_updated: stamp(clock.now()),
    }
    registry.save({ client, keys })
    // Leaving client_secret_* erases the secret, and coming back makes none: strictly, one asks for it (2.6).
    if (!usesSecret(client)) registry.dropSecret(client.client_id)
    return c.json(client)
  })

  app.delete('/clients/:id', allowClients(deps, 'idporten:dcr.write'), (c) => {
    const { client, keys } = findClient(deps, c.get('caller'), c.req.param('id'))
    registry.save({ client: { ...client, active: false, last_updated: stamp(clock.now()) }, keys })
    return c.body(null, statuses.deleted)
  })

  app.post('/clients/:id/secret', allowClients(deps, 'idporten:dcr.write', 'idporten:dcr.modify'), (c) => {
    const { client } = findForWriting(deps, c.get('caller'), c.req.param('id'))
    if (!usesSecret(client))
      refuseAny([fieldError('token_endpoint_auth_method', `${client.token_endpoint_auth_method} has no secret`)])
    return c.json({ ...client, client_secret: registry.makeSecret(client.client_id) })
  })

  return app
}

/** The new client's owner: named by a supplier, otherwise the caller (reference digdir.md 2.7). @throws Refusal 400, 403 */
const ownerOf = (input: ClientInput, caller: Caller): string => {
  if (caller.supplier) {
    if (input.client_orgno === undefined) refuseAny([fieldError('client_orgno', 'is required of a supplier')])
    return input.client_orgno!
  }
  if (input.client_orgno !== undefined && input.client_orgno !== caller.orgno)
    throw new Refusal(403, 'client_orgno is another organisation')
  return caller.orgno
}

/** Type and owner are for life (reference digdir.md 2.3). */
const immutableFaults = (input: ClientInput, before: Client): FieldError[] => {
  const errors: FieldError[] = []
  if (input.integration_type !== before.integration_type)
    errors.push(fieldError('integration_type', 'cannot be changed'))
  if (input.client_orgno !== undefined && input.client_orgno !== before.client_orgno)
    errors.push(fieldError('client_orgno', 'cannot be changed'))
  return errors
}
