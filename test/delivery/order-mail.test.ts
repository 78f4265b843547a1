import { describe, expect, it, onTestFinished } from 'vitest'
import { composeBy } from '../../messages/compose.ts'
import { messageKinds } from '../../messages/kinds.ts'
import type { MessageDeps } from '../../messages/message.ts'
import { createMailbox } from '../../sandbox/mailbox/mailbox.ts'
import { createSmtp } from '../../src/adapters/smtp.ts'
import { createMailChannel } from '../../src/delivery/mail.ts'
import type { Writes } from '../../src/domain/deps.ts'
import { orderMailText } from '../../src/domain/order/order-mail.ts'
import type { OrderContent, OrderMail } from '../../src/domain/order/types.ts'
import { freshStore } from '../helpers/databases.ts'
import { addOrder, aMail, direct, existing, fictional } from '../store/order-samples.ts'
import { manualClock, until } from './manual-clock.ts'
import { postOffice } from './post-office.ts'

const brreg = 'opendata@brreg.example'
const kari = 'kari@etat.no'
const words = orderMailText(fictional())

/** An order with brreg, a worker that sends, and the mail server that it sends to. */
const world = async () => {
  const clock = manualClock()
  const store = await freshStore('sqlite', { now: clock.now })
  const mailbox = await createMailbox({ clock })
  const mailer = createSmtp({ url: mailbox.url, from: 'Portvakt <portvakt@example.no>', now: clock.now })
  onTestFinished(async () => {
    await mailer.close()
    await mailbox.close()
  })
  const office = postOffice(store, {
    clock,
    channels: { mail: createMailChannel({ mailer, bounceAddress: 'retur@example.no' }) },
    // nothing else of them is asked for by a mail to brreg
    compose: composeBy(messageKinds, { store } as unknown as MessageDeps),
  })
  await addOrder(store, { state: 'sent', turn: 'brreg' })
  office.start()
  /** Writes a mail with its delivery, and whatever else, in one transaction, and waits for its end. */
  const send = async (
    id: string,
    over: Partial<OrderMail> = {},
    also: (tx: Writes) => Promise<void> = async () => {},
  ) => {
    const mail = aMail({ id, ...words, to: brreg, replyTo: kari, ...over })
    const row = { kind: 'order-mail', lane: 'transactional', channel: 'mail', language: 'nb' } as const
    const delivery = { ...row, id, address: brreg, data: { mailId: id }, organisationNumber: null }
    await store.write({ deliveries: [delivery] }, async (tx) => {
      await tx.addOrderMail(mail)
      await also(tx)
      return null
    })
    office.wake()
    await until(() => office.ended.some((one) => one.id === id))
    return await store.delivery(id)
  }
  return { store, mailbox, send, clock, office }
}

const headersOf = (mail: { headers: (readonly [name: string, value: string])[] }, name: string): string[] =>
  mail.headers.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value)

describe('a mail to brreg', () => {
  it('arrives once, at brreg and openly at whoever ordered, as a person’s', async () => {
    const { mailbox, send } = await world()
    expect(await send('m1')).toMatchObject({ state: 'sent' })
    const [mail, ...more] = mailbox.mails()
    if (!mail) return expect.fail()
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      problems: [],
      envelope: { from: 'retur+m1@example.no', to: [brreg, kari] },
      to: [{ address: brreg }],
      subject: words.subject,
      messageId: '<m1@example.no>',
    })
    expect(headersOf(mail, 'cc')).toEqual([kari])
    expect(headersOf(mail, 'reply-to')).toEqual([kari])
    for (const name of ['auto-submitted', 'in-reply-to', 'references', 'bcc', 'list-unsubscribe', 'precedence'])
      expect(headersOf(mail, name), name).toEqual([])
  })

  it.each<[string, OrderContent]>([
    ['direct', direct()],
    ['fictional', fictional()],
    ['existing', existing({ remark: `Blåbærsyltetøy Čáhci ${'lang '.repeat(100)}`.trim() })],
  ])('says to the letter what was approved of an order that is %s', async (_, content) => {
    const { mailbox, send } = await world()
    await send('m1', orderMailText(content))
    const [mail] = mailbox.mails()
    expect(mail?.text.replaceAll('\r\n', '\n').trimEnd()).toBe(orderMailText(content).text.trimEnd())
    expect(mail).toMatchObject({ subject: orderMailText(content).subject, problems: [] })
  })

  it('that answers stands in the thread of the one before', async () => {
    const { mailbox, send } = await world()
    await send('m1')
    await send('m2', { purpose: 'answer', subject: `Re: ${words.subject}`, text: 'Ja.\n', follows: 'm1' })
    const answer = mailbox.mails()[1]
    if (!answer) return expect.fail()
    expect(answer).toMatchObject({ messageId: '<m2@example.no>', problems: [] })
    expect(headersOf(answer, 'in-reply-to')).toEqual(['<m1@example.no>'])
    expect(headersOf(answer, 'references')).toEqual(['<m1@example.no>'])
  })

  it('has no header but its own, whatever line breaks stand in it', async () => {
    const { mailbox, send } = await world()
    await send('m1')
    await send('m2', {
      subject: 'Bestilling\r\nBcc: per@example.com\r\n\r\nHei',
      text: 'A\r\n.\r\nMAIL FROM:<x@y.no>\n',
    })
    const [clean, foul, ...more] = mailbox.mails()
    if (!clean || !foul) return expect.fail()
    expect(more).toEqual([])
    expect(foul.headers.map(([name]) => name)).toEqual(clean.headers.map(([name]) => name))
    expect(foul).toMatchObject({ subject: 'Bestilling Bcc: per@example.com Hei', envelope: { to: [brreg, kari] } })
    expect(await send('m3', { replyTo: 'kari@etat.no\r\nBcc: per@example.com' })).toMatchObject({
      state: 'failed',
      failure: 'refused-message',
    })
    expect(mailbox.mails()).toHaveLength(2)
  })

  it('that brreg’s server refuses is lost, the orderer gets no copy, and the order is found', async () => {
    const { store, mailbox, send } = await world()
    mailbox.faults.add({ to: brreg, fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
    expect(await send('m1')).toMatchObject({ state: 'failed', failure: 'refused-recipient', failureCode: 550 })
    expect(mailbox.mails()).toEqual([])
    expect(await store.ordersWithLostMail(9)).toMatchObject([
      { order: { id: 'ORD-1' }, mail: { id: 'm1' }, failure: 'refused-recipient' },
    ])
  })

  it('that brreg’s server puts off comes later, to both, once', async () => {
    const { store, mailbox, send, clock, office } = await world()
    mailbox.faults.add({ to: brreg, times: 1, fault: { kind: 'refuse', at: 'rcpt', code: 451 } })
    expect(await send('m1')).toMatchObject({ state: 'queued', failure: 'refused-recipient', failureCode: 451 })
    expect(mailbox.mails()).toEqual([])
    clock.pass(60 * 60_000)
    await until(() => office.ended.length === 2)
    expect(await store.delivery('m1')).toMatchObject({ state: 'sent', attempts: 2 })
    expect(mailbox.mails().map(({ envelope }) => envelope.to)).toEqual([[brreg, kari]])
  })

  it('whose copy is refused has arrived', async () => {
    const { store, mailbox, send } = await world()
    mailbox.faults.add({ to: kari, fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
    expect(await send('m1')).toMatchObject({ state: 'sent' })
    expect(mailbox.mails().map(({ envelope }) => envelope.to)).toEqual([[brreg]])
    expect(await store.ordersWithLostMail(9)).toEqual([])
  })

  it('is not sent once the order was anonymised', async () => {
    const { mailbox, send } = await world()
    const sent = await send('m1', {}, (tx) => tx.anonymiseOrder('ORD-1'))
    expect(sent).toMatchObject({ state: 'suppressed', failure: 'order-mail-gone' })
    expect(mailbox.count()).toBe(0)
  })
})
