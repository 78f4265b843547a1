import { expect, test } from 'vitest'
import { showDate } from '../../../sandbox/ui/text/slack-date.ts'

const at = Date.UTC(2026, 10, 22, 14, 4, 5) / 1000
const reader = { now: Date.UTC(2026, 10, 22, 18), timeZone: 'Europe/Oslo', locale: 'en-GB' }

test.each([
  ['{date_num}', at, '2026-11-22'],
  ['{date}', at, '22 November 2026'],
  ['{date_short} at {time}', at, '22 Nov 2026 at 15:04'],
  ['{date_long}', at, 'Sunday 22 November 2026'],
  ['{time_secs}', at, '15:04:05'],
  ['{date_short_pretty}', at, 'today'],
  ['{date_pretty}', at - 86_400, 'yesterday'],
  ['{date_long_pretty}', at + 86_400, 'tomorrow'],
  ['{date_short_pretty}', at - 10 * 86_400, '12 Nov 2026'],
  ['{ago}', at, '4 hours ago'],
  ['{ago}', at + 3 * 86_400, 'in 3 days'],
  ['{no_such_token}', at, '{no_such_token}'],
  ['{date}', Number.NaN, ''],
])('%s', (format, seconds, words) => {
  expect(showDate(seconds, format, reader).replace(',', '')).toBe(words)
})

test('the day is that of the reader, not that of Greenwich', () => {
  const late = Date.UTC(2026, 10, 22, 23, 30) / 1000
  expect(showDate(late, '{date_num}', reader)).toBe('2026-11-23')
})
