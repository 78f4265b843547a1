import { Agent, request } from 'node:http'
import type { Value } from '../json.ts'
import type { Acknowledged } from './parcel.ts'

export type Poster = {
  /**
   * Posts the very bytes and reads the acknowledgement. After `timeoutMs` the connection is closed and a later answer
   * is ignored.
   */
  post(url: string, headers: Record<string, string>, body: string, timeoutMs: number): Promise<Acknowledged>
  close(): void
}

const bodyOf = (type: string, text: string): Value => {
  if (text === '' || !type.startsWith('application/json')) return text
  try {
    return JSON.parse(text) as Value
  } catch {
    return text
  }
}

/**
 * Posts to the bot, each time over a connection of its own: one that is kept may be closed by the bot at the moment it
 * is used again, and the person would see a failure that is nobody's.
 */
export const createPoster = (): Poster => {
  const agent = new Agent({ keepAlive: false })
  return {
    post: (url, headers, body, timeoutMs) =>
      new Promise((resolve) => {
        const began = performance.now()
        const ms = () => performance.now() - began
        const outgoing = request(
          url,
          { method: 'POST', agent, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } },
          (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk: Buffer) => chunks.push(chunk))
            response.on('error', () => settle({ status: 0, body: '', ms: ms(), failure: 'dispatch_failed' }))
            response.on('end', () => {
              const text = Buffer.concat(chunks).toString('utf8')
              settle({
                status: response.statusCode ?? 0,
                body: bodyOf(response.headers['content-type'] ?? '', text),
                ms: ms(),
                ...(response.headers['x-slack-no-retry'] === '1' ? { noRetry: true } : {}),
              })
            })
          },
        )
        const timer = setTimeout(() => {
          settle({ status: 0, body: '', ms: ms(), failure: 'operation_timeout' })
          outgoing.destroy()
        }, timeoutMs)
        const settle = (answer: Acknowledged) => {
          clearTimeout(timer)
          resolve(answer)
        }
        outgoing.on('error', () => settle({ status: 0, body: '', ms: ms(), failure: 'dispatch_failed' }))
        outgoing.end(body)
      }),
    close: () => agent.destroy(),
  }
}
