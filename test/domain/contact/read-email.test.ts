import { describe, expect, test } from 'vitest'
import { isSameAddress, readEmail } from '../../../src/domain/contact/read-email.ts'

const long = 'a'.repeat(64)
/** 64 + 1 + 189: as long as an address may be */
const longestHost = `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.no`

describe('an address', () => {
  test.each([
    ['kari@etat.no', 'kari@etat.no'],
    ['  kari@etat.no ', 'kari@etat.no'],
    ['\u00a0kari@etat.no\u200b', 'kari@etat.no'],
    ['Kari.Nordmann@Etat.NO', 'Kari.Nordmann@etat.no'],
    ['kari+vakt@etat.no', 'kari+vakt@etat.no'],
    ["o'neill_x-1@etat.no", "o'neill_x-1@etat.no"],
    ['post@blåbær.no', 'post@xn--blbr-roah.no'],
    ['post@BLÅBÆR.no', 'post@xn--blbr-roah.no'],
    ['post@bla\u030ab\u00e6r.no', 'post@xn--blbr-roah.no'],
    ['post@xn--blbr-roah.no', 'post@xn--blbr-roah.no'],
    ['<mailto:kari@etat.no|kari@etat.no>', 'kari@etat.no'],
    ['<mailto:kari@etat.no>', 'kari@etat.no'],
    ['mailto:kari@etat.no', 'kari@etat.no'],
    ['<kari@etat.no>', 'kari@etat.no'],
    [`${long}@etat.no`, `${long}@etat.no`],
    [`${long}@${longestHost}`, `${long}@${longestHost}`],
  ])('%j is read as %j', (typed, email) => {
    expect(readEmail(typed)).toEqual({ ok: true, email })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['<mailto:>', 'empty'],
    ['kari', 'form'],
    ['@etat.no', 'form'],
    ['kari@', 'form'],
    ['kari nordmann@etat.no', 'form'],
    ['Kari <kari@etat.no>', 'form'],
    ['kari@etat.no,', 'form'],
    ['kari@etat.no, ola@etat.no', 'not-one'],
    ['kari@etat.no ola@etat.no', 'not-one'],
    ['kari@etat@no', 'not-one'],
    ['kåre@etat.no', 'local'],
    ['"kari n"@etat.no', 'form'],
    ['"kari"@etat.no', 'local'],
    ['.kari@etat.no', 'local'],
    ['kari.@etat.no', 'local'],
    ['ka..ri@etat.no', 'local'],
    ['kari@etat', 'domain'],
    ['kari@-etat.no', 'domain'],
    ['kari@etat..no', 'domain'],
    ['kari@[10.0.0.1]', 'domain'],
    ['kari@10.0.0.1', 'domain'],
    ['kari@et_at.no', 'domain'],
    [`${long}a@etat.no`, 'too-long'],
    [`${long}@b${longestHost}`, 'too-long'],
    ['kari@etat.no\r\nBcc: alle@etat.no', 'line-break'],
    ['kari@etat.no\n', 'line-break'],
    ['kari\u2028@etat.no', 'line-break'],
  ] as const)('%j is refused as %s', (typed, code) => {
    expect(readEmail(typed)).toEqual({ ok: false, code })
  })

  test('in other letter case is the same one, with a plus another', () => {
    expect(isSameAddress('Kari@etat.no', 'kari@ETAT.no')).toBe(true)
    expect(isSameAddress('kari@etat.no', 'kari+vakt@etat.no')).toBe(false)
  })
})
