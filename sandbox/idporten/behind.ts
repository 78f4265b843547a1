import { createServer, type IncomingMessage, type RequestListener, request as send } from 'node:http'
import { duplexPair } from 'node:stream'

/**
 * Puts a Node request listener behind a fetch-style application: each request is spoken to it as HTTP over a pair of
 * streams, so that the listener needs no port and whoever stands before it may delay or drop the answer.
 *
 * @param host the `Host` that the listener is to see, whatever the caller wrote
 */
export const behind = (listener: RequestListener, host: string) => {
  const server = createServer(listener)
  return async (request: Request): Promise<Response> => {
    const body = Buffer.from(await request.arrayBuffer())
    const [ours, theirs] = duplexPair()
    server.emit('connection', theirs)
    const { pathname, search } = new URL(request.url)
    const { 'transfer-encoding': _, ...headers } = Object.fromEntries(request.headers)
    const length = body.length === 0 ? {} : { 'content-length': body.length }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asking = send({
        createConnection: () => ours,
        method: request.method,
        path: pathname + search,
        headers: { ...headers, ...length, host, connection: 'close' },
      })
      asking.on('response', resolve).on('error', reject).end(body)
    })
    return toResponse(answer)
  }
}

const toResponse = async (answer: IncomingMessage): Promise<Response> => {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
    if (name === 'connection' || name === 'transfer-encoding' || name === 'keep-alive') continue
    for (const value of values) headers.append(name, value)
  }
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const status = answer.statusCode ?? 502
  const empty = status === 204 || status === 304
  return new Response(empty ? null : new Uint8Array(Buffer.concat(chunks)), { status, headers })
}
