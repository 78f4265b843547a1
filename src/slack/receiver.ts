import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type App, HTTPResponseAck, type Receiver, verifySlackRequest } from '@slack/bolt'
import type { Logger as SlackLogger } from '@slack/logger'
import type { Logger } from '../log.ts'
import { parseBody } from './body.ts'

/** A page of ours beside Slack's route; gives true when it answered. */
export type Page = { method: string; path: string; serve(request: IncomingMessage, response: ServerResponse): Promise<void> }

export type HttpReceiver = Receiver & { address(): AddressInfo | null; server: Server }

/** Slack's largest interaction payloads are views of at most 250 kB with their state; a megabyte leaves room. */
const bodyLimit = 1024 * 1024
/** Slack's signature window, seconds, in both directions (slack.md 3.1); Bolt checks the past only. */
const window = 300

const endWith = (response: ServerResponse, status: number, text = ''): void => {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** The raw body, or null when it is larger than the limit. */
const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > bodyLimit) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** Whether Slack signed these bytes, within five minutes of now either way. */
const isSigned = (request: IncomingMessage, body: string, signingSecret: string, now: number): boolean => {
  const timestamp = Number(first(request.headers['x-slack-request-timestamp']) || Number.NaN)
  if (!Number.isInteger(timestamp) || Math.abs(now / 1000 - timestamp) > window) return false
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': first(request.headers['x-slack-signature']), 'x-slack-request-timestamp': timestamp },
      nowMilliseconds: now,
    })
    return true
  } catch {
    return false
  }
}

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
  log: Logger
  sdkLogger: SlackLogger
  now(): number
}): HttpReceiver => {
  let app: App | null = null

  const slack = async (request: IncomingMessage, response: ServerResponse, signingSecret: string): Promise<void> => {
    const raw = await readBody(request)
    if (raw === null) {
      response.setHeader('connection', 'close')
      return endWith(response, 413, 'too large')
    }
    if (!isSigned(request, raw, signingSecret, options.now())) return endWith(response, 401, 'not signed by Slack')
    const body = parseBody(raw, first(request.headers['content-type']))
    if (body === null) return endWith(response, 400, 'unreadable body')
    if (body.ssl_check === '1') return endWith(response, 200)
    if (body.type === 'url_verification') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ challenge: body.challenge }))
      return
    }
    const ack = new HTTPResponseAck({
      logger: options.sdkLogger,
      processBeforeResponse: false,
      httpRequest: request,
      httpRequestBody: body,
      httpResponse: response,
      unhandledRequestHandler: () => endWith(response, 404),
    })
    const retry = first(request.headers['x-slack-retry-num'])
    await app?.processEvent({
      body,
      ack: ack.bind(),
      ...(retry === '' ? {} : { retryNum: Number(retry), retryReason: first(request.headers['x-slack-retry-reason']) }),
      customProperties: { requestId: first(request.headers['x-request-id']).slice(0, 64) || randomUUID() },
    })
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0]
    if (request.method === 'POST' && path === '/slack/events' && options.signingSecret !== null)
      return await slack(request, response, options.signingSecret)
    const page = options.pages.find((one) => one.path === path && one.method === request.method)
    if (page === undefined) return endWith(response, 404, 'not found')
    await page.serve(request, response)
  }

  const server = createServer((request, response) => {
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
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
