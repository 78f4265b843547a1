import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { chosenName } from '../../../views/kit/chosen-name.ts'
import { type MailWords, renderMail } from '../../../views/kit/mail.ts'

const words = (over: Partial<MailWords> = {}): MailWords => ({
  subject: 'Emne',
  heading: 'Overskrift',
  paragraphs: ['Første avsnitt.', 'Andre avsnitt.'],
  button: { label: 'Trykk her', url: 'https://portvakt.example.no/link/a.b_c-d?x=1&y=2' },
  closing: ['Til slutt.'],
  footer: 'Hilsen Portvakt.',
  ...over,
})

describe.each(languages)('a mail in %s', (language) => {
  const t = textFor(language)
  const { subject, text, html } = renderMail(t, words())

  it('says the same in text and in HTML, in the same order', () => {
    const said = ['Overskrift', 'Første avsnitt.', 'Andre avsnitt.', 'Trykk her', 'Til slutt.', 'Hilsen Portvakt.']
    expect(subject).toBe('Emne')
    for (const one of [text, html.replace(/^[\s\S]*<body/, '')]) {
      const places = said.map((sentence) => one.indexOf(sentence))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  it('shows the link as a button and as text', () => {
    expect(text).toContain('\nhttps://portvakt.example.no/link/a.b_c-d?x=1&y=2\n')
    expect(html.match(/href="https:\/\/portvakt\.example\.no\/link\/a\.b_c-d\?x=1&amp;y=2"/g)).toHaveLength(2)
    expect(html).toContain('>https://portvakt.example.no/link/a.b_c-d?x=1&amp;y=2</a>')
    expect(html).toContain(t.mail.elsewhere)
  })

  it('has its language, fits a narrow window, and fetches nothing', () => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain('name="viewport" content="width=device-width, initial-scale=1"')
    expect(html).toContain('color-scheme:light dark')
    expect(html).not.toMatch(/<(style|script|link|img|iframe|object|form)\b|url\(|src=|@import/i)
    expect(html).not.toMatch(/(?<!max-)width:\s*\d|white-space:\s*nowrap/)
  })
})

describe('a paragraph of lines', () => {
  it('keeps its lines in both, and nothing in one begins another', () => {
    const { text, html } = renderMail(
      textFor('nb'),
      words({ paragraphs: [{ lines: ['Navn: <b>', 'To\nTre', 'Fire'] }] }),
    )
    expect(text).toContain('\nNavn: <b>\nTo Tre\nFire\n')
    expect(html).toContain('Navn: &lt;b&gt;<br>To Tre<br>Fire</p>')
  })
})

describe('what was typed somewhere', () => {
  const t = textFor('nb')

  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['"><script>alert(1)</script>', '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a & b', 'a &amp; b'],
    ["' onmouseover='x", '&#39; onmouseover=&#39;x'],
  ])('is no HTML: %s', (typed, shown) => {
    const { html } = renderMail(
      t,
      words({
        subject: typed,
        heading: typed,
        paragraphs: [typed],
        button: { label: typed, url: `https://a.no/${typed}` },
        closing: [typed],
        footer: typed,
      }),
    )
    expect(html).not.toContain(typed)
    expect(html.split(shown)).toHaveLength(10)
  })

  it.each(['a\r\nBcc: b@evil.no', 'a\nb', 'a\u2028b', 'a\u0000b', 'a\u202Eb', 'a\u200Bb'])(
    'is one line: %j',
    (typed) => {
      const { subject, text } = renderMail(t, words({ subject: typed, heading: typed, paragraphs: [typed] }))
      const [line] = text.split('\n')
      expect(subject).toMatch(/^a (b|Bcc: b@evil\.no)$/)
      expect(line).toBe(subject)
      expect(text.split('\n\n')[1]).toBe(subject)
    },
  )
})

it.each([
  ['Kari Nordmann', 'Kari Nordmann'],
  ['  Kari\r\n Nordmann\t', 'Kari Nordmann'],
  ['Ole Jr.', 'Ole Jr.'],
  ['A. B. Hansen', 'A. B. Hansen'],
  ["Anne O'Hara", "Anne O'Hara"],
  ['Åse 🌻', 'Åse 🌻'],
  ['x'.repeat(80), `${'x'.repeat(59)}…`],
  ['', null],
  [' \n', null],
  [null, null],
  ['https://evil.no', null],
  ['Logg inn på evil.no', null],
  ['www.evil', null],
  ['1.evil.no', null],
  ['kari@evil.no', null],
  ['evil。no/abc', null],
  ['<a href=x>', null],
])('the name that somebody chose: %j is shown as %j', (typed, shown) => {
  expect(chosenName(typed)).toBe(shown)
})
