import { createHmac } from 'node:crypto'

/**
 * Slack's signature headers for a body (slack.md 3.1).
 * @param at epoch milliseconds
 */
export const signedHeaders = (secret: string, body: string, at: number): Record<string, string> => {
  const timestamp = String(Math.floor(at / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`, 'utf8').digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}
