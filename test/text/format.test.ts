import { describe, expect, it } from 'vitest'
import { code, cut, escapeMrkdwn, formatsFor, pluralsFor } from '../../src/text/format.ts'

describe('times, in Norway', () => {
  const winter = Date.parse('2026-11-22T23:32:00Z')
  const summer = Date.parse('2026-07-01T22:05:00Z')

  it.each([
    ['nb', winter, '23. november 2026, 00:32'],
    ['en', winter, '23 November 2026, 00:32'],
    ['nb', summer, '2. juli 2026, 00:05'],
    ['en', summer, '2 July 2026, 00:05'],
  ] as const)('%s', (language, at, expected) => {
    expect(formatsFor(language).dateTime(at)).toBe(expected)
  })
})

describe('numbers and lists', () => {
  it('are written as the language does', () => {
    expect(formatsFor('nb').number(10_000).replace(/\s/g, ' ')).toBe('10 000')
    expect(formatsFor('en').number(10_000)).toBe('10,000')
    expect(formatsFor('nb').list(['a', 'b', 'c'])).toBe('a, b og c')
    expect(formatsFor('en').list(['a', 'b'])).toBe('a and b')
  })

  it('choose their plural', () => {
    const forms = { one: 'one', other: 'many' }
    for (const language of ['nb', 'en'] as const) {
      expect([0, 1, 2, 21].map((count) => pluralsFor(language)(count, forms))).toEqual(['many', 'one', 'many', 'many'])
    }
  })
})

describe('escaping', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['a & b', 'a &amp; b'],
    ['&lt;', '&amp;lt;'],
    ['"quotes" \'stay\' *and* _marks_ `too`', '"quotes" \'stay\' *and* _marks_ `too`'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(escapeMrkdwn(text)).toBe(expected)
  })

  it.each([
    ['abc', '`abc`'],
    ['a`b``c', '`aˋbˋˋc`'],
    ['a\nb\t c', '`a b c`'],
    ['<!here>&', '`&lt;!here&gt;&amp;`'],
    ['', '`–`'],
    [' \n', '`–`'],
  ])('as code: %j', (text, expected) => {
    expect(code(text)).toBe(expected)
  })
})

describe('cutting', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['👩👩👩', 3, '👩👩👩'],
    ['👩👩👩👩', 3, '👩👩…'],
    ['abc', 1, '…'],
  ])('%j to %i', (text, max, expected) => {
    expect(cut(text, max)).toBe(expected)
  })
})
