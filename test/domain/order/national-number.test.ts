import { expect, test } from 'vitest'
import { assertNoNationalNumber, hasNationalNumber } from '../../../src/domain/order/national-number.ts'
import { nationalNumbers } from '../../helpers/order-samples.ts'

const [one = ''] = nationalNumbers
const date = one.slice(0, 6)
const rest = one.slice(6)

test.each(nationalNumbers)('%s is found, whoever made it up', (number) => {
  expect(hasNationalNumber(number)).toBe(true)
  expect(hasNationalNumber(`Fødselsnummeret er ${number}.`)).toBe(true)
})

test.each([
  ['a space', `${date} ${rest}`],
  ['a hard space', `${date}\u00a0${rest}`],
  ['a hyphen', `${date}-${rest}`],
  ['dots in the date', `01.81.90 ${rest}`],
  ['a space between all digits', [...one].join(' ')],
  ['a line break', `${date}\n${rest}`],
  ['zero-width spaces', [...one].join('\u200b')],
  ['full-width digits', [...one].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')],
  ['letters around it', `fnr${one}x`],
  ['another number in front', `820956532 ${one}`],
  ['another number behind', `${one} 820956532`],
])('is found with %s', (_, text) => {
  expect(hasNationalNumber(text)).toBe(true)
})

test.each([
  ['an organisation number', '820956532'],
  ['a wrong check digit', '01819010002'],
  ['a phone with its country', '+47 40 00 00 00'],
  ['two organisation numbers', '820956532 964978840'],
  ['a longer number that holds one', `7${one}`],
  ['a day that no month has', '32819010001'],
  ['a word between', `${date} og ${rest}`],
  ['nothing', ''],
])('is not found in %s', (_, text) => {
  expect(hasNationalNumber(text)).toBe(false)
})

test('the refusal says nothing of the number', () => {
  expect(() => assertNoNationalNumber('', 'rolig')).not.toThrow()
  try {
    assertNoNationalNumber('rolig', `${date} ${rest}`)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'holds-national-number' })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/\d{5}/)
  }
})
