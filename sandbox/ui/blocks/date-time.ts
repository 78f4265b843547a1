/** Unix seconds of a day (`YYYY-MM-DD`) and time (`HH:mm`) where the reader is; `null` until both are whole. */
export function toUnix(date: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time)) return null
  const milliseconds = new Date(`${date}T${time}`).getTime()
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}

/** The day and time of Unix seconds where the reader is; `null` for none. */
export function fromUnix(seconds: number | null): { date: string; time: string } | null {
  if (seconds === null) return null
  const at = new Date(seconds * 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}
