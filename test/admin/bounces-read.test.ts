import { describe, expect, it, onTestFinished } from 'vitest'
import { steppedClock } from '../../sandbox/clock.ts'
import { createMailbox } from '../../sandbox/mailbox/mailbox.ts'
import { createSmtp } from '../../src/adapters/smtp.ts'
import { readBounce } from '../../src/admin/bounces-read.ts'
import { createMailChannel } from '../../src/delivery/mail.ts'
import type { NewContact } from '../../src/domain/contact/store.ts'
import type { DeliveryEnd } from '../../src/domain/delivery/message.ts'
import type { Store } from '../../src/domain/deps.ts'
import { type ReportParts, report } from '../adapters/reports.ts'
import { runProgram } from '../helpers/admin-program.ts'
import { heroy, kinn } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { databaseUrl, type Engine, eachEngine } from '../helpers/databases.ts'
import { addMail, addOrder } from '../store/order-samples.ts'

const id = '7b0d3a52-9b0c-4c52-8a34-5f0f7d1d2f11'
const bounce = 'retur@portvakt.example'
const to = `retur+${id}@portvakt.example`
const kari = 'kari@heroy.kommune.example'
const ola = 'ola@heroy.kommune.example'
const failed = (address: string, status = '5.1.1') => [
  `Final-Recipient: rfc822; ${address}`,
  'Action: failed',
  `Status: ${status}`,
]

const contact = (over: Partial<NewContact>): NewContact => ({
  ...contactContent(),
  organisationNumber: heroy.number,
  user: null,
  registeredBy: 'admin',
  hears: [],
  toldAt: null,
  ...over,
})

/** A row to Kari that was handed over, unless told otherwise. */
const rowOf = async (
  store: Store,
  over: { id?: string; address?: string; channel?: 'mail' | 'slack'; kind?: string } = {},
) => {
  const row = { id, address: kari, channel: 'mail' as const, kind: 'address-link', ...over }
  await store.write({}, async (tx) => {
    const more = { lane: 'incident', language: 'nb', data: {}, organisationNumber: null } as const
    await tx.addDeliveries([{ ...row, ...more }])
    return null
  })
  return row
}
const handOver = async (store: Store, channel: 'mail' | 'slack' = 'mail', end: DeliveryEnd = { state: 'sent' }) => {
  await store.write({}, async (tx) => {
    const claim = { worker: 'w', token: 't', channel, size: 10, perOrganisation: 10, leaseMs: 60_000 }
    const rows = await tx.claimDeliveries(claim)
    await tx.beginSending(rows)
    await tx.endSending(rows.map((row) => ({ ...row, end })))
    return null
  })
}

/** Kari is a contact of two organisations, Ola is her colleague at one; a mail to Kari was handed over. */
const world = async (engine: Engine = 'sqlite') => {
  const { deps, store, sent } = await contactUseWorld(engine)
  await store.write({}, async (tx) => {
    await tx.addContacts([
      contact({ email: kari }),
      contact({ email: ola, name: 'Ola Nordmann' }),
      contact({ email: kari, organisationNumber: kinn.number }),
    ])
    return null
  })
  await rowOf(store)
  await handOver(store)
  const read = (parts: ReportParts) => readBounce(deps, report(parts), bounce)
  const bounces = async () => (await store.contactsAt(kari)).map((one) => one.bounce)
  return { deps, store, sent, read, bounces }
}

eachEngine((engine) => {
  it('marks the address in every organisation once, and asks the others to mend it', async () => {
    const { read, bounces, sent, store, deps } = await world(engine)
    const recipients = [[...failed(kari), 'Diagnostic-Code: smtp; 550 5.1.1 No such user']]
    expect(await read({ to, recipients })).toEqual({
      well: true,
      said: [
        `Mail ${id} came back (5.1.1): nobody has this address.`,
        expect.stringMatching(/^Marked: CON-\d+ of \d{9}\.$/),
        expect.stringMatching(/^Marked: CON-\d+ of \d{9}\.$/),
      ],
    })
    const mark = { at: deps.now(), reason: 'unknown-user', code: 550 }
    expect(await bounces()).toEqual([mark, mark])
    expect(await sent()).toEqual([`contact-bounced ${ola}`])
    const lines = await store.auditLines({ organisationNumber: heroy.number, size: 10 })
    expect(lines.filter(({ action }) => action === 'contact.bounce')).toHaveLength(1)
    expect((await read({ to, recipients: [failed(kari, '5.2.2')] })).said).toEqual([
      expect.stringMatching(/mailbox is full.*No contact is to be marked/),
    ])
    expect(await bounces()).toEqual([mark, mark])
  })
})

eachEngine((engine) => {
  it('says of the mail itself that it did not arrive, once, and that nobody repeats', async () => {
    const { read, store, deps } = await world(engine)
    const handedOver = await store.delivery(id)
    expect(handedOver).toMatchObject({ state: 'sent', failure: null })
    await read({ to, recipients: [[...failed(kari), 'Diagnostic-Code: smtp; 550 5.1.1 No such user']] })
    const back = { state: 'failed', failure: 'came-back-unknown-user', failureCode: 550, attempts: 1 }
    expect(await store.delivery(id)).toMatchObject({ ...back, sentAt: handedOver?.sentAt })
    await read({ to, recipients: [failed(kari, '5.2.2')] })
    expect(await store.delivery(id)).toMatchObject(back)
    const claim = { worker: 'w', token: 't2', channel: 'mail', size: 9, perOrganisation: 9, leaseMs: 1 } as const
    const { value } = await store.write({}, async (tx) => (await tx.claimDeliveries(claim)).map((row) => row.id))
    expect(value).not.toContain(id)
    const { rows } = await store.undelivered({ page: 0, size: 9, state: 'failed' })
    expect(rows.map((row) => row.id)).toEqual([id])
    expect(deps.now()).toBe(rows[0]?.updatedAt)
  })

  it('settles what nobody knew the end of, and leaves alone what waits to be sent again', async () => {
    const { read, store } = await world(engine)
    await rowOf(store, { id: 'answer-was-lost', address: 'x@y.example' })
    await handOver(store, 'mail', { state: 'unknown', failure: 'dropped-after-data', failureCode: null })
    const report = (row: string, address: string) => read({ to: to.replace(id, row), recipients: [failed(address)] })
    expect(await report('answer-was-lost', 'x@y.example')).toMatchObject({ well: true })
    expect(await store.delivery('answer-was-lost')).toMatchObject({ state: 'failed', failureCode: null, sentAt: null })
    await report(id, kari)
    await store.write({}, async (tx) => (await tx.sendAgain(id))?.id ?? null)
    expect(await report(id, kari)).toMatchObject({ well: true })
    expect(await store.delivery(id)).toMatchObject({ state: 'queued', failure: null, attempts: 0 })
  })
})

describe('a report', () => {
  it.each<[string, string[][]]>([
    ['of the address that it was forwarded to', [failed('kari@hjemme.example')]],
    ['of several, by the one that is ours', [failed('x@y.example', '4.4.1'), failed(kari.toUpperCase())]],
  ])('%s marks the address of the row', async (_, recipients) => {
    const { read, bounces, store } = await world()
    expect((await read({ to, recipients })).well).toBe(true)
    expect((await bounces()).map((one) => one?.reason)).toEqual(['unknown-user', 'unknown-user'])
    expect(await store.contactsAt('kari@hjemme.example')).toEqual([])
  })

  it('never marks an address because it stands there', async () => {
    const { read, store, bounces } = await world()
    await read({ to, recipients: [failed(ola)] })
    expect((await store.contactsAt(ola))[0]?.bounce).toBeNull()
    expect(await bounces()).not.toContain(null)
  })

  it.each<[string, string[], RegExp]>([
    ['a delay', ['Final-Recipient: rfc822; a@b', 'Action: delayed', 'Status: 4.4.1'], /late \(4\.4\.1\)/],
    ['a delay with a code for good', ['Action: delayed', 'Status: 5.4.1'], /late/],
    ['an end of trying', ['Final-Recipient: rfc822; a@b', 'Action: failed', 'Status: 4.4.7'], /late \(4\.4\.7\)/],
    ['a failure without a status', ['Final-Recipient: rfc822; a@b', 'Action: failed'], /no status/],
    ['a receipt', ['Final-Recipient: rfc822; a@b', 'Action: delivered', 'Status: 2.0.0'], /"delivered"/],
  ])('of %s marks nobody', async (_, recipient, words) => {
    const { read, bounces, store } = await world()
    const told = await read({ to, recipients: [recipient] })
    expect(told).toEqual({ well: true, said: [expect.stringMatching(words)] })
    expect(await bounces()).toEqual([null, null])
    expect((await store.delivery(id))?.state).toBe('sent')
  })

  it.each<[string, ReportParts | 'no report', RegExp]>([
    ['is none', 'no report', /no delivery status report/],
    ['names no mail of ours', { to: bounce, recipients: [failed(kari)] }, /names no mail of ours/],
    [
      'names a mail that was never sent',
      { to: 'retur+00000000-0000-4000-8000-000000000000@portvakt.example', recipients: [failed(kari)] },
      /never sent from here/,
    ],
    ['names a mail that waits', { to: 'retur+waits-to-be-sent@portvakt.example' }, /never sent from here/],
    ['names what went to Slack', { to: 'retur+message-in-slack@portvakt.example' }, /never sent from here/],
    [
      'names several mails',
      { to, returned: ['Message-ID: <another-mail-of-ours@portvakt.example>'] },
      /names several mails/,
    ],
    ['says nothing of the mail', { to, recipients: [] }, /does not say/],
    ['tells of two others', { to, recipients: [failed('a@b.example'), failed('c@d.example')] }, /does not say/],
  ])('that %s is refused', async (_, parts, words) => {
    const { read, bounces, store, deps } = await world()
    await rowOf(store, { id: 'another-mail-of-ours' })
    await handOver(store)
    await rowOf(store, { id: 'message-in-slack', channel: 'slack', address: 'U1' })
    await handOver(store, 'slack')
    await rowOf(store, { id: 'waits-to-be-sent' })
    const told =
      parts === 'no report' ? await readBounce(deps, Buffer.from('To: x\r\n\r\nHei'), bounce) : await read(parts)
    expect(told).toEqual({ well: false, said: [expect.stringMatching(words)] })
    expect(told.said.join()).not.toContain('@')
    expect(await bounces()).toEqual([null, null])
  })
})

describe('a report about a mail to brreg', () => {
  const brreg = 'opendata@brreg.example'
  const orderId = 'order-mail-of-kari'
  const toOrder = `retur+${orderId}@portvakt.example`

  /** Kari ordered, and got a copy. */
  const ordered = async () => {
    const { store, read, bounces } = await world()
    await addOrder(store)
    await addMail(store, { id: orderId, to: brreg, replyTo: 'Kari@heroy.kommune.example' })
    await rowOf(store, { id: orderId, address: brreg, kind: 'order-mail' })
    await handOver(store)
    return { read, bounces }
  }

  it('says nothing of the mail when it is about the copy', async () => {
    const { read, bounces } = await ordered()
    expect(await read({ to: toOrder, recipients: [failed(kari)] })).toEqual({
      well: true,
      said: [`The report is about the copy of mail ${orderId}, not the mail: nobody is marked.`],
    })
    expect(await bounces()).toEqual([null, null])
  })

  it.each<[string, string[][]]>([
    ['the mail', [failed(brreg)]],
    ['the mail, forwarded', [failed('post@brreg.example')]],
    ['both', [failed(kari, '4.4.1'), failed(brreg)]],
  ])('is about the mail when it is about %s', async (_, recipients) => {
    const { read } = await ordered()
    const { well, said } = await read({ to: toOrder, recipients })
    expect({ well, said: said[0] }).toEqual({ well: true, said: expect.stringMatching(/came back \(5\.1\.1\)/) })
  })
})

it('reads what a mail server sends back of a mail that the bot handed over', async () => {
  const { deps, store, bounces } = await world()
  const mailbox = await createMailbox({ clock: steppedClock(deps.now()) })
  const mailer = createSmtp({ url: mailbox.url, from: 'Portvakt <portvakt@portvakt.example>', now: deps.now })
  onTestFinished(async () => {
    await mailer.close()
    await mailbox.close()
  })
  mailbox.faults.add({ to: kari, fault: { kind: 'return', status: '5.2.2', code: 552, ms: 0 } })
  const row = await store.delivery(id)
  if (row === null) throw new Error('the row is gone')
  const content = { mail: { subject: 'Hei på deg', text: 'Hei', html: '<p>Hei</p>', automatic: true } }
  expect(await createMailChannel({ mailer, bounceAddress: bounce }).send(row, content)).toMatchObject({ sent: true })
  const back = await mailbox.until(({ envelope }) => envelope.to.includes(to))
  expect(await readBounce(deps, back.raw, bounce)).toMatchObject({ well: true })
  expect((await bounces()).map((one) => one && [one.reason, one.code])).toEqual([
    ['full', 552],
    ['full', 552],
  ])
  expect(await store.delivery(id)).toMatchObject({ state: 'failed', failure: 'came-back-full', failureCode: 552 })
})

describe('npm run admin -- bounces read', () => {
  const env = async (over: Record<string, string> = {}) => ({
    DATABASE_URL: await databaseUrl('sqlite'),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 'a'.repeat(32),
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_URL: 'http://127.0.0.1:2',
    MAIL_FROM: 'portvakt@portvakt.example',
    BOUNCE_ADDRESS: bounce,
    ...over,
  })

  it('takes the report from standard input, and says in its exit code when it was refused', async () => {
    const refused = await runProgram(['bounces', 'read'], await env(), report({ to }))
    expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/^Refused: .*never sent from here/) })
  })

  it.each([
    ['an argument', ['bounces', 'read', 'report.eml'], {}],
    ['mail that is not set up', ['bounces', 'read'], { SMTP_URL: '', MAIL_FROM: '' }],
  ])('answers %s with how it is called, and reads nothing', async (_, argv, over) => {
    const { code, said } = await runProgram(argv, await env(over))
    expect(code).toBe(2)
    expect(said).toMatch(/npm run admin -- bounces read < REPORT$/)
  })
})
