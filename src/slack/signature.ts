import { createHmac, timingSafeEqual } from 'node:crypto'

/** Slack's window, seconds, in both directions (slack.md 3.1); Bolt's own check takes any time in the future. */
const window = 300

/**
 * Whether Slack signed these bytes within five minutes of now (slack.md 3.1). Bolt's `verifySlackRequest` checks the
 * past only, and its comparison of two digests takes two more HMACs and random bytes at every request; Node compares
 * in constant time by itself.
 *
 * @param now epoch ms
 */
export const isSignedBySlack = (
  told: { signature: string; timestamp: string; body: string },
  signingSecret: string,
  now: number,
): boolean => {
  if (!/^\d{1,12}$/.test(told.timestamp) || Math.abs(now / 1000 - Number(told.timestamp)) > window) return false
  const expected = `v0=${createHmac('sha256', signingSecret).update(`v0:${told.timestamp}:${told.body}`).digest('hex')}`
  const [given, wanted] = [Buffer.from(told.signature), Buffer.from(expected)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
