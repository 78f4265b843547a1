import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { expect } from 'vitest'
import { AppError } from '../../src/errors.ts'

export type Heard = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

/** What the peer does with a request: an answer, or anything at all with the response. `nth` counts from 1. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
  | ((response: ServerResponse) => void)

export type Peer = { url: string; heard: Heard[]; close(): Promise<void> }

/** A server on a real socket that says what it is told to: for answers that no simulator gives. */
export const startPeer = async (reply: (request: Heard, nth: number) => Reply): Promise<Peer> => {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
    heard.push(one)
    const what = reply(one, heard.length)
    if (typeof what === 'function') {
      what(response)
      return
    }
    const text = what.text ?? (what.json === undefined ? '' : JSON.stringify(what.json))
    response.writeHead(what.status ?? 200, { 'content-type': 'application/json', ...what.headers }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Closes the socket without a byte of answer. */
export const cut: Reply = (response) => response.socket?.destroy()
/** Sends the head and half of the body, then closes the socket. */
export const cutHalfWay: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
  response.write('{"half":', () => response.socket?.destroy())
}
/** Never answers. */
export const silence: Reply = () => {}

/** An address on which nobody listens. */
export const deafAddress = async (): Promise<string> => {
  const peer = await startPeer(() => ({}))
  await peer.close()
  return peer.url
}

/** The `AppError` that a promise fails with. */
export const failureOf = async (promise: Promise<unknown>): Promise<AppError> => {
  const error = await promise.then(
    (value) => expect.fail(`it should have failed, and gave ${inspect(value)}`),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

/** Everything an error holds, hidden members and the chain of causes included, holds none of these. */
export const expectNothingOf = (error: unknown, secrets: string[]): void => {
  const all = inspect(error, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null })
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(5)
    expect(all).not.toContain(secret)
  }
}
