/**
 * `Retry-After` (RFC 9110 10.2.3), seconds or a date, as milliseconds from `now` (epoch ms); undefined when it is
 * absent or unreadable, never negative.
 */
export const retryAfterMs = (header: string | string[] | undefined, now: number): number | undefined => {
  const value = Array.isArray(header) ? header[0] : header
  if (value === undefined || value.trim() === '') return undefined
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
