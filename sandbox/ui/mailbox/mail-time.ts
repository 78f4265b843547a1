import { type DateReader, isoDay, showDate } from '../text/slack-date.ts'

/** In a list: the time of today's mails, the day of older ones. */
export function shortTime(at: number, reader: DateReader): string {
  const today = isoDay(at, reader.timeZone) === isoDay(reader.now, reader.timeZone)
  return showDate(at / 1000, today ? '{time}' : '{date_short}', reader)
}

/** Above a mail: day and time. */
export function longTime(at: number, reader: DateReader): string {
  return showDate(at / 1000, '{date_long} {time}', reader)
}
