import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { steppedClock } from '../../sandbox/clock.ts'
import { createMailbox, type Mailbox } from '../../sandbox/mailbox/mailbox.ts'
import { createSmtp } from '../../src/adapters/smtp.ts'
import type { Mail, Mailer } from '../../src/domain/delivery/types.ts'

const clock = steppedClock(Date.UTC(2026, 2, 5))
let mailbox: Mailbox
let mailer: Mailer

beforeAll(async () => {
  mailbox = await createMailbox({ clock })
  mailer = createSmtp({ url: mailbox.url, from: 'Portvakt på prøve <portvakt@example.no>', now: clock.now })
})
afterAll(async () => {
  await mailer.close()
  await mailbox.close()
})
beforeEach(() => {
  mailbox.faults.clear()
  mailbox.clear()
})

const mail: Mail = {
  to: 'kari@example.no',
  subject: 'Bekreft adressen din',
  text: 'Åpne lenken: https://portvakt.example.no/l/abc\n',
  html: '<p><a href="https://portvakt.example.no/l/abc">Åpne lenken</a></p>',
  language: 'nb',
  automatic: true,
  messageId: 'row-1@example.no',
  envelopeFrom: 'bounce+row-1@example.no',
}

it.each([
  ['a short mail', {}],
  ['a mail that a person asked for', { automatic: false, replyTo: 'ola@example.no' }],
  ['a subject of every kind of letter', { subject: `Grüße, čáhci og ${'ære '.repeat(60)}🚪` }],
  ['lines without end', { text: 'ø'.repeat(5000), html: `<p>${'x'.repeat(5000)}</p>` }],
  ['lines of dots, and of every ending', { text: '.\n..\n.a\r\n\rb\n\n.', html: '.\n<p>\r\n.\r\n</p>' }],
  ['nothing to say', { subject: '', text: '', html: '' }],
])('a careful server finds nothing wrong with %s', async (_, part) => {
  expect(await mailer.send({ ...mail, ...part })).toEqual({ sent: true, response: 250 })
  expect(mailbox.mails()).toMatchObject([
    {
      problems: [],
      from: { name: 'Portvakt på prøve', address: 'portvakt@example.no' },
      envelope: { from: 'bounce+row-1@example.no', to: ['kari@example.no'] },
      messageId: '<row-1@example.no>',
    },
  ])
})

it('a mail that was taken and not answered is unknown, and came once', async () => {
  mailbox.faults.add({ to: mail.to, times: 1, fault: { kind: 'drop' } })
  expect(await mailer.send(mail)).toMatchObject({ lost: 'unknown', reason: 'dropped-after-data' })
  expect(mailbox.mails()).toHaveLength(1)
  expect(await mailer.send({ ...mail, to: 'ola@example.no' })).toMatchObject({ sent: true })
})

it.each([
  [
    { kind: 'refuse', at: 'rcpt', code: 550 },
    { lost: 'permanent', code: 550, reason: 'refused-recipient' },
  ],
  [
    { kind: 'refuse', at: 'data', code: 451 },
    { lost: 'transient', code: 451, reason: 'refused-message' },
  ],
] as const)('a refusal is one: %j', async (fault, outcome) => {
  mailbox.faults.add({ to: mail.to, fault })
  expect(await mailer.send(mail)).toEqual({ sent: false, ...outcome })
})
