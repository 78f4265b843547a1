import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AckFn, App, Receiver } from '@slack/bolt'
import { createMemo, type Memo } from '../domain/memo.ts'
import type { Logger } from '../log.ts'
import { parseBody } from './body.ts'
import { isSignedBySlack } from './signature.ts'

/** A page of ours beside Slack's route; gives true when it answered. */
export type Page = {
  method: string
  path: string
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>
}

export type HttpReceiver = Omit<Receiver, 'stop'> & {
  address(): AddressInfo | null
  server: Server
  /** Takes no new connection, ends those there are with their answers, and cuts what is left after `deadlineMs`. */
  stop(deadlineMs?: number): Promise<void>
}

/** How long a stop waits for connections when nobody says, ms. */
const stopDeadline = 25_000

/** Slack's largest interaction payloads are views of at most 250 kB with their state; a megabyte leaves room. */
const bodyLimit = 1024 * 1024

const endWith = (response: ServerResponse, status: number, text = ''): void => {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/**
 * Answers once, in one piece: Slack wants the acknowledgement and nothing after it. Ours rather than Bolt's, whose
 * timer and string building cost as much as finding the route; the router acknowledges every request by construction.
 */
const acknowledger =
  (response: ServerResponse, memo: Memo, endConnection: (response: ServerResponse) => void): AckFn<unknown> =>
  async (answer) => {
    if (response.headersSent) return
    endConnection(response)
    if (answer === undefined) {
      response.writeHead(200, { 'content-length': 0 }).end()
      return
    }
    // UTF-8, one byte a character: Node joins a string to the headers and sends both in one call, where bytes take two
    const bytes = () => Buffer.from(JSON.stringify(answer), 'utf8').toString('latin1')
    // what was put into bytes once leaves as it is, however often it is asked for
    const body = typeof answer === 'object' && answer !== null ? memo(answer, 'bytes', bytes) : bytes()
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body, 'latin1')
  }

/** The raw body, or null when it is larger than the limit. */
const readBody = (request: IncomingMessage): Promise<string | null> => {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > bodyLimit) {
        request.pause()
        resolve(null)
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

const first = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '')

/**
 * HTTP mode: Slack's one endpoint and our own pages, on one server (design section 8 tells why it is ours). It checks
 * size and signature, parses, and hands over; it knows nothing of commands.
 */
export const createHttpReceiver = (options: {
  /** null in Socket Mode: then there is no Slack endpoint, only pages */
  signingSecret: string | null
  port: number
  host: string
  pages: readonly Page[]
  /** answers what nothing above has a route for; without it that is a 404 */
  fallback?: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  log: Logger
  now(): number
}): HttpReceiver => {
  let app: App | null = null
  let stopping = false
  const memo = createMemo()

  /** While stopping, an answer is the last on its connection: a client that stays would keep the server open. */
  const endConnection = (response: ServerResponse): void => {
    if (stopping && !response.headersSent) response.setHeader('connection', 'close')
  }

  const slack = async (request: IncomingMessage, response: ServerResponse, signingSecret: string): Promise<void> => {
    const raw = await readBody(request)
    if (raw === null) {
      response.setHeader('connection', 'close')
      return endWith(response, 413, 'too large')
    }
    const told = {
      body: raw,
      signature: first(request.headers['x-slack-signature']),
      timestamp: first(request.headers['x-slack-request-timestamp']),
    }
    if (!isSignedBySlack(told, signingSecret, options.now())) return endWith(response, 401, 'not signed by Slack')
    const body = parseBody(raw, first(request.headers['content-type']))
    if (body === null) return endWith(response, 400, 'unreadable body')
    if (body.ssl_check === '1') return endWith(response, 200)
    if (body.type === 'url_verification') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ challenge: body.challenge }))
      return
    }
    const ack = acknowledger(response, memo, endConnection)
    const retry = first(request.headers['x-slack-retry-num'])
    // a proxy in front of the bot may have named the request already
    const given = first(request.headers['x-request-id'])
    await app?.processEvent({
      body,
      ack,
      ...(retry === '' ? {} : { retryNum: Number(retry), retryReason: first(request.headers['x-slack-retry-reason']) }),
      ...(given === '' ? {} : { customProperties: { requestId: given.slice(0, 64) } }),
    })
    // a body of a kind that Bolt does not know reaches nobody
    endWith(response, 200)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0]
    if (request.method === 'POST' && path === '/slack/events' && options.signingSecret !== null)
      return await slack(request, response, options.signingSecret)
    // HEAD is GET without the body (RFC 9110, 9.3.2), which Node leaves out by itself
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const page = options.pages.find((one) => one.path === path && one.method === method)
    if (page !== undefined) return await page.serve(request, response)
    if (options.fallback !== undefined) return await options.fallback(request, response)
    endWith(response, 404, 'not found')
  }

  const server = createServer((request, response) => {
    endConnection(response)
    serve(request, response).catch((error) => {
      options.log.error({ err: error }, 'a request could not be served')
      endWith(response, 500, 'something went wrong')
    })
  })
  server.requestTimeout = 15_000
  server.headersTimeout = 10_000

  return {
    server,
    address: () => (server.listening ? (server.address() as AddressInfo) : null),
    init(given) {
      app = given
    },
    start: () =>
      new Promise<Server>((resolve, reject) => {
        server.once('error', reject)
        server.listen(options.port, options.host, () => {
          server.off('error', reject)
          resolve(server)
        })
      }),
    stop: (deadlineMs = stopDeadline) =>
      new Promise<void>((resolve) => {
        stopping = true
        const cut = setTimeout(() => server.closeAllConnections(), deadlineMs)
        // for pages that are being answered: their connections are not to be used again
        server.keepAliveTimeout = 1
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
