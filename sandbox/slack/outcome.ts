import type { Toast } from '../protocol.ts'
import type { Value } from './json.ts'

/**
 * How an act went: the bot's HTTP status and body (200 over a socket, 0 when nothing was sent or nothing came back),
 * how long its acknowledgement took, and what Slack told the person if it did not like it.
 */
export type Outcome = {
  status: number
  body: Value
  ms: number
  toast?: Toast
  /** words at fields, by block id, that Slack's own client or the bot's `response_action: errors` gave */
  errors?: Record<string, string>
}
