import { easter } from 'date-easter'
import { norwegianDay } from './norwegian-days.ts'

const DAY_MS = 86_400_000

/** Public holidays on a date: 1 January, 25 and 26 December, and 1 and 17 May (lov om 1. og 17. mai § 1). */
const fixed = new Set(['01-01', '05-01', '05-17', '12-25', '12-26'])
/** Those that hang on Easter Sunday, in days from it (lov om helligdager og helligdagsfred § 2). */
const fromEaster = new Set([-3, -2, 0, 1, 39, 49, 50])

const opens = 8
const closes = 16

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' })

const isHoliday = (day: string): boolean => {
  if (fixed.has(day.slice(5))) return true
  const sunday = easter(Number(day.slice(0, 4)))
  const days = (Date.parse(day) - Date.UTC(sunday.year, sunday.month - 1, sunday.day)) / DAY_MS
  return fromEaster.has(days)
}

/**
 * Whether people are at work in Norway: Monday to Friday from 8 to 16, not on public holidays.
 *
 * @param now epoch ms
 */
export const isWorkingTime = (now: number): boolean => {
  const day = norwegianDay(now)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const hour = Number(hours.format(now))
  return weekday >= 1 && weekday <= 5 && hour >= opens && hour < closes && !isHoliday(day)
}
