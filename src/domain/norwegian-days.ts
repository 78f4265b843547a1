const DAY_MS = 86_400_000

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' })
const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

/** Midnight in Norway of a day that UTC has at `at`. The clocks change in the small hours: midnight is never ambiguous. */
const midnight = (at: number): number => {
  const zone = offsets.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, hours = '1', minutes = '0'] = /^GMT\+(\d\d):(\d\d)$/.exec(zone) ?? []
  return at - (Number(hours) * 60 + Number(minutes)) * 60_000
}

const read = (day: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const at = Date.parse(`${day}T00:00:00Z`)
  // 30 February would become a day in March
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at
}

/**
 * Days in Norway (`YYYY-MM-DD`) as instants, epoch ms: from the beginning of the first up to but not including the end
 * of the last. Null leaves that side open; so does what is no day.
 */
export const norwegianDays = (first: string | null, last: string | null): { from?: number; to?: number } => {
  const from = read(first ?? '')
  const to = read(last ?? '')
  return { ...(from !== null && { from: midnight(from) }), ...(to !== null && { to: midnight(to + DAY_MS) }) }
}

/** The last millisecond of a day in Norway, epoch ms; null when `text` is no day in the form `2026-12-31`. */
export const endOfNorwegianDay = (text: string): number | null => {
  const { to } = norwegianDays(null, text)
  return to === undefined ? null : to - 1
}

/** The day in Norway of an instant (epoch ms), such as `2026-12-31`. */
export const norwegianDay = (at: number): string => days.format(at)
