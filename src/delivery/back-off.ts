const second = 1_000
const minute = 60 * second

/** Pauses after the first attempts, ms; the last one stays. */
const pauses = [10 * second, minute, 5 * minute, 15 * minute, 30 * minute]
const mostAttempts = 8

/**
 * When a row is tried again after a failure that may pass.
 *
 * @param attempts how many were made, the one that failed included
 * @param expiresAt epoch ms past which nobody wants it any more; null: never
 * @returns epoch ms, or null when there is no further attempt
 */
export const nextTry = (attempts: number, now: number, expiresAt: number | null): number | null => {
  const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? minute
  const at = now + pause
  return attempts >= mostAttempts || (expiresAt !== null && at >= expiresAt) ? null : at
}
