import { AppError, type ErrorDetails } from '../../errors.ts'

const system = 'idporten'

type LoginCode = 'login-cancelled' | 'login-level' | 'login-old' | 'login-no-number' | 'login-refused'

/** ID-porten gave nothing usable; `why` holds nothing of what it said. */
export const unavailable = (why: string, details: ErrorDetails = {}, cause?: unknown): AppError =>
  new AppError('idporten-unavailable', `ID-porten: ${why}`, { system, ...details }, cause)

/** A login that proves nothing; `why` holds nothing of the callback, the token or the person. */
export const refused = (code: LoginCode, why: string): AppError => new AppError(code, `ID-porten: ${why}`, { system })

/** The person, or ID-porten for them, ended the login (RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6). */
const cancelled: ReadonlySet<string> = new Set(['access_denied', 'login_required'])
const failing: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])

/** openid-client's codes for an endpoint, or metadata, that did not do its work. */
const unusable: ReadonlySet<unknown> = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
])

/**
 * Names what openid-client threw. Its errors hold the callback, answers and claims in `cause` and beside it: of all
 * that only its own code and sentence are kept, or the OAuth error's name. What is not known for an outside system's
 * fault is `login-refused`: nobody is let in by an error.
 */
export const named = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const { code, cause, message, error: oauth } = error as Record<'code' | 'cause' | 'message' | 'error', unknown>
  if (cause instanceof AppError) return cause

  if (typeof oauth === 'string') {
    const family = /^[a-z_]{1,40}$/.test(oauth) ? oauth : 'unknown error'
    if (failing.has(family)) return unavailable(family)
    const byPerson = code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' && cancelled.has(family)
    return refused(byPerson ? 'login-cancelled' : 'login-refused', family)
  }
  if (typeof code !== 'string' || !code.startsWith('OAUTH_')) return refused('login-refused', 'unreadable answer')
  // the outer sentence is often a general one, the inner one says which check failed; both are openid-client's own
  const inner = cause instanceof Error && 'code' in cause && cause.code === code ? cause.message : message
  return unusable.has(code) ? unavailable(String(inner)) : refused('login-refused', String(inner))
}
