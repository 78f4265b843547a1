import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '../../clock.ts'
import type { SlackWorld } from '../../world.ts'
import type { Ids } from '../ids.ts'
import { isObject, type Value } from '../json.ts'
import { type Acknowledged, envelopeType, type Parcel } from './parcel.ts'

/** slack.md 3.3 */
const MOST_CONNECTIONS = 10
const TICKET_MS = 30_000
const PING_MS = 10_000

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

/** The workspace's end of Socket Mode. */
export type Sockets = {
  /** A path with a single-use ticket, for `apps.connections.open`. */
  ticket(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  connections(): number
  /** An envelope as it was, with a new deadline; it goes to one of the connections, in turn. */
  send(envelope: Envelope, timeoutMs: number): Promise<Acknowledged>
  envelope(parcel: Parcel): Envelope
  /** Tells every connection to go and come back, as Slack does every few hours. */
  disconnect(reason: DisconnectReason): void
  close(): void
}

export type Envelope = { envelope_id: string; [key: string]: Value | undefined }

type Deps = { world: SlackWorld; clock: Clock; ids: Ids; changed: () => void }

export const createSockets = ({ world, clock, ids, changed }: Deps): Sockets => {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Map<string, number>()
  const open: WebSocket[] = []
  const waiting = new Map<string, (payload: Value) => void>()
  let turn = 0

  const leave = (socket: WebSocket) => {
    const at = open.indexOf(socket)
    if (at >= 0) open.splice(at, 1)
    changed()
  }

  const hear = (text: string) => {
    let frame: unknown
    try {
      frame = JSON.parse(text)
    } catch {
      return
    }
    if (!isObject(frame) || typeof frame.envelope_id !== 'string') return
    waiting.get(frame.envelope_id)?.(frame.payload ?? '')
  }

  const welcome = (socket: WebSocket) => {
    if (open.length >= MOST_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      socket.close()
      return
    }
    open.push(socket)
    const ping = setInterval(() => socket.ping(), PING_MS)
    ping.unref()
    socket.on('message', (data) => hear(data.toString()))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(ping)
      leave(socket)
    })
    const hello = {
      type: 'hello',
      num_connections: open.length,
      connection_info: { app_id: world.bot.app_id },
      debug_info: {
        host: 'sandbox',
        started: new Date(clock.now()).toISOString(),
        approximate_connection_time: 18_060,
      },
    }
    socket.send(JSON.stringify(hello))
    changed()
  }

  return {
    ticket() {
      const ticket = ids.hex(12)
      tickets.set(ticket, clock.now() + TICKET_MS)
      return `/link/?ticket=${ticket}&app_id=${world.bot.app_id}`
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('ticket') ?? ''
      const until = tickets.get(ticket)
      tickets.delete(ticket)
      if (until === undefined || clock.now() > until) {
        socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, welcome)
    },
    connections: () => open.length,
    envelope: ({ kind, payload, retry }) => ({
      envelope_id: ids.next('E'),
      type: envelopeType(kind),
      payload,
      accepts_response_payload: kind !== 'event',
      ...(retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
    }),
    send: (envelope, timeoutMs) =>
      new Promise((resolve) => {
        const began = performance.now()
        const settle = (answer: Omit<Acknowledged, 'ms'>) => {
          clearTimeout(timer)
          waiting.delete(envelope.envelope_id)
          resolve({ ...answer, ms: performance.now() - began })
        }
        const timer = setTimeout(() => settle({ status: 0, body: '', failure: 'operation_timeout' }), timeoutMs)
        const socket = open[turn++ % Math.max(open.length, 1)]
        if (!socket) return settle({ status: 0, body: '', failure: 'dispatch_failed' })
        waiting.set(envelope.envelope_id, (payload) => {
          const empty = isObject(payload) && Object.keys(payload).length === 0
          const heard = envelope.accepts_response_payload === true && !empty
          settle({ status: 200, body: heard ? payload : '' })
        })
        socket.send(JSON.stringify(envelope))
      }),
    disconnect(reason) {
      for (const socket of [...open]) {
        leave(socket)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
      }
    },
    close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
