import { expect, it } from 'vitest'
import { isWorkingTime } from '../../src/domain/working-hours.ts'

it.each([
  ['a Monday at 8 in winter', '2026-11-23T07:00:00Z'],
  ['a Friday just before 16 in summer', '2026-06-26T13:59:59Z'],
  ['the Wednesday before Maundy Thursday', '2027-03-24T10:00:00Z'],
  ['Christmas Eve and New Year’s Eve, which are no public holidays', '2026-12-24T10:00:00Z'],
  ['the day after Whit Monday', '2027-05-18T10:00:00Z'],
  ['the Monday after the clocks changed', '2026-10-26T07:00:00Z'],
])('people are at work on %s', (_, at) => {
  expect(isWorkingTime(Date.parse(at))).toBe(true)
})

it.each([
  ['just before 8', '2026-11-23T06:59:59Z'],
  ['at 16', '2026-11-23T15:00:00Z'],
  ['at 16 in summer', '2026-06-26T14:00:00Z'],
  ['on a Saturday', '2026-11-21T10:00:00Z'],
  ['on a Sunday', '2026-11-22T10:00:00Z'],
  ['on New Year’s Day', '2027-01-01T10:00:00Z'],
  ['on Maundy Thursday', '2027-03-25T10:00:00Z'],
  ['on Good Friday', '2027-03-26T10:00:00Z'],
  ['on Easter Monday', '2027-03-29T10:00:00Z'],
  ['on Ascension Day', '2027-05-06T10:00:00Z'],
  ['on Whit Monday, which is Constitution Day too', '2027-05-17T10:00:00Z'],
  ['on Whit Monday', '2026-05-25T10:00:00Z'],
  ['on the first of May', '2026-05-01T10:00:00Z'],
  ['on Christmas Day', '2026-12-25T10:00:00Z'],
])('and not %s', (_, at) => {
  expect(isWorkingTime(Date.parse(at))).toBe(false)
})
