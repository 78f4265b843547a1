/**
 * Every way in which something can go wrong that a person may hear of. Words come from `text.errors[code]`, never
 * from `message`, which is for the log alone and holds no secret and nothing typed.
 */
export const errorCodes = [
  // who asks
  'not-a-member',
  'not-allowed',
  'not-found',
  'unconfirmed',
  'pending',
  'not-owner',
  'not-cleared',
  'environment-off',
  'no-admin-client',
  'supplier-access-missing',
  'supplier-type',
  // what was asked
  'bad-input',
  'unknown-command',
  'stale-button',
  'stale-view',
  'already-done',
  'already-decided',
  'needs-another',
  'not-proved',
  'changed-meanwhile',
  'other-organisation',
  'in-progress',
  // who it is, and links
  'login-off',
  'login-cancelled',
  'login-level',
  'login-old',
  'login-no-number',
  'login-mismatch',
  'login-refused',
  'idporten-unavailable',
  'link-invalid',
  'link-used',
  'link-expired',
  'too-many-attempts',
  // other systems
  'mail-off',
  'unit-unusable',
  'register-unavailable',
  'credential-refused',
  // Digdir's self-service API
  'digdir-refused',
  'digdir-unauthorised',
  'digdir-forbidden',
  'digdir-conflict',
  'digdir-terms-not-signed',
  'digdir-unavailable',
  'digdir-answer-unreadable',
  'digdir-outcome-unknown',
  'digdir-twin',
  'too-many-keys',
  'client-inactive',
  'secret-not-used',
  'name-changed',
  'kid-taken',
  // contacts
  'contact-exists',
  'contact-needed',
  'last-contact',
  // test-access orders
  'order-state',
  'order-needs-customer',
  'holds-national-number',
  'code-invalid',
  // Maskinporten
  'token-refused',
  'maskinporten-unavailable',
  // Slack
  'slack-unavailable',
  'slack-refused',
  'view-gone',
  // ourselves
  'store-busy',
  'not-begun',
  'expired',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** A fault at one field of what was sent, in the API's words: `redirect_uris` and why. */
export type FieldFault = { field: string; reason: string }

export type ErrorDetails = {
  /** Digdir's `correlation_id` or Maskinporten's `trace_id`, for their service desk */
  correlationId?: string
  /** Maskinporten's code, such as `MP-121` */
  mpCode?: string
  environment?: 'test' | 'prod'
  fields?: FieldFault[]
  /** seconds to wait before trying again makes sense */
  retryAfter?: number
  /** which outside system, for the log and for the words */
  system?: string
  status?: number
}

/**
 * The one error class. `code` decides the words and whether it is news: see `isNews`.
 * `cause` keeps the original.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Narrows `unknown` to an `AppError`, with one of `codes` if any are given. */
export const isAppError = (error: unknown, ...codes: ErrorCode[]): error is AppError =>
  error instanceof AppError && (codes.length === 0 || codes.includes(error.code))

const answers: ReadonlySet<ErrorCode> = new Set([
  'not-a-member',
  'not-allowed',
  'not-found',
  'unconfirmed',
  'pending',
  'not-owner',
  'not-cleared',
  'environment-off',
  'supplier-type',
  'bad-input',
  'unknown-command',
  'stale-button',
  'stale-view',
  'already-done',
  'already-decided',
  'needs-another',
  'not-proved',
  'changed-meanwhile',
  'other-organisation',
  'in-progress',
  'login-cancelled',
  'login-level',
  'login-old',
  'login-no-number',
  'login-mismatch',
  'link-invalid',
  'link-used',
  'link-expired',
  'unit-unusable',
  'too-many-keys',
  'client-inactive',
  'secret-not-used',
  'name-changed',
  'kid-taken',
  'contact-exists',
  'contact-needed',
  'last-contact',
  'order-state',
  'order-needs-customer',
  'holds-national-number',
  'code-invalid',
  'digdir-refused',
  'digdir-twin',
  'view-gone',
  'expired',
])

/**
 * How loud an error is in the log: an `answer` to a person is no news (info), an outside system's fault is a
 * `warning`, all else is an `error` that somebody must look at.
 */
export const loudness = (error: unknown): 'info' | 'warn' | 'error' => {
  if (!(error instanceof AppError)) return 'error'
  if (answers.has(error.code)) return 'info'
  return error.code === 'internal' ? 'error' : 'warn'
}
