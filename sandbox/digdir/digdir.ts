import { Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { createFaults, type Faults } from '../faults.ts'
import { type ServedRequest, serve } from '../serve.ts'
import { createTrust, type Trust, type TrustedIssuer } from './bearer.ts'
import { clientRoutes } from './clients-api.ts'
import type { ApiDeps, ApiEnv } from './context.ts'
import { keyRoutes } from './keys-api.ts'
import type { Environment } from './model.ts'
import { problemBody, Refusal } from './problem.ts'
import { createRegistry, type Registry } from './registry.ts'
import { scopeRoutes } from './scopes-api.ts'

export type Digdir = {
  environment: Environment
  /** up to and including `/api/v1` */
  apiUrl: string
  registry: Registry
  faults: Faults
  requests(): readonly ServedRequest[]
  /** requests since start, also those that `requests` has forgotten */
  count(): number
  /** Tokens of this Maskinporten are good from now on; until then every token is refused. */
  trust(maskinporten: TrustedIssuer): void
  close(): Promise<void>
}

/**
 * Digdir's self-service API of one environment on 127.0.0.1 (reference digdir.md 2, 3, 7.1). A second environment is a
 * second call: nothing is shared.
 *
 * onbehalfof entries are left out; as any operation that does not exist they are answered with 500 (2.2).
 *
 * @param options.propagationMs how long its Maskinporten knows nothing of a change, 0 by default (3.3: up to 120 000)
 * @param options.statuses what POST and DELETE answer with; by default what was observed, 201, and 204 without a body
 */
export const createDigdir = async (options: {
  environment: Environment
  clock: Clock
  faults?: Faults
  port?: number
  propagationMs?: number
  statuses?: { created: 200 | 201; deleted: 200 | 204 }
}): Promise<Digdir> => {
  const { environment, clock } = options
  const faults = options.faults ?? createFaults()
  const registry = createRegistry({ environment, clock, propagationMs: options.propagationMs ?? 0 })
  let trusted: Trust | undefined
  const deps: ApiDeps = {
    registry,
    clock,
    statuses: options.statuses ?? { created: 201, deleted: 204 },
    trusted: () => trusted,
  }

  const app = new Hono<ApiEnv>().basePath('/api/v1')
  for (const routes of [clientRoutes(deps), keyRoutes(deps), scopeRoutes(deps)]) app.route('/', routes)
  // Seen at Digdir: an operation that does not exist is 500, not 404 or 405 (2.2, 3.1).
  app.notFound((c) => refuse(c.env.correlationId, new Refusal(500, 'unexpected error')))
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c.env.correlationId, error)
    throw error
  })
  const refuse = (correlationId: string, refusal: Refusal) =>
    Response.json(problemBody(refusal, correlationId, clock.now()), { status: refusal.status })

  const served = await serve({ app, faults, clock, ...(options.port === undefined ? {} : { port: options.port }) })
  return {
    environment,
    apiUrl: `${served.url}/api/v1`,
    registry,
    faults,
    requests: served.requests,
    count: served.count,
    trust(maskinporten) {
      trusted = createTrust(maskinporten)
    },
    close: served.close,
  }
}
