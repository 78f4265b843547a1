import { expect, test } from 'vitest'
import { isWorkingDay, workingDaysBefore } from '../../src/domain/working-days.ts'

test.each([
  ['a week without holidays', '2026-11-23T09:00:00Z', 5, '2026-11-16T09:00:00Z'],
  ['two weeks', '2026-11-23T09:00:00Z', 10, '2026-11-09T09:00:00Z'],
  ['one day over a weekend', '2026-11-23T09:00:00Z', 1, '2026-11-20T09:00:00Z'],
  ['from a Sunday', '2026-11-22T09:00:00Z', 1, '2026-11-19T09:00:00Z'],
  ['over Christmas, and the eves are days of work', '2027-01-04T09:00:00Z', 5, '2026-12-24T09:00:00Z'],
  ['over Easter 2027', '2027-03-31T08:00:00Z', 5, '2027-03-19T09:00:00Z'],
  ['over Whit Monday and Constitution Day, the same day in 2027', '2027-05-19T08:00:00Z', 5, '2027-05-11T08:00:00Z'],
  ['none', '2026-11-23T09:00:00Z', 0, '2026-11-23T09:00:00Z'],
])('%s', (_, now, days, before) => {
  const found = workingDaysBefore(Date.parse(now), days)
  // the clocks may have changed between
  expect(Math.abs(found - Date.parse(before))).toBeLessThanOrEqual(3_600_000)
})

test('weekends and public holidays are no days of work', () => {
  expect(
    ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-12-24', '2026-12-25'].map(isWorkingDay),
  ).toEqual([true, false, false, true, true, false])
})
