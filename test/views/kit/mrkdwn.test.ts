import { describe, expect, it } from 'vitest'
import { bold, inCode, link, mrkdwn, named, person, sourceOf, stacked } from '../../../views/kit/mrkdwn.ts'
import { cutMrkdwn, splitMrkdwn } from '../../../views/kit/split.ts'

describe('mrkdwn', () => {
  it.each([
    ['a plain string', sourceOf('<!channel> & co'), '&lt;!channel&gt; &amp; co'],
    ['a hole', mrkdwn`*${'<@U1>'}*`.mrkdwn, '*&lt;@U1&gt;*'],
    ['mrkdwn in a hole, once only', mrkdwn`${bold('a & b')}!`.mrkdwn, '*a &amp; b*!'],
    ['bold over lines', bold('a\nb').mrkdwn, '*a b*'],
    ['a label and a value', named('Id', inCode('x<y')).mrkdwn, '*Id:* `x&lt;y`'],
    ['lines', stacked(['a', mrkdwn`_${'<'}_`]).mrkdwn, 'a\n_&lt;_'],
    ['code that is too long', inCode('abcdef', 4).mrkdwn, '`abc…`'],
    ['a link that tries to end early', link('https://a.no/|x>', '<b>|c').mrkdwn, '<https://a.no/%7Cx%3E|&lt;b&gt;¦c>'],
    ['a person', person('U01ABC').mrkdwn, '<@U01ABC>'],
    ['somebody who is no id', person('<!here>').mrkdwn, '<@>'],
  ])('is safe: %s', (_, source, expected) => {
    expect(source).toBe(expected)
  })
})

describe('splitting mrkdwn', () => {
  it('keeps what fits in one part, and makes none of nothing', () => {
    expect(splitMrkdwn('abc', 3)).toEqual(['abc'])
    expect(splitMrkdwn(' ', 3)).toEqual([])
  })

  it.each([
    ['&amp;', 12],
    ['&lt;&gt;', 13],
    ['👩', 7],
    ['ord ', 9],
    ['linje\n', 11],
  ])('loses and breaks nothing of %j', (unit, max) => {
    const source = unit.repeat(50)
    const parts = splitMrkdwn(source, max)
    expect(parts.join('').replace(/\s/g, '')).toBe(source.replace(/\s/g, ''))
    for (const part of parts) {
      expect(Array.from(part).length).toBeLessThanOrEqual(max)
      expect(part).toMatch(/^(?:&(?:amp|lt|gt);|[^&])+$/u)
    }
  })

  it('breaks after a line rather than in it', () => {
    expect(splitMrkdwn('aaa bbb\nccc ddd', 10)).toEqual(['aaa bbb', 'ccc ddd'])
  })

  it('cuts with a mark, within the limit', () => {
    expect(cutMrkdwn('abcdef', 4)).toBe('abc…')
    expect(cutMrkdwn('abcd', 4)).toBe('abcd')
    expect(Array.from(cutMrkdwn('&amp;'.repeat(10), 13)).length).toBeLessThanOrEqual(13)
  })
})
