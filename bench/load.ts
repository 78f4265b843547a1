import { createHmac } from 'node:crypto'
import autocannon from 'autocannon'

export type Load = { perSecond: number; p99: number; requests: number; bad: number }

/** A slash command as Slack signs and sends it. */
export const signedCommand = (text: string, who: { team: string; user: string }, signingSecret: string) => {
  const body = new URLSearchParams({
    command: '/client',
    text,
    user_id: who.user,
    user_name: 'bench',
    team_id: who.team,
    team_domain: 'bench',
    channel_id: 'D0BENCH',
    channel_name: 'directmessage',
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    trigger_id: '1.2.abc',
    response_url: 'http://127.0.0.1:9/response',
  }).toString()
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  return {
    method: 'POST' as const,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature,
    },
  }
}

/** Sends the same signed command over `connections` for `seconds`, after a warm-up of a second. */
export const load = async (
  url: string,
  request: ReturnType<typeof signedCommand>,
  seconds: number,
  connections = 20,
): Promise<Load> => {
  const options = { url: `${url}/slack/events`, ...request, connections }
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: seconds })
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    requests: result.requests.total,
    bad: result.non2xx + result.errors + result.timeouts,
  }
}
