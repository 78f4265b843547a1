import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createMailbox, type Mailbox } from '../../../sandbox/mailbox/mailbox.ts'
import { handOver, type Speaker, speakTo } from './speak.ts'

const START = Date.UTC(2026, 4, 4, 8)
const clock = steppedClock(START)
let mailbox: Mailbox
let speaker: Speaker
/** one connection for all, as each begins with a pause of the server's */
let pool: Transporter

beforeAll(async () => {
  mailbox = await createMailbox({ clock, mostBytes: 20_000, keep: 3 })
  speaker = await speakTo(mailbox.port)
  pool = createTransport({ url: mailbox.url, pool: true, maxConnections: 1 })
})
afterEach(() => {
  mailbox.clear()
  mailbox.faults.clear()
})
afterAll(async () => {
  speaker.end()
  pool.close()
  await mailbox.close()
})

const send = (more: SendMailOptions = {}, transport = pool) =>
  transport.sendMail({
    from: 'Portvakt <portvakt@portvakt.example>',
    to: 'Kari Fjellvåg <kari@kystverdi.example>',
    subject: 'Bekreft adressen din – æøå',
    text: 'Hei!\n.\nÅpne lenken.',
    html: '<p>Åpne <a href="http://127.0.0.1/l">lenken</a>.</p>',
    ...more,
  })

const headers = [
  'From: Portvakt <bot@portvakt.example>',
  'Date: Mon, 04 May 2026 08:00:00 +0000',
  'Message-ID: <1@portvakt.example>',
  'Subject: Hei',
]
const letter = (change: { header?: string[]; without?: string; body?: string } = {}) =>
  [
    ...headers.filter((line) => change.without === undefined || !line.startsWith(change.without)),
    ...(change.header ?? []),
    '',
    change.body ?? 'Hei',
  ].join('\r\n')

describe('a mail', () => {
  it('is read as a mail program would: people, subject, both parts, headers, bytes, time', async () => {
    const { messageId } = await send({ envelope: { from: 'd-17@bounces.example', to: ['KARI@kystverdi.example'] } })
    const [mail] = mailbox.mails()
    expect(mail).toMatchObject({
      at: START,
      envelope: { from: 'd-17@bounces.example', to: ['KARI@kystverdi.example'] },
      from: { name: 'Portvakt', address: 'portvakt@portvakt.example' },
      to: [{ name: 'Kari Fjellvåg', address: 'kari@kystverdi.example' }],
      subject: 'Bekreft adressen din – æøå',
      html: '<p>Åpne <a href="http://127.0.0.1/l">lenken</a>.</p>\n',
      messageId,
      problems: [],
    })
    expect(mail?.text).toBe('Hei!\n.\nÅpne lenken.\n')
    expect(mail?.headers.map(([name]) => name)).toContain('Message-ID')
    expect(mail?.raw.toString()).toContain('\r\nSubject: =?UTF-8?')
    expect(mailbox.find(mail?.id ?? '')).toBe(mail)
  })

  it('in plain text alone has no HTML, and the null sender is empty', async () => {
    await send({ html: undefined, envelope: { from: '', to: ['kari@kystverdi.example'] } })
    expect(mailbox.mails()[0]).toMatchObject({ html: null, envelope: { from: '' } })
  })

  it('is waited for, also when it has come already', async () => {
    const told: string[] = []
    const stop = mailbox.onMail(({ subject }) => told.push(subject))
    const waited = mailbox.until(({ subject }) => subject === 'To')
    await send({ subject: 'En' })
    await send({ subject: 'To' })
    stop()
    await send({ subject: 'Tre' })
    expect((await waited).subject).toBe('To')
    expect((await mailbox.until(({ subject }) => subject === 'En')).subject).toBe('En')
    expect(told).toEqual(['En', 'To'])
    await expect(mailbox.until(({ subject }) => subject === 'Fire', 1)).rejects.toThrow(
      /came: kari@kystverdi.example: En \|/,
    )
  })

  it('is forgotten when enough newer ones have come', async () => {
    for (let n = 1; n <= 7; n += 1) await send({ subject: `Nr. ${n}` })
    expect(mailbox.mails().map(({ subject }) => subject)).toEqual(['Nr. 5', 'Nr. 6', 'Nr. 7'])
  })
})

describe('the server', () => {
  it('offers what a plain relay offers, and neither login nor encryption', async () => {
    expect(speaker.greeting).toMatch(/^220 /)
    const offered = await speaker.say('EHLO test.example\r\n')
    for (const one of ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES', 'SIZE 20000'])
      expect(offered).toContain(one)
    expect(offered).not.toMatch(/AUTH|STARTTLS/)
  })

  it.each([
    ['bare LF', letter({ body: 'Hei\nder' }), /^554 .*bare <LF>/],
    ['a smuggled end', letter({ body: 'Hei\n.\r\nMAIL FROM:<x@attacker.example>' }), /^554 .*bare <LF>/],
    ['bare CR', letter({ body: 'Hei\rder' }), /^554 .*bare <CR>/],
    ['a header line of 999 octets', letter({ header: [`X-Long: ${'x'.repeat(991)}`] }), /^554 .*header line/],
    ['too many octets', letter({ body: 'hei hei\r\n'.repeat(2500) }), /^552 /],
  ])('refuses %s', async (_name, mail, answer) => {
    expect(await handOver(speaker, mail)).toMatch(answer)
    expect(mailbox.mails()).toEqual([])
  })

  it('refuses an announced size beyond its own before the mail is sent', async () => {
    await speaker.say('EHLO test.example\r\n')
    expect(await speaker.say('MAIL FROM:<bot@portvakt.example> SIZE=20001\r\n')).toMatch(/^552 /)
  })

  it.each([
    ['nothing of a sound mail', letter(), '', []],
    ['a header line of 998 octets', letter({ header: [`X-Long: ${'x'.repeat(990)}`] }), '', []],
    ['no From', letter({ without: 'From' }), '', ['no From']],
    ['no Date', letter({ without: 'Date' }), '', ['no Date']],
    ['no Message-ID', letter({ without: 'Message-ID' }), '', ['no Message-ID']],
    ['a Date that is none', letter({ without: 'Date', header: ['Date: i dag'] }), '', ['Date is no date']],
    [
      'a Message-ID that is none',
      letter({ without: 'Message-ID', header: ['Message-ID: 1'] }),
      '',
      ['Message-ID is not <left@right>'],
    ],
    ['a second subject', letter({ header: ['Subject: Igjen'] }), '', ['subject stands more than once']],
    ['an injected line', letter({ header: ['dette er ingen header'] }), '', ['a header line is none']],
    ['8-bit in a header', letter({ header: ['X-Name: \xc3\xa5'] }), '', ['octets beyond ASCII in a header']],
    ['8-bit in a header under SMTPUTF8', letter({ header: ['X-Name: \xc3\xa5'] }), ' SMTPUTF8', []],
    ['8-bit in the body', letter({ body: '\xc3\xa5' }), '', ['octets beyond ASCII in the body, unannounced']],
    ['8-bit in the body, announced', letter({ body: '\xc3\xa5' }), ' BODY=8BITMIME', []],
    ['a long line', letter({ body: 'x'.repeat(999) }), '', ['a line over 998 octets']],
    ['NUL', letter({ body: '\0' }), '', ['NUL']],
  ])('takes and reports %s', async (_name, mail, parameters, problems) => {
    expect(await handOver(speaker, mail, parameters)).toMatch(/^250 /)
    expect(mailbox.mails()[0]?.problems).toEqual(problems)
  })
})

const single = () => createTransport({ url: mailbox.url })

describe('faults', () => {
  it.each([
    [550, '5.1.1'],
    [452, '4.2.2'],
  ])('one recipient is refused with %i, the others get the mail', async (code, enhanced) => {
    mailbox.faults.add({ to: 'ola@kystverdi.example', fault: { kind: 'refuse', at: 'rcpt', code } })
    const { accepted, rejected, rejectedErrors } = await send({
      to: ['kari@kystverdi.example', 'OLA@kystverdi.example'],
    })
    expect([accepted, rejected]).toEqual([['kari@kystverdi.example'], ['OLA@kystverdi.example']])
    expect(rejectedErrors?.[0]).toMatchObject({ responseCode: code, response: expect.stringContaining(enhanced) })
    expect(mailbox.mails()[0]?.envelope.to).toEqual(['kari@kystverdi.example'])
  })

  it.each([554, 451])('the mail is refused with %i, as often as told, by a pattern of the recipient', async (code) => {
    mailbox.faults.add({ to: /@kystverdi\.example$/, times: 1, fault: { kind: 'refuse', at: 'data', code } })
    await send({ to: 'tore@fjordlys.example' })
    await expect(send()).rejects.toMatchObject({ responseCode: code })
    await send()
    expect(mailbox.mails().map(({ envelope }) => envelope.to)).toEqual([
      ['tore@fjordlys.example'],
      ['kari@kystverdi.example'],
    ])
  })

  it('the connection is dropped after the mail was taken: the sender cannot know', async () => {
    mailbox.faults.add({ times: 1, fault: { kind: 'drop' } })
    await expect(send({}, single())).rejects.toThrow()
    expect(mailbox.mails()).toHaveLength(1)
  })

  it('connections are refused with 421, in words of one’s own', async () => {
    mailbox.faults.add({ fault: { kind: 'refuse', at: 'connect', code: 421, text: 'Too many connections' } })
    await expect(send({}, single())).rejects.toMatchObject({ responseCode: 421 })
    const refused = await speakTo(mailbox.port)
    expect(refused.greeting).toBe('421 Too many connections\r\n')
  })

  it('the answer comes late, and the mail is there all the same', async () => {
    mailbox.faults.add({ fault: { kind: 'slow', ms: 60 } })
    const before = performance.now()
    await send()
    expect(performance.now() - before).toBeGreaterThanOrEqual(59)
    expect(mailbox.mails()).toHaveLength(1)
  })

  it.each(['connect', 'data'] as const)('silence at %s ends by the sender’s own time-out', async (at) => {
    mailbox.faults.add({ fault: { kind: 'silence', at } })
    const hasty = createTransport({ url: mailbox.url, greetingTimeout: 50, socketTimeout: 50 })
    await expect(hasty.sendMail({ from: 'a@b.example', to: 'c@d.example', text: 'x' })).rejects.toThrow(/timeout/i)
    expect(mailbox.mails()).toEqual([])
  })

  it('a rule that could never strike is refused', () => {
    expect(() =>
      mailbox.faults.add({ to: 'a@b.example', fault: { kind: 'refuse', at: 'connect', code: 421 } }),
    ).toThrow(/connect/)
  })

  it('what was answered is counted', async () => {
    const before = mailbox.count()
    await send()
    mailbox.faults.add({ fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
    await expect(send()).rejects.toThrow()
    expect(mailbox.count() - before).toBe(2)
  })
})

it('closes while somebody is in the middle of a mail', async () => {
  const short = await createMailbox({ clock })
  const speaker = await speakTo(short.port)
  await speaker.say('EHLO test.example\r\n')
  await speaker.say('MAIL FROM:<a@b.example>\r\n')
  await speaker.say('RCPT TO:<c@d.example>\r\n')
  await speaker.say('DATA\r\n')
  const answer = speaker.say('Subject: half')
  await short.close()
  expect(await answer).toBe('')
  expect(short.mails()).toEqual([])
})

it('many mails over a pool arrive once each', async () => {
  const busy = await createMailbox({ clock })
  const pool = createTransport({ url: busy.url, pool: true, maxConnections: 4 })
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      pool.sendMail({ from: 'a@b.example', to: `m${n}@d.example`, subject: `${n}`, text: 'x' }),
    ),
  )
  pool.close()
  expect(new Set(busy.mails().map(({ envelope }) => envelope.to[0])).size).toBe(60)
  expect(busy.mails().flatMap(({ problems }) => problems)).toEqual([])
  await busy.close()
})
