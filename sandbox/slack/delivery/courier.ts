import type { Clock } from '../../clock.ts'
import { note } from '../record.ts'
import type { Poster } from './http-post.ts'
import { type Acknowledged, type Delivery, httpBody, type Parcel } from './parcel.ts'
import { signedHeaders } from './sign.ts'
import type { Sockets } from './sockets.ts'

/** Brings parcels to the bot: through a connected socket, else signed to its one address. */
export type Courier = {
  deliver(parcel: Parcel): Promise<Carried>
  /** every attempt, oldest first; of very many the newest */
  deliveries: Delivery[]
}

/** What was acknowledged, and the same bytes (or the same envelope) once more. */
export type Carried = Acknowledged & { again: () => Promise<Acknowledged> }

type Deps = {
  clock: Clock
  poster: Poster
  sockets: Sockets
  secret: string
  ackTimeoutMs: number
  /** `<endpoint base>/slack/events`; undefined before the bot's address is known */
  endpoint: () => string | undefined
  changed: () => void
}

export const createCourier = ({ clock, poster, sockets, secret, ackTimeoutMs, endpoint, changed }: Deps): Courier => {
  const deliveries: Delivery[] = []

  const byHttp = (parcel: Parcel) => {
    const { type, body } = httpBody(parcel)
    const headers = {
      'content-type': type,
      accept: 'application/json,*/*',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signedHeaders(secret, body, clock.now()),
      ...(parcel.retry
        ? { 'x-slack-retry-num': String(parcel.retry.num), 'x-slack-retry-reason': parcel.retry.reason }
        : {}),
    }
    const url = endpoint()
    return async (): Promise<Acknowledged> =>
      url === undefined
        ? { status: 0, body: '', ms: 0, failure: 'dispatch_failed' }
        : poster.post(url, headers, body, ackTimeoutMs)
  }

  const bySocket = (parcel: Parcel) => {
    const envelope = sockets.envelope(parcel)
    return () => sockets.send(envelope, ackTimeoutMs)
  }

  return {
    deliveries,
    async deliver(parcel) {
      const via = sockets.connections() > 0 ? 'socket' : 'http'
      const send = via === 'socket' ? bySocket(parcel) : byHttp(parcel)
      const carry = async () => {
        const at = clock.now()
        const answer = await send()
        note(deliveries, { ...answer, ...parcel, at, via })
        changed()
        return answer
      }
      return { ...(await carry()), again: carry }
    },
  }
}
