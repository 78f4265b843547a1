import type { Fault, FaultReason } from '../domain/client/faults.ts'
import type { ErrorCode, ErrorDetails } from '../errors.ts'

/** What the words for an error may draw on: its details, who mends what only Digdir can, and our own reference. */
export type ErrorFacts = ErrorDetails & {
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** the request's id, which the log has too */
  reference?: string
}

/** `what` happened, and what the reader does `next`. Whole sentences of plain text. */
export type Explanation = { what: string; next: string }

/** Words for every error code; a new code does not compile before each language has it. */
export type ErrorWords = Record<ErrorCode, (facts: ErrorFacts) => Explanation>

/** Those of them that have to do with who somebody is, and what they may; a file of their own in each language. */
export type BelongingErrorWords = Pick<
  ErrorWords,
  | 'unconfirmed'
  | 'pending'
  | 'not-owner'
  | 'not-cleared'
  | 'already-decided'
  | 'needs-another'
  | 'not-proved'
  | 'changed-meanwhile'
  | 'other-organisation'
  | 'login-off'
  | 'login-cancelled'
  | 'login-level'
  | 'login-old'
  | 'login-no-number'
  | 'login-mismatch'
  | 'login-refused'
  | 'idporten-unavailable'
  | 'link-invalid'
  | 'link-used'
  | 'link-expired'
  | 'expired'
  | 'too-many-attempts'
  | 'mail-off'
  | 'unit-unusable'
  | 'register-unavailable'
  | 'credential-refused'
>

/** Those that have to do with test-access orders; a file of their own in each language. */
export type OrderErrorWords = Pick<
  ErrorWords,
  'order-state' | 'order-needs-customer' | 'holds-national-number' | 'code-invalid'
>

/** What the words for a fault may draw on; `limit` is the number that was passed. */
export type FaultFacts = Pick<Fault, 'line' | 'value' | 'limit'>

/**
 * Words for everything that can be wrong with a draft: what, on which line, and what to write instead, in at most 150
 * characters.
 */
export type FaultWords = Record<FaultReason, (facts: FaultFacts) => string>
