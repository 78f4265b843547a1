/** When and where a date is read: `now` in milliseconds, an IANA time zone, a BCP 47 locale. */
export type DateReader = { now: number; timeZone: string; locale: string }

const day = 86_400_000

/**
 * A date in the words of Slack's `<!date^…>` tokens: `{date_short} at {time}` becomes `22 Nov 2026 at 15:04`.
 * Tokens ending in `_pretty` say today, yesterday and tomorrow. Unknown tokens stay as they are.
 * @param seconds Unix time
 */
export function showDate(seconds: number, format: string, reader: DateReader): string {
  const instant = new Date(seconds * 1000)
  if (Number.isNaN(instant.getTime())) return ''
  return format.replace(/\{(\w+)\}/g, (token, name: string) => part(name, instant, reader) ?? token)
}

function part(name: string, instant: Date, reader: DateReader): string | null {
  const pretty = name.endsWith('_pretty') ? prettyDay(instant, reader) : null
  if (pretty) return pretty
  const options = formats[name.replace(/_pretty$/, '')]
  if (options) return instant.toLocaleString(reader.locale, { ...options, timeZone: reader.timeZone })
  if (name === 'date_num') return isoDay(instant.getTime(), reader.timeZone)
  if (name === 'ago') return ago(instant.getTime() - reader.now, reader.locale)
  return null
}

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date_long_full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day_divider: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function isoDay(milliseconds: number, timeZone: string): string {
  return new Date(milliseconds).toLocaleDateString('sv-SE', { timeZone })
}

function prettyDay(instant: Date, { now, timeZone }: DateReader): string | null {
  const that = isoDay(instant.getTime(), timeZone)
  if (that === isoDay(now, timeZone)) return 'today'
  if (that === isoDay(now - day, timeZone)) return 'yesterday'
  if (that === isoDay(now + day, timeZone)) return 'tomorrow'
  return null
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

function ago(difference: number, locale: string): string {
  const [unit, length] = units.find(([, size]) => Math.abs(difference) >= size) ?? (['second', 1000] as const)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(difference / length), unit)
}
