import { describe, expect, it } from 'vitest'
import { readyMail } from '../../../views/belonging/ready-mail.ts'
import { nasty } from '../nasty.ts'

const to = 'servicedesk@digdir.no'

/** As Slack hands the link to the browser, and the mail program reads it. */
const opened = (mrkdwn: string) => {
  const [, address = '', label = ''] = /^<([^|<>]*)\|([^<>]*)>$/.exec(mrkdwn) ?? []
  const url = new URL(address.replaceAll('&amp;', '&'))
  // RFC 6068: a plus is a plus
  const fields = new URLSearchParams(url.search.replaceAll('+', '%2B'))
  return {
    to: url.pathname,
    subject: fields.get('subject'),
    body: fields.get('body'),
    fields: [...fields.keys()],
    label,
  }
}

describe('a ready mail', () => {
  it.each([
    ['words', 'Registrering av etat.no', 'Hei,\n\nKan dere hjelpe? 100 % & mer + ærlig: "ja"'],
    ['markup', '<!channel> & *fet* _k_ ~s~', '`kode` <https://evil.example|Digdir> | > <'],
    ['another field', 'x&cc=a@b.no', 'y&bcc=a@b.no?to=z#q'],
  ])('says what it was given: %s', (_, subject, body) => {
    expect(opened(readyMail({ to, subject, body }, 'Åpne').mrkdwn)).toEqual({
      to,
      subject,
      body: body.replaceAll('\n', '\r\n'),
      fields: ['subject', 'body'],
      label: 'Åpne',
    })
  })

  it('keeps its subject on one line', () => {
    expect(opened(readyMail({ to, subject: 'a\r\nBcc: x@y.no', body: '' }, 'x').mrkdwn).subject).toBe('a Bcc: x@y.no')
  })

  it.each(Object.entries(nasty))('is a whole link whatever it holds, and fits in one text: %s', (_, text) => {
    for (const subject of [text, text.repeat(20)]) {
      const { mrkdwn } = readyMail({ to, subject, body: `${subject}\uD800` }, 'Åpne')
      expect(mrkdwn.length).toBeLessThan(2_500)
      const { body } = opened(mrkdwn)
      expect(body).not.toMatch(/\p{Cs}/u)
      expect(subject.replaceAll('\n', '\r\n').startsWith((body ?? '').replace(/…$/, ''))).toBe(true)
    }
  })
})
