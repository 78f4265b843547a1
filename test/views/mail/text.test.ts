import { describe, expect, it } from 'vitest'
import { textFor } from '../../../src/text/index.ts'
import { renderMail } from '../../../views/kit/mail.ts'
import type { MailPart } from '../../../views/kit/mail-parts.ts'
import { wrapped } from '../../../views/kit/mail-text.ts'

const rendered = (...parts: MailPart[]) =>
  renderMail(textFor('en'), { subject: 's', heading: 'h', paragraphs: parts, button: null, closing: [], footer: 'f' })

describe('the text of a mail', () => {
  it.each([
    ['short', 'short'],
    [`${'a'.repeat(70)} ${'b'.repeat(5)}`, `${'a'.repeat(70)} ${'b'.repeat(5)}`],
    [`${'a'.repeat(70)} ${'b'.repeat(6)}`, `${'a'.repeat(70)}\n${'b'.repeat(6)}`],
    ['x'.repeat(120), 'x'.repeat(120)],
    [`${'a'.repeat(70)} 200\u00a0000`, `${'a'.repeat(70)}\n200\u00a0000`],
  ])('breaks at spaces alone: %j', (typed, lines) => {
    expect(wrapped(typed)).toBe(lines)
  })

  it('goes on under the first line of an item', () => {
    expect(wrapped(`${'a'.repeat(70)} ${'b'.repeat(20)}`, '- ')).toBe(`- ${'a'.repeat(70)}\n  ${'b'.repeat(20)}`)
  })

  it.each<[MailPart, string, string]>([
    [{ heading: 'About' }, 'About\n-----\n', '>About</h2>'],
    [{ list: ['a', '<b>'] }, '- a\n- <b>\n', '>&lt;b&gt;</li>'],
    [{ facts: [{ label: 'Name', value: 'a\r\n"b"' }] }, 'Name: a "b"\n', '>a &quot;b&quot;</td>'],
    [
      { what: 'Mend it:', command: '/contacts edit CON-1' },
      'Mend it:\n    /contacts edit CON-1\n',
      '>/contacts edit CON-1</code>',
    ],
    [
      { link: { label: 'See', url: 'https://a.no/b?c=1&d="' } },
      'See:\nhttps://a.no/b?c=1&d="\n',
      'href="https://a.no/b?c=1&amp;d=&quot;"',
    ],
  ])('has each part, as the HTML does: %j', (part, inText, inHtml) => {
    const { text, html } = rendered(part)
    expect(text).toContain(`\n\n${inText}`)
    expect(html).toContain(inHtml)
  })

  it('offers no button where there is nothing to open', () => {
    const { text, html } = rendered('a')
    expect(text).toBe('h\n\na\n\n-- \nf\n')
    expect(html).not.toMatch(/<a\b/)
  })
})
