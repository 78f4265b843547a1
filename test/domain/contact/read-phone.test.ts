import { describe, expect, test } from 'vitest'
import { readPhone } from '../../../src/domain/contact/read-phone.ts'
import { showPhone } from '../../../src/domain/contact/show-phone.ts'

describe('a phone number', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['40000000', '+4740000000'],
    ['400 00 000', '+4740000000'],
    ['22.00.00.00', '+4722000000'],
    ['(22) 00-00-00', '+4722000000'],
    ['22\u00a000\u201100\u201300', '+4722000000'],
    ['+47 90 00 00 00', '+4790000000'],
    ['0047 40 00 00 00', '+4740000000'],
    ['004740000000', '+4740000000'],
    ['4740000000', '+4740000000'],
    ['４０００００００', '+4740000000'],
    ['57000000', '+4757000000'],
    ['79000000', '+4779000000'],
    ['<tel:+4740000000|400 00 000>', '+4740000000'],
    ['tel:+4740000000', '+4740000000'],
    ['+46 70 123 45 67', '+46701234567'],
    ['0046701234567', '+46701234567'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['+1 202 555 0143', '+12025550143'],
  ])('%j is read as %j', (typed, phone) => {
    expect(readPhone(typed)).toEqual({ ok: true, phone })
  })

  test.each([
    ['80000001', '+4780000001', 'special'],
    ['82 00 00 00', '+4782000000', 'special'],
    ['02000', '+4702000', 'switchboard'],
    ['+47 09999', '+4709999', 'switchboard'],
  ] as const)('%j is taken as %j with the warning %s', (typed, phone, warning) => {
    expect(readPhone(typed)).toEqual({ ok: true, phone, warning })
  })

  test.each([
    ['112', 'short'],
    ['116117', 'short'],
    ['1881', 'short'],
    ['01999', 'short'],
    ['00123', 'short'],
    ['4000000', 'short'],
    ['+47 4000000', 'short'],
    ['+46 123', 'short'],
    ['58000001', 'machine'],
    ['59 00 00 01', 'machine'],
    ['580000000001', 'machine'],
    ['+47 580000000001', 'machine'],
    ['22222222', 'same-digits'],
    ['88888888', 'same-digits'],
    ['+46 77777777', 'same-digits'],
    ['00000000', 'short'],
    ['040000000', 'form'],
    ['12345678', 'form'],
    ['400000000', 'form'],
    ['+47 (0) 22 00 00 00', 'form'],
    ['22 00 00 00 int. 5', 'form'],
    ['ring Kari', 'form'],
    ['+', 'form'],
    ['++4740000000', 'form'],
    ['+1234567890123456', 'form'],
    ['+999 12345678', 'unknown-country'],
    ['400 00 000\n', 'line-break'],
    ['40000000\r\nX: y', 'line-break'],
  ] as const)('%j is refused as %s', (typed, code) => {
    expect(readPhone(typed)).toEqual({ ok: false, code })
  })

  test.each([
    ['+4740000000', '40 00 00 00'],
    ['+4702000', '02000'],
    ['+46701234567', '+46 70 123 45 67'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(showPhone(phone)).toBe(shown)
  })
})
