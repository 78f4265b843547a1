import { describe, expect, test } from 'vitest'
import { monthsOf, settlementYear, settlementYearOf } from '../../../src/domain/contact/settlement-year.ts'

describe('the settlement year', () => {
  test.each([
    ['2026-11-22T10:00:00Z', 2026, '2026/27'],
    ['2026-09-30T21:59:59Z', 2025, '2025/26'],
    // midnight in Norway
    ['2026-09-30T22:00:00Z', 2026, '2026/27'],
    ['2099-12-31T00:00:00Z', 2099, '2099/00'],
  ])('at %s is %s', (now, year, label) => {
    const found = settlementYear(Date.parse(now))
    expect(found).toEqual({ year, label, from: `${year}-10`, to: `${year + 1}-09` })
  })

  test('has twelve months, all of which are its own', () => {
    const months = monthsOf(settlementYearOf('2026-10'))
    expect(months).toHaveLength(12)
    expect([months[0], months[2], months[3], months[11]]).toEqual(['2026-10', '2026-12', '2027-01', '2027-09'])
    expect(new Set(months.map((month) => settlementYearOf(month).year))).toEqual(new Set([2026]))
  })
})
