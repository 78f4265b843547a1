import { easter } from 'date-easter'
import { norwegianDay } from './norwegian-days.ts'

const DAY_MS = 86_400_000

/** Public holidays on a date: 1 January, 25 and 26 December, and 1 and 17 May (lov om 1. og 17. mai § 1). */
const fixed = new Set(['01-01', '05-01', '05-17', '12-25', '12-26'])
/** Those that hang on Easter Sunday, in days from it (lov om helligdager og helligdagsfred § 2). */
const fromEaster = new Set([-3, -2, 0, 1, 39, 49, 50])

const isHoliday = (day: string): boolean => {
  if (fixed.has(day.slice(5))) return true
  const sunday = easter(Number(day.slice(0, 4)))
  const days = (Date.parse(day) - Date.UTC(sunday.year, sunday.month - 1, sunday.day)) / DAY_MS
  return fromEaster.has(days)
}

/** Whether people in Norway work on a day (`2026-12-31`): Monday to Friday, no public holiday. */
export const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5 && !isHoliday(day)
}

/**
 * The latest instant (epoch ms) since which so many working days in Norway have passed: the same time of the day (an hour
 * beside it where the clocks changed), so that of something sent on a Monday at ten five have passed on the next at ten.
 *
 * @param now epoch ms
 */
export const workingDaysBefore = (now: number, days: number): number => {
  let at = now
  let left = days
  const works = () => isWorkingDay(norwegianDay(at))
  // what comes on a day off waits for the next day of work, so the instant is never on one
  while (left > 0 || (days > 0 && !works())) {
    // the day that one steps out of is the one that has passed
    if (works()) left -= 1
    at -= DAY_MS
  }
  return at
}
