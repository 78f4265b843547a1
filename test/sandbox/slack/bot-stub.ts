import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as the stub heard it, its signature found right. */
export type Heard = {
  headers: IncomingMessage['headers']
  raw: string
  /** command fields, the parsed `payload`, or the event envelope */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into Slack's payloads freely
  body: any
}
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown }
export type Answering = (heard: Heard) => Reply | undefined | Promise<Reply | undefined>

export type BotStub = {
  url: string
  heard: Heard[]
  /** How it answers from now on; 200 without a body at first. */
  answer(how: Answering): void
  close(): Promise<void>
}

const parse = (type: string, raw: string) => {
  if (type.startsWith('application/json')) return JSON.parse(raw)
  const fields = Object.fromEntries(new URLSearchParams(raw))
  return fields.payload === undefined ? fields : JSON.parse(fields.payload)
}

/** A bot that knows nothing but how to check a signature; anything wrongly signed is 401. */
export const startBotStub = async (secret: string): Promise<BotStub> => {
  const heard: Heard[] = []
  let how: Answering = () => undefined
  const signedRight = (headers: IncomingMessage['headers'], raw: string) => {
    const digest = createHmac('sha256', secret)
      .update(`v0:${headers['x-slack-request-timestamp']}:${raw}`)
      .digest('hex')
    const given = Buffer.from(String(headers['x-slack-signature']))
    const right = Buffer.from(`v0=${digest}`)
    return given.length === right.length && timingSafeEqual(given, right)
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString('utf8')
    if (request.url !== '/slack/events') return void response.writeHead(404).end()
    if (!signedRight(request.headers, raw)) return void response.writeHead(401).end()
    const one = { headers: request.headers, raw, body: parse(request.headers['content-type'] ?? '', raw) }
    heard.push(one)
    const { status = 200, headers = {}, body } = (await how(one)) ?? {}
    const json = typeof body === 'object'
    const type = { 'content-type': json ? 'application/json' : 'text/plain' }
    response.writeHead(status, { ...type, ...headers }).end(json ? JSON.stringify(body) : (body ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answer(next) {
      how = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
