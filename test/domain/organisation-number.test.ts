import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOrganisationNumber } from '../../src/domain/organisation-number.ts'

describe('readOrganisationNumber', () => {
  test.each(['310000019', '310000027', '310000035', '312345676', '213456784', '899999991', '123456785'])(
    'takes %s',
    (number) => {
      expect(readOrganisationNumber(number)).toBe(number)
    },
  )

  test.each(['310000018', '210000021', '31000001', '3100000190', '31000001A', '000000000', '', '３１００００01９'])(
    'refuses %j',
    (typed) => {
      expect(readOrganisationNumber(typed)).toBeNull()
    },
  )

  test.each(['310 000 019', ' 310\u00a0000\u202f019 ', '310.000.019', 'NO310000019MVA', 'no 310 000 019 mva'])(
    'reads %j as people write it',
    (typed) => {
      expect(readOrganisationNumber(typed)).toBe('310000019')
    },
  )

  test('refuses every number with one digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (at, add) => {
        const digits = [...'817263992'].map(Number)
        digits[at] = ((digits[at] ?? 0) + add) % 10
        expect(readOrganisationNumber(digits.join(''))).toBeNull()
      }),
    )
  })
})
