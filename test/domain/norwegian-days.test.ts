import { describe, expect, it } from 'vitest'
import { norwegianDays } from '../../src/domain/norwegian-days.ts'

const at = (text: string) => Date.parse(text)

describe('days in Norway', () => {
  it.each([
    ['in winter', '2026-11-22', '2026-11-22', '2026-11-21T23:00:00Z', '2026-11-22T23:00:00Z'],
    ['in summer', '2026-07-01', '2026-07-02', '2026-06-30T22:00:00Z', '2026-07-02T22:00:00Z'],
    ['of 23 hours', '2026-03-29', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['of 25 hours', '2026-10-25', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['over a new year', '2026-12-31', '2027-01-01', '2026-12-30T23:00:00Z', '2027-01-01T23:00:00Z'],
  ])('begin and end at midnight there: %s', (_, first, last, from, to) => {
    expect(norwegianDays(first, last)).toEqual({ from: at(from), to: at(to) })
  })

  it('leave open what is not named', () => {
    expect(norwegianDays(null, null)).toEqual({})
    expect(norwegianDays('2026-11-22', null)).toEqual({ from: at('2026-11-21T23:00:00Z') })
    expect(norwegianDays(null, '2026-11-22')).toEqual({ to: at('2026-11-22T23:00:00Z') })
  })

  it.each(['2026-02-30', '22.11.2026', '2026-1-1', ''])('know %j for no day', (day) => {
    expect(norwegianDays(day, day)).toEqual({})
  })
})
