import { z } from 'zod'
import { AppError } from '../errors.ts'

/** Slack's error code out of whatever the SDK threw, without anything that was sent. */
export const codeOf = (error: unknown): string | null => {
  // where a proxy answered with a page, the SDK gives the whole page as the code
  const parsed = z.object({ data: z.object({ error: z.string().regex(/^\w{1,80}$/) }) }).safeParse(error)
  return parsed.success ? parsed.data.data.error : null
}

/** Slack's words on what is wrong with a view or message: rules and JSON pointers, nothing of its content. */
const faultsOf = (error: unknown): string => {
  const parsed = z
    .object({ data: z.object({ response_metadata: z.object({ messages: z.array(z.string()) }) }) })
    .safeParse(error)
  return parsed.success ? parsed.data.data.response_metadata.messages.join('; ').slice(0, 1_000) : ''
}

const gone = new Set([
  'not_found',
  'hash_conflict',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'message_not_found',
  'cant_update_message',
  'channel_not_found',
  'edit_window_closed',
])
const passing = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

/** Seconds that Slack asks to wait, of a 429; null of anything else. */
const waitOf = (error: unknown): number | null => {
  const parsed = z
    .object({ code: z.literal('slack_webapi_rate_limited_error'), retryAfter: z.number() })
    .safeParse(error)
  return parsed.success ? parsed.data.retryAfter : null
}

/** What the SDK threw, as an error of ours: `slack-unavailable`, `view-gone` or `slack-refused`. */
export const translate = (method: string, error: unknown): AppError => {
  const code = codeOf(error)
  const retryAfter = waitOf(error)
  if (retryAfter !== null)
    return new AppError(
      'slack-unavailable',
      `Slack's ${method} is rate-limited`,
      { system: 'slack', retryAfter },
      error,
    )
  if (code === null || passing.has(code))
    return new AppError(
      'slack-unavailable',
      `Slack's ${method} gave no answer: ${code ?? 'no connection'}`,
      { system: 'slack' },
      error,
    )
  if (gone.has(code)) return new AppError('view-gone', `Slack's ${method}: ${code}`, { system: 'slack' }, error)
  return new AppError(
    'slack-refused',
    `Slack refused ${method}: ${code} ${faultsOf(error)}`.trimEnd(),
    { system: 'slack' },
    error,
  )
}
