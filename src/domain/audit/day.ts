const length = 86_400_000

/** A day in UTC, `YYYY-MM-DD`, as epoch ms from its beginning up to but not including its end; null when there is no such day. */
export const dayOf = (day: string): { from: number; to: number } | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const from = Date.parse(`${day}T00:00:00Z`)
  // 30 February would become a day in March
  if (Number.isNaN(from) || new Date(from).toISOString().slice(0, 10) !== day) return null
  return { from, to: from + length }
}

/** The last day in UTC that is over at `now` (epoch ms), and its end. */
export const closedDay = (now: number): { day: string; end: number } => {
  const end = now - (((now % length) + length) % length)
  return { day: new Date(end - 1).toISOString().slice(0, 10), end }
}
