import { AppError } from '../../errors.ts'

/** What a token for the order must say. `now` epoch ms; `scope` the whole name; null: not known, not compared. */
export type TokenExpected = {
  issuer: string
  scope: string | null
  /** null: direct access */
  consumerOrg: string | null
  /** who asks for the token: the supplier, or in A the company itself */
  organisationNumber: string
  clientId: string | null
  now: number
}

/** Which part of a token is not as it must be; `old`: issued too long ago to be of this try. */
export const outcomeMismatches = ['issuer', 'scope', 'consumer', 'supplier', 'client', 'old', 'future'] as const
export type OutcomeMismatch = (typeof outcomeMismatches)[number]

/** What was pasted; nothing of it is kept but what stands here. Instants in epoch ms. */
export type OutcomeRead =
  | { outcome: 'issued'; clientId: string | null; scope: string; issuedAt: number; expiresAt: number }
  /** `mpCode` such as `MP-251`; null where Maskinporten gave none. `error` is RFC 6749's word */
  | { outcome: 'refused'; mpCode: string | null; error: string; traceId: string | null }
  | { outcome: 'mismatch'; what: OutcomeMismatch; expected: string | null; found: string | null }
  | { outcome: 'unreadable'; why: 'empty' | 'private-key' | 'form' }

/**
 * Reads what somebody pasted of a try for a token: the line that `tokenCommand` prints, Maskinporten's error as it came,
 * or a whole token, whose signature is thrown away at once. It proves nothing: whoever pastes it says so.
 */
export const readOutcome = (_pasted: string, _expected: TokenExpected): OutcomeRead => {
  throw new AppError('internal', 'not written yet')
}
