import { z } from 'zod'
import type { SendOutcome } from '../domain/delivery/message.ts'
import type { SlackFailure } from '../domain/delivery/slack.ts'

type Lost = Extract<SendOutcome, { sent: false }>

/** Nobody there to read it, now or later (slack.md 4.2). */
const nobody =
  /^(channel_not_found|user_not_found|user_not_visible|user_disabled|is_archived|is_inactive|not_in_channel|messages_tab_disabled|cannot_dm_bot|team_not_found|restricted_action\w*|app_access_restricted|no_permission)$/

/** Said of the token and not of the message: once somebody has mended the app, it leaves. */
const ofToken =
  /^(not_authed|invalid_auth|account_inactive|token_revoked|token_expired|missing_scope|not_allowed_token_type|org_login_required|ekm_access_denied|access_denied|accesslimited|team_access_not_granted|enterprise_is_restricted|team_added_to_org)$/

/** Slack's side failed, and may have posted before it did (slack.md 4.2). */
const halfDone = /^(fatal_error|internal_error|request_timeout)$/

/** How long everybody waits when Slack has not said how long, s. */
const unsaid = 30

const reported = z.object({
  code: z.string().optional(),
  retryAfter: z.number().optional(),
  statusCode: z.number().optional(),
  data: z.object({ error: z.string().regex(/^\w{1,80}$/) }).optional(),
  original: z.unknown().optional(),
})

/** What fetch says of a connection that never came to be: nothing was sent over it. */
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/

const named = z.object({ name: z.string().optional(), cause: z.object({ code: z.string().optional() }).optional() })

const lost = (how: 'permanent' | 'transient' | 'unknown', reason: SlackFailure, code: number | null = null): Lost => ({
  sent: false,
  lost: how,
  code,
  reason,
})

const held = (seconds: number): Lost => ({
  sent: false,
  lost: 'held',
  code: 429,
  reason: 'rate-limited' satisfies SlackFailure,
  waitMs: Math.max(1, seconds) * 1_000,
})

const byNetwork = (original: unknown): Lost => {
  const { data } = named.safeParse(original)
  if (data?.name === 'TimeoutError' || data?.name === 'AbortError') return lost('unknown', 'timeout')
  return lost(neverSent.test(data?.cause?.code ?? '') ? 'transient' : 'unknown', 'connection')
}

const byError = (error: string): Lost => {
  if (error === 'ratelimited' || error === 'rate_limited' || error === 'message_limit_exceeded') return held(unsaid)
  if (nobody.test(error)) return lost('permanent', 'no-recipient')
  if (ofToken.test(error)) return lost('transient', 'auth')
  if (halfDone.test(error)) return lost('unknown', 'no-answer')
  return error === 'service_unavailable' ? lost('transient', 'no-answer') : lost('permanent', 'refused-message')
}

/**
 * What a failed chat.postMessage means, out of what the SDK threw; nothing of what was sent or answered stays in it.
 * `unknown` is looked up: a request may have been carried out although its answer was lost, or was a 5xx.
 */
export const lostBy = (error: unknown): Lost => {
  const { data: told } = reported.safeParse(error)
  if (told?.retryAfter !== undefined) return held(told.retryAfter)
  if (told?.data !== undefined) return byError(told.data.error)
  const status = told?.statusCode
  if (status !== undefined) return lost(status === 503 || status < 500 ? 'transient' : 'unknown', 'no-answer', status)
  return told?.original === undefined ? lost('unknown', 'no-answer') : byNetwork(told.original)
}
