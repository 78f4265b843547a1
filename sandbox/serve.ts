import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Clock } from './clock.ts'
import type { Fault, Faults } from './faults.ts'

/** One request as it was answered; `status` is what the application said, 0 when it never got so far. */
export type ServedRequest = {
  method: string
  /** path with its query */
  path: string
  /** epoch milliseconds by the simulator's clock */
  at: number
  status: number
  correlationId: string
  /** what went wrong on purpose, if anything */
  fault?: Fault['kind']
}

/** What an application finds in its Hono environment (`c.env`). */
export type ServeBindings = { incoming: IncomingMessage; outgoing: ServerResponse; correlationId: string }

/** The part of a Hono application that the server needs. */
export type Application = { fetch(request: Request, env: ServeBindings): Response | Promise<Response> }

export type Served = {
  /** `http://127.0.0.1:<port>`, without a slash at the end */
  url: string
  port: number
  /** for what is more than request and answer, such as a WebSocket's `upgrade`; whoever takes those ends them */
  server: Server
  /** the newest requests, oldest first; never more than the last `REMEMBERED` */
  requests(): readonly ServedRequest[]
  /** every request since start */
  count(): number
  close(): Promise<void>
}

/** Benchmarks send hundreds of thousands of requests; the log must not grow with them. */
const REMEMBERED = 5000

const htmlPage =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>'

/**
 * Serves an application on 127.0.0.1, with faults: each request asks `faults` once, before the application sees it.
 *
 * The body is read before a delay begins, so a caller that gives up while waiting has still been heard: the
 * effect happens, as it would behind a real, slow server. `cut` with `when: 'after'` performs the request in full
 * and then destroys the socket without a byte of answer.
 *
 * @param port 0 (the default) takes a free one
 */
export const serve = async (options: {
  app: Application
  faults: Faults
  clock: Clock
  port?: number
}): Promise<Served> => {
  const { app, faults, clock } = options
  const log: ServedRequest[] = []
  let count = 0

  const note = (request: ServedRequest) => {
    count += 1
    log.push(request)
    if (log.length > REMEMBERED * 2) log.splice(0, log.length - REMEMBERED)
  }

  const answer = async (request: Request, env: HttpBindings): Promise<Response> => {
    const method = env.incoming.method ?? 'GET'
    const path = env.incoming.url ?? '/'
    const bindings: ServeBindings = { ...env, correlationId: randomUUID() }
    const fault = faults.strike(method, path)
    const entry = { method, path, at: clock.now(), status: 0, correlationId: bindings.correlationId }
    if (!fault) {
      const response = await app.fetch(request, bindings)
      note({ ...entry, status: response.status })
      return response
    }

    const known = { ...entry, fault: fault.kind }
    switch (fault.kind) {
      case 'status':
        note({ ...known, status: fault.status })
        return new Response(fault.body ?? null, { status: fault.status, headers: fault.headers ?? {} })
      case 'html': {
        const status = fault.status ?? 200
        note({ ...known, status })
        return new Response(htmlPage, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
      }
      case 'silence':
        note(known)
        return RESPONSE_ALREADY_SENT
      case 'cut': {
        const done = fault.when === 'after' ? await app.fetch(request, bindings) : undefined
        note({ ...known, status: done?.status ?? 0 })
        env.incoming.socket.destroy()
        return RESPONSE_ALREADY_SENT
      }
      case 'delay': {
        const heard = await withBody(request)
        await pause(fault.ms, undefined, { ref: false })
        const response = await app.fetch(heard, bindings)
        note({ ...known, status: response.status })
        return response
      }
    }
  }

  // A test process has a global Request of its own; it is none of the simulator's business.
  const listener = getRequestListener((request, env) => answer(request, env as HttpBindings), {
    overrideGlobalObjects: false,
  })
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    requests: () => log.slice(-REMEMBERED),
    count: () => count,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

const withBody = async (request: Request): Promise<Request> => {
  const { method, url, headers } = request
  if (method === 'GET' || method === 'HEAD') return request
  return new Request(url, { method, headers, body: await request.arrayBuffer() })
}
