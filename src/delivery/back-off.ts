const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Pauses after the first attempts, ms; the last one stays. */
const pauses = [10 * second, minute, 5 * minute, 15 * minute, 30 * minute, hour]

/** How long a row is tried again: a mail server may be away for days (RFC 5321 4.5.4.1). */
const patience = 4 * 24 * hour

/**
 * When a row is tried again after a failure that may pass.
 *
 * @param tried `attempts` that were made, the one that failed included; `createdAt` of the row, and past `expiresAt`
 *   nobody wants it any more (null: never); epoch ms
 * @returns epoch ms, or null when there is no further attempt
 */
export const nextTry = (
  tried: { attempts: number; createdAt: number; expiresAt: number | null },
  now: number,
): number | null => {
  const pause = pauses[Math.min(tried.attempts, pauses.length) - 1] ?? minute
  const at = now + pause
  const end = Math.min(tried.createdAt + patience, tried.expiresAt ?? Number.POSITIVE_INFINITY)
  return at >= end ? null : at
}
