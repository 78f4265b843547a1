import { expect, it } from 'vitest'
import { closedDay, dayOf } from '../../../src/domain/audit/day.ts'

it.each([
  ['2026-11-22T13:32:00.000Z', '2026-11-21', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22T00:00:00.000Z', '2026-11-21', '2026-11-22T00:00:00.000Z'],
  ['2026-11-21T23:59:59.999Z', '2026-11-20', '2026-11-21T00:00:00.000Z'],
  ['2026-01-01T05:00:00.000Z', '2025-12-31', '2026-01-01T00:00:00.000Z'],
  ['2028-03-01T00:00:01.000Z', '2028-02-29', '2028-03-01T00:00:00.000Z'],
])('at %s the day %s is over', (now, day, end) => {
  expect(closedDay(Date.parse(now))).toEqual({ day, end: Date.parse(end) })
})

it.each(['', '2026', '2026-2-1', '2026-02-30', '2026-13-01', '2026-00-10', 'today', '2026-01-01T00:00', '26-01-01'])(
  '%j is no day',
  (typed) => {
    expect(dayOf(typed)).toBeNull()
  },
)

it('a day begins and ends at midnight in UTC', () => {
  expect(dayOf('2026-02-28')).toEqual({
    from: Date.parse('2026-02-28T00:00:00Z'),
    to: Date.parse('2026-03-01T00:00:00Z'),
  })
})
