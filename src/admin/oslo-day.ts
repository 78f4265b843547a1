const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' })
const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

const DAY_MS = 86_400_000

/** How far Norway's clocks are ahead of UTC, ms. */
const aheadAt = (at: number): number => {
  const zone = offsets.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, hours = '01', minutes = '00'] = /^GMT\+(\d\d):(\d\d)$/.exec(zone) ?? []
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

/**
 * The last millisecond of a day in Norway, epoch ms; null when `text` is no day in the form `2026-12-31`. The clocks
 * are changed in the small hours, so that midnight is never ambiguous.
 */
export const endOfOsloDay = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text) return null
  const next = day + DAY_MS
  return next - aheadAt(next) - 1
}

/** The day in Norway of an instant (epoch ms), such as `2026-12-31`. */
export const osloDay = (at: number): string => days.format(at)
