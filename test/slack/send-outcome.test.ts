import { expect, it } from 'vitest'
import { lostBy } from '../../src/slack/send-outcome.ts'

const platform = (error: string) =>
  Object.assign(new Error(error), { code: 'slack_webapi_platform_error', data: { ok: false, error } })
const http = (statusCode: number) => Object.assign(new Error('http'), { code: 'slack_webapi_http_error', statusCode })
const network = (name: string, code?: string) =>
  Object.assign(new Error('request'), {
    code: 'slack_webapi_request_error',
    original: Object.assign(new Error('fetch failed'), { name, cause: code && { code } }),
  })

it.each([
  ['channel_not_found', 'permanent', 'no-recipient'],
  ['user_disabled', 'permanent', 'no-recipient'],
  ['is_archived', 'permanent', 'no-recipient'],
  ['not_in_channel', 'permanent', 'no-recipient'],
  ['restricted_action_read_only_channel', 'permanent', 'no-recipient'],
  ['invalid_blocks', 'permanent', 'refused-message'],
  ['metadata_too_large', 'permanent', 'refused-message'],
  ['invalid_auth', 'transient', 'auth'],
  ['missing_scope', 'transient', 'auth'],
  ['service_unavailable', 'transient', 'no-answer'],
  ['internal_error', 'unknown', 'no-answer'],
  ['fatal_error', 'unknown', 'no-answer'],
])('%s is %s: %s', (error, lost, reason) => {
  expect(lostBy(platform(error))).toEqual({ sent: false, lost, code: null, reason })
})

it.each([
  [http(503), 'transient', 503, 'no-answer'],
  [http(403), 'transient', 403, 'no-answer'],
  [http(500), 'unknown', 500, 'no-answer'],
  [http(502), 'unknown', 502, 'no-answer'],
  [network('TimeoutError'), 'unknown', null, 'timeout'],
  [network('TypeError', 'ECONNREFUSED'), 'transient', null, 'connection'],
  [network('TypeError', 'ENOTFOUND'), 'transient', null, 'connection'],
  [network('TypeError', 'ECONNRESET'), 'unknown', null, 'connection'],
  [new Error('an answer in an unknown shape'), 'unknown', null, 'no-answer'],
])('%o is %s', (error, lost, code, reason) => {
  expect(lostBy(error)).toEqual({ sent: false, lost, code, reason })
})

it.each([
  [Object.assign(new Error('429'), { code: 'slack_webapi_rate_limited_error', retryAfter: 7 }), 7_000],
  [Object.assign(new Error('429'), { code: 'slack_webapi_rate_limited_error', retryAfter: 0 }), 1_000],
  [platform('ratelimited'), 30_000],
  [platform('message_limit_exceeded'), 30_000],
])('%o holds up everybody for %i ms', (error, waitMs) => {
  expect(lostBy(error)).toEqual({ sent: false, lost: 'held', code: 429, reason: 'rate-limited', waitMs })
})
