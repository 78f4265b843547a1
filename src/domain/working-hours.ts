import { norwegianDay } from './norwegian-days.ts'
import { isWorkingDay } from './working-days.ts'

const opens = 8
const closes = 16

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' })

/**
 * Whether people are at work in Norway: Monday to Friday from 8 to 16, not on public holidays.
 *
 * @param now epoch ms
 */
export const isWorkingTime = (now: number): boolean => {
  const hour = Number(hours.format(now))
  return hour >= opens && hour < closes && isWorkingDay(norwegianDay(now))
}
