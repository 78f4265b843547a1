import type { JsonObject, Value } from '../json.ts'

export type ParcelKind = 'command' | 'interaction' | 'suggestion' | 'event'

/** Something on its way to the bot; over HTTP or over a socket. */
export type Parcel = { kind: ParcelKind; payload: JsonObject; retry?: { num: number; reason: string } }

/** Why no acknowledgement came: too late, or nobody to reach. */
export type Failure = 'operation_timeout' | 'dispatch_failed'

/** What the bot acknowledged: `status` is 0 when there was a failure, 200 over a socket; an empty body is `''`. */
export type Acknowledged = { status: number; body: Value; ms: number; failure?: Failure; noRetry?: boolean }

/** One attempt, for tests to look at. */
export type Delivery = Acknowledged & {
  kind: ParcelKind
  at: number
  via: 'http' | 'socket'
  payload: JsonObject
  retry?: Parcel['retry']
}

const asText = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** The HTTP body of a parcel: commands as form fields, interactions as the one field `payload`, events as JSON. */
export const httpBody = ({ kind, payload }: Parcel): { type: string; body: string } => {
  if (kind === 'event') return { type: 'application/json', body: JSON.stringify(payload) }
  const fields =
    kind === 'command'
      ? Object.entries(payload).map(([name, value]): [string, string] => [name, asText(value)])
      : [['payload', JSON.stringify(payload)] as [string, string]]
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

/** The type of a socket envelope. */
export const envelopeType = (kind: ParcelKind): string =>
  kind === 'event' ? 'events_api' : kind === 'command' ? 'slash_commands' : 'interactive'
