import { describe, expect, it } from 'vitest'
import { composeBy } from '../../messages/compose.ts'
import { messageKinds } from '../../messages/kinds.ts'
import type { MessageDeps } from '../../messages/message.ts'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { MailContent } from '../../src/domain/delivery/message.ts'
import { answerMailText, orderMailText } from '../../src/domain/order/order-mail.ts'
import type { OrderContent, OrderMail } from '../../src/domain/order/types.ts'
import { aMail, direct, existing, fictional } from '../store/order-samples.ts'
import { nasty } from '../views/nasty.ts'

/** The HTML as a person reads it: a line for each break, a blank one between paragraphs. */
const read = (html: string): string =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/\n/g, '')
    .replace(/<br>/g, '\n')
    .replace(/<\/p>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const composed = (mail: OrderMail | null, row: Partial<Delivery> = {}) =>
  composeBy(messageKinds, {
    store: { orderMail: async (id: string) => (id === mail?.id ? mail : null) },
  } as unknown as MessageDeps)({
    kind: 'order-mail',
    language: 'nb',
    data: { mailId: 'm1' },
    ...row,
  } as Delivery)

const mailOf = async (over: Partial<OrderMail> = {}): Promise<MailContent> => {
  const made = await composed({ ...aMail(over), createdAt: 1 })
  if (!('mail' in made)) throw new Error(`no mail: ${JSON.stringify(made)}`)
  return made.mail
}

const contents: [string, OrderContent][] = [
  ['direct', direct()],
  ['fictional', fictional({ remark: 'NB: <b>&amp;</b> «ære»' })],
  ['existing', existing()],
]

describe.each(contents)('the mail of an order that is %s', (_, content) => {
  it('leaves to the letter as it was approved, and says the same in HTML, line by line', async () => {
    const { text, html } = await mailOf(orderMailText(content))
    expect(text).toBe(orderMailText(content).text)
    expect(read(html).trim()).toBe(text.trim())
  })
})

it('is a person’s, who gets the answers and a copy, and begins a thread', async () => {
  const mail = await mailOf({ subject: 'Bestilling' })
  expect(mail).toMatchObject({ subject: 'Bestilling', automatic: false, replyTo: 'kari@etat.no', cc: 'kari@etat.no' })
  expect(mail).not.toHaveProperty('inReplyTo')
  expect(mail).not.toHaveProperty('unsubscribe')
})

it('follows the mail before it in the thread', async () => {
  const words = answerMailText('Bestilling', direct(), 'Takk!\n\nVi er\n  - en bank\n\n\n- og mer')
  const mail = await mailOf({ ...words, follows: 'm0', purpose: 'answer' })
  expect(mail).toMatchObject({ subject: 'Re: Bestilling', inReplyTo: 'm0', text: words.text })
  expect(read(mail.html)).toContain('Vi er\n- en bank\n\n- og mer\n\n')
})

it.each([...Object.values(nasty), 'Kari\r\nBcc: x@evil.no', '<img src=x onerror=1>'])(
  'keeps %j as text, and begins no header and no tag with it',
  async (words) => {
    const clean = await mailOf({ text: 'Hei' })
    const { subject, text, html } = await mailOf({ subject: `Om ${words}`, text: `Hei ${words}\n` })
    expect(subject).not.toMatch(/\p{Cc}/u)
    expect(text).toBe(`Hei ${words}\n`)
    const tags = (all: string) => all.replaceAll(/<(br|p style="[^"]*"|\/p)>/g, '').match(/<[a-z/!][^>]*>/gi)
    expect(tags(html)).toEqual(tags(clean.html))
  },
)

it('is not sent once its words were forgotten', async () => {
  expect(await composed(null)).toEqual({ suppress: 'order-mail-gone' })
})
