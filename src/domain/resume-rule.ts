import { AppError } from '../errors.ts'
import type { Change } from './change.ts'

/** How long a login still counts for going on with what it approved, ms from the approval. */
export const RESUME_AFTER_LOGIN_MS = 30 * 60_000

/**
 * Whether a change that was begun may be carried on without asking anybody again. One of policy `step-up` only by the
 * login that approved it, and only for half an hour (design section 2: a fresh login bound to the exact change); later
 * it needs a change and a login of its own. Role and hash are asked again by `applyChange` in any case.
 */
export const mayResume = ({ policy, loginId, decision }: Change, now: number): boolean => {
  if (policy !== 'step-up') return true
  return loginId !== null && decision !== null && now - decision.at < RESUME_AFTER_LOGIN_MS
}

/** Throws `login-old` where `mayResume` says no. */
export const assertMayResume = (change: Change, now: number): void => {
  if (mayResume(change, now)) return
  const { environment } = change
  throw new AppError('login-old', 'the login is too old to go on with', environment === null ? {} : { environment })
}
