import { generateKeyPairSync } from 'node:crypto'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { inspect } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createAuthority } from '../../sandbox/maskinporten/authority.ts'
import { createSmtp, type SmtpTimeouts } from '../../src/adapters/smtp.ts'
import type { Mail, MailOutcome } from '../../src/domain/delivery/types.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const now = Date.UTC(2026, 2, 5, 12, 30)
const mail: Mail = {
  to: 'kari@example.no',
  subject: 'Lenke til Portvakt',
  text: 'Hei, her er lenken.\n',
  html: '<p>Hei, her er lenken.</p>',
  language: 'nb',
  automatic: true,
  messageId: 'row-1@example.no',
  envelopeFrom: 'bounce+row-1@example.no',
}

const mailer = (url: string, timeouts: SmtpTimeouts = {}) => {
  const made = createSmtp({ url, from: 'Portvakt <portvakt@example.no>', now: () => now, timeouts })
  closing.push(() => made.close())
  return made
}

type Received = { from: string; to: string[]; raw: string }

/** A real mail server; `cut` ends the connection that a session runs on. */
const serve = async (options: SMTPServerOptions = {}) => {
  const received: Received[] = []
  const sockets: Socket[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onData(stream, { envelope }, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (piece: string) => {
        raw += piece
      })
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
    ...options,
  })
  // a client that finds the certificate wanting leaves in the middle of the handshake
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => sockets.push(socket))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return { url: `smtp://127.0.0.1:${port}`, port, received, sockets, cut }
}

/** A server that says whatever it is told to, line by line. */
const script = async (onLine: (line: string, socket: Socket) => string | null, greeting: string | null = '220 hei') => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let rest = ''
    if (greeting !== null) socket.write(`${greeting}\r\n`)
    socket.on('data', (piece) => {
      const lines = (rest + piece).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const answer = onLine(line, socket)
        if (answer !== null) socket.write(`${answer}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A certificate of an authority that nobody trusts; smtp-server's own would be warned of. */
const certificate = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const holder = { orgno: '899999991', name: 'EKSEMPEL AS', publicKey, from: Date.now() - 1000 }
  const cert = createAuthority('Ukjent utsteder', Date.now() - 1000).issue(holder).pem
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
}

const signal = () => {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

const saying = (code: number) => Object.assign(new Error('kari@example.no is not known here'), { responseCode: code })

describe('a mail that is sent', () => {
  const arrived = async (one: Mail) => {
    const { url, received } = await serve()
    expect(await mailer(url).send(one)).toEqual({ sent: true, response: 250 })
    expect(received).toHaveLength(1)
    const [got] = received as [Received]
    return { ...got, parsed: await PostalMime.parse(got.raw) }
  }

  it('has one recipient, the envelope sender of its row, and headers that say what it is', async () => {
    const { from, to, raw, parsed } = await arrived({
      ...mail,
      replyTo: 'ola@blåbær.no',
      headers: { 'X-Row': 'row-1' },
    })
    expect([from, to]).toEqual(['bounce+row-1@example.no', ['kari@example.no']])
    expect(parsed).toMatchObject({
      from: { name: 'Portvakt', address: 'portvakt@example.no' },
      to: [{ address: 'kari@example.no' }],
      replyTo: [{ address: 'ola@xn--blbr-roah.no' }],
      subject: 'Lenke til Portvakt',
      messageId: '<row-1@example.no>',
      date: new Date(now).toISOString(),
    })
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]))
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'nb',
      'x-row': 'row-1',
      date: 'Thu, 05 Mar 2026 12:30:00 +0000',
    })
    expect(raw).not.toMatch(/^b?cc:/im)
  })

  it('says where one click ends mails like it, however long the address is (RFC 8058)', async () => {
    const unsubscribe = `https://portvakt.example.no/contact/${'a'.repeat(120)}/stop?topic=reminders`
    const { parsed } = await arrived({ ...mail, unsubscribe })
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]))
    expect(headers).toMatchObject({
      'list-unsubscribe': `<${unsubscribe}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
  })

  it('goes to who gets a copy too, openly, and stands in the thread of what it follows', async () => {
    const { from, to, raw, parsed } = await arrived({
      ...mail,
      cc: 'ola@Example.com',
      replyTo: 'ola@Example.com',
      inReplyTo: '<row-0@example.no>',
    })
    expect([from, to]).toEqual(['bounce+row-1@example.no', ['kari@example.no', 'ola@example.com']])
    expect(parsed).toMatchObject({
      to: [{ address: 'kari@example.no' }],
      cc: [{ address: 'ola@example.com' }],
      inReplyTo: '<row-0@example.no>',
      references: '<row-0@example.no>',
    })
    expect(raw).not.toMatch(/^bcc:/im)
  })

  it('is sent once to somebody who would get a copy of their own mail', async () => {
    const { to } = await arrived({ ...mail, cc: 'kari@Example.no' })
    expect(to).toEqual(['kari@example.no'])
  })

  it('does not call itself automatic when a person asked for it', async () => {
    const { raw } = await arrived({ ...mail, automatic: false, language: 'en' })
    expect(raw).not.toMatch(/auto-submitted/i)
    expect(raw).toMatch(/^Content-Language: en\r$/m)
  })

  it('says the same in text and HTML, with every letter and however long the lines are', async () => {
    const long = `Blåbærsyltetøy «på» brød — 🚪 ${'x'.repeat(3000)}\n.\n..punktum\n`
    const subject = `Ærlig talt: ${'ønsker '.repeat(40)}`.trim()
    const { raw, parsed } = await arrived({ ...mail, subject, text: long, html: `<p>${long}</p>` })
    expect(parsed.subject).toBe(subject)
    expect(parsed.text?.trimEnd()).toBe(long.trimEnd())
    expect(parsed.html?.trimEnd()).toBe(`<p>${long}</p>`)
    expect(raw).toContain('multipart/alternative')
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/)
  })

  it('reads no file and fetches nothing that its text names', async () => {
    const { parsed } = await arrived({ ...mail, html: '<img src="file:///etc/hostname">', text: '/etc/hostname' })
    expect(parsed.attachments).toEqual([])
    expect(parsed.text?.trim()).toBe('/etc/hostname')
  })

  it('shares connections: many mails, five at most', async () => {
    const { url, received, sockets } = await serve()
    const { send } = mailer(url)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => send({ ...mail, messageId: `row-${nth}@example.no` })),
    )
    expect(outcomes).toEqual(Array(20).fill({ sent: true, response: 250 }))
    expect(received).toHaveLength(20)
    expect(sockets.length).toBeLessThanOrEqual(5)
  })
})

describe('a mail that cannot be one is refused before anything is sent', () => {
  const attacks: [string, Partial<Mail>, string][] = [
    ['a header in the recipient', { to: 'kari@example.no\r\nBcc: ola@example.com' }, 'refused-recipient'],
    ['two recipients', { to: 'kari@example.no, ola@example.com' }, 'refused-recipient'],
    ['a command in the recipient', { to: 'kari@example.no>\r\nRCPT TO:<ola@example.com' }, 'refused-recipient'],
    ['a header in the subject', { subject: 'Hei\r\nBcc: ola@example.com' }, 'refused-message'],
    ['a bare line feed in the subject', { subject: 'Hei\nBcc: ola@example.com' }, 'refused-message'],
    ['a bare carriage return in the subject', { subject: 'Hei\rBcc: ola@example.com' }, 'refused-message'],
    ['a header in the reply address', { replyTo: 'ola@example.no\nBcc: ola@example.com' }, 'refused-message'],
    ['a header in the Message-ID', { messageId: 'row@example.no>\r\nBcc: <ola@example.com' }, 'refused-message'],
    ['a header in the envelope sender', { envelopeFrom: 'a@example.no>\r\nRCPT TO:<b@example.com' }, 'refused-sender'],
    ['a header in a header', { headers: { 'X-Row': 'row\r\nBcc: ola@example.com' } }, 'refused-message'],
    ['a header in the name of a header', { headers: { 'X-Row: 1\r\nBcc': 'ola@example.com' } }, 'refused-message'],
    [
      'a header in the unsubscribe address',
      { unsubscribe: 'https://a.no/x\r\nBcc: ola@example.com' },
      'refused-message',
    ],
    ['a second address to unsubscribe at', { unsubscribe: 'https://a.no/x>, <https://b.no' }, 'refused-message'],
    ['an unsubscribe address that is a script', { unsubscribe: 'javascript:alert(1)' }, 'refused-message'],
    ['a List-Unsubscribe of its own', { headers: { 'List-Unsubscribe': '<https://b.no>' } }, 'refused-message'],
    ['a recipient as a header', { headers: { bcc: 'ola@example.com' } }, 'refused-message'],
    ['a second sender', { headers: { From: 'ola@example.com' } }, 'refused-message'],
    ['a header in the copy’s address', { cc: 'ola@example.no\r\nBcc: per@example.com' }, 'refused-message'],
    ['two copies', { cc: 'ola@example.no, per@example.com' }, 'refused-message'],
    ['a header in what it follows', { inReplyTo: 'row@example.no>\r\nBcc: <ola@example.com' }, 'refused-message'],
    ['two that it follows', { inReplyTo: '<a@example.no> <b@example.no>' }, 'refused-message'],
    ['a thread of its own', { headers: { References: '<a@example.no>' } }, 'refused-message'],
    ['another kind of body', { headers: { 'Content-Type': 'text/html' } }, 'refused-message'],
  ]
  it.each(attacks)('%s', async (_, part, reason) => {
    const { url, sockets } = await serve()
    const outcome = await mailer(url).send({ ...mail, ...part })
    expect(outcome).toEqual({ sent: false, lost: 'permanent', code: null, reason })
    expect(sockets).toEqual([])
  })

  it('the end of a message inside a message stays inside', async () => {
    const { url, received } = await serve()
    const smuggled = 'a\r\n.\r\nMAIL FROM:<x@example.com>\r\nRCPT TO:<y@example.com>\r\nDATA\r\nb\n.\nc\r.\rd'
    expect(await mailer(url).send({ ...mail, text: smuggled })).toMatchObject({ sent: true })
    expect(received.map(({ to }) => to)).toEqual([['kari@example.no']])
  })
})

describe('what the server answers', () => {
  const lost = (kind: string, code: number, reason: string) => ({ sent: false, lost: kind, code, reason })
  const data = (code: number): SMTPServerOptions => ({
    onData: (stream, _, done) => void stream.on('end', () => done(saying(code))).resume(),
  })
  const cases: [string, SMTPServerOptions, ReturnType<typeof lost>][] = [
    ['RCPT 550', { onRcptTo: (_, __, done) => done(saying(550)) }, lost('permanent', 550, 'refused-recipient')],
    ['RCPT 452', { onRcptTo: (_, __, done) => done(saying(452)) }, lost('transient', 452, 'refused-recipient')],
    ['RCPT 421', { onRcptTo: (_, __, done) => done(saying(421)) }, lost('transient', 421, 'connection')],
    ['MAIL 553', { onMailFrom: (_, __, done) => done(saying(553)) }, lost('permanent', 553, 'refused-sender')],
    ['MAIL 451', { onMailFrom: (_, __, done) => done(saying(451)) }, lost('transient', 451, 'refused-sender')],
    ['MAIL 503', { onMailFrom: (_, __, done) => done(saying(503)) }, lost('transient', 503, 'refused-sender')],
    ['MAIL 530', { onMailFrom: (_, __, done) => done(saying(530)) }, lost('transient', 530, 'auth')],
    ['DATA 554', data(554), lost('permanent', 554, 'refused-message')],
    ['DATA 451', data(451), lost('transient', 451, 'refused-message')],
    ['DATA 421', data(421), lost('transient', 421, 'connection')],
    ['greeting 554', { onConnect: (_, done) => done(saying(554)) }, lost('transient', 554, 'connection')],
  ]
  it.each(cases)('%s, to commands one at a time and all at once', async (_, options, expected) => {
    const answer = async (hidePIPELINING: boolean) =>
      mailer((await serve({ ...options, hidePIPELINING })).url).send(mail)
    const outcomes = await Promise.all([true, false].map(answer))
    expect(outcomes).toEqual([expected, expected])
    expect(inspect(outcomes, { depth: 9, showHidden: true })).not.toMatch(/kari|known here/)
  })

  it('a refusal at DATA itself is about the message', async () => {
    const url = await script((line) => (/^DATA/.test(line) ? '550 no' : /^EHLO/.test(line) ? '250 hei' : '250 ok'))
    expect(await mailer(url).send(mail)).toEqual(lost('permanent', 550, 'refused-message'))
  })

  it('a refused mail does not stand in the way of the next one', async () => {
    const { url, received } = await serve({
      onRcptTo: ({ address }, _, done) => done(address.startsWith('kari') ? saying(550) : null),
    })
    const { send } = mailer(url)
    expect(await send(mail)).toMatchObject({ reason: 'refused-recipient' })
    expect(await send({ ...mail, to: 'ola@example.no' })).toMatchObject({ sent: true })
    expect(received.map(({ to }) => to)).toEqual([['ola@example.no']])
  })
})

describe('a connection that fails before the message was handed over loses it for now', () => {
  const transient = (reason: string): MailOutcome =>
    ({ sent: false, lost: 'transient', code: null, reason }) as MailOutcome

  it('refused', async () => {
    const { url } = await serve()
    await closing.pop()?.()
    expect(await mailer(url).send(mail)).toEqual(transient('connection'))
  })

  it('a host that cannot be found', async () => {
    // too long a label to be asked for in DNS
    expect(await mailer(`smtp://${'m'.repeat(64)}.example.no`).send(mail)).toEqual(transient('connection'))
  })

  it('no greeting', async () => {
    const url = await script(() => null, null)
    expect(await mailer(url, { greetingMs: 30 }).send(mail)).toEqual(transient('timeout'))
  })

  it('no answer to a command', async () => {
    const url = await script((line) => (/^EHLO/.test(line) ? '250 hei' : null))
    expect(await mailer(url, { socketMs: 30 }).send(mail)).toEqual(transient('timeout'))
  })

  it('answers that drip, past the deadline', async () => {
    const url = await script((_, socket) => {
      const drip = setInterval(() => socket.write('250-x\r\n'), 10)
      socket.on('close', () => clearInterval(drip))
      return null
    })
    expect(await mailer(url, { deadlineMs: 80 }).send(mail)).toEqual(transient('timeout'))
  })

  it.each([
    ['at the greeting', /^EHLO/],
    ['at the sender', /^MAIL/],
    ['at the recipient', /^RCPT/],
    ['at DATA', /^DATA/],
  ])('cut off %s, once', async (_, when) => {
    let times = 0
    const url = await script((line, socket) => {
      if (!when.test(line)) return '250 ok'
      times += 1
      socket.destroy()
      return null
    })
    expect(await mailer(url).send(mail)).toEqual(transient('connection'))
    expect(times).toBe(1)
  })

  it('cut off in the middle of the message, whose end the server has not seen', async () => {
    const { url, cut, received } = await serve({ onData: (stream) => void stream.once('data', () => cut()) })
    const outcome = await mailer(url).send({ ...mail, html: 'x'.repeat(30_000_000) })
    expect(outcome).toEqual(transient('connection'))
    expect(received).toEqual([])
  })

  it('a login that is refused, which says nothing about the mail', async () => {
    const { port } = await serve({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(saying(535)),
    })
    const { send } = mailer(`smtp://portvakt:s3cretword@127.0.0.1:${port}`)
    expect(await send(mail)).toEqual({ sent: false, lost: 'transient', code: 535, reason: 'auth' })
  })

  it.each([
    ['a certificate that nobody vouches for', { secure: true, ...certificate() }, 'smtps', ''],
    ['the same after STARTTLS', { disabledCommands: ['AUTH'], ...certificate() }, 'smtp', ''],
    ['no TLS where it is demanded', {}, 'smtp', '?requireTLS=true'],
    ['no TLS where the URL says so', {}, 'smtps', ''],
  ] as [string, SMTPServerOptions, string, string][])('%s', async (_, options, protocol, query) => {
    const { port, received } = await serve(options)
    const outcome = await mailer(`${protocol}://127.0.0.1:${port}${query}`).send(mail)
    expect(outcome).toMatchObject({ sent: false, lost: 'transient', reason: 'tls' })
    expect(received).toEqual([])
  })

  it('a certificate is looked at unless the URL says not to', async () => {
    const { port, received } = await serve({ secure: true, ...certificate() })
    const outcome = await mailer(`smtps://127.0.0.1:${port}?tls.rejectUnauthorized=false`).send(mail)
    expect(outcome).toMatchObject({ sent: true })
    expect(received).toHaveLength(1)
  })
})

describe('a message that was handed over and not answered is unknown, and never sent again', () => {
  it.each([
    ['cut off', 'dropped-after-data'],
    ['silent', 'timeout'],
    ['nonsense', 'dropped-after-data'],
  ])('%s', async (how, reason) => {
    let times = 0
    const url = await script((line, socket) => {
      if (/^DATA/.test(line)) return '354 go on'
      if (line !== '.') return /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : null
      times += 1
      if (how === 'cut off') socket.destroy()
      return how === 'nonsense' ? '354 go on' : null
    })
    const outcome = await mailer(url, { socketMs: 60 }).send(mail)
    expect(outcome).toEqual({ sent: false, lost: 'unknown', code: null, reason })
    expect(times).toBe(1)
  })

  it('by a real server, also on a connection that sent mails before', async () => {
    let nth = 0
    const served = await serve({
      onData: (stream, _, done) =>
        void stream
          .on('end', () => {
            nth += 1
            if (nth === 3) served.cut()
            else done()
          })
          .resume(),
    })
    const { send } = mailer(served.url)
    const outcomes = [await send(mail), await send(mail), await send(mail), await send(mail)]
    expect(outcomes.map((one) => (one.sent ? 'sent' : one.lost))).toEqual(['sent', 'sent', 'unknown', 'sent'])
    expect(nth).toBe(4)
  })
})

describe('look and close', () => {
  it('looks at the server without sending, and says in one word what is wrong', async () => {
    const { url, received } = await serve()
    await mailer(url).look()
    expect(received).toEqual([])
    const silent = await script(() => null, null)
    await expect(mailer(silent, { greetingMs: 30 }).look()).rejects.toMatchObject({ code: 'timeout' })
  })

  it('lets a mail under way finish, and takes no more', async () => {
    const under = signal()
    let answer = () => {}
    const { url } = await serve({
      onData: (stream, _, done) =>
        void stream
          .on('end', () => {
            answer = done
            under.give()
          })
          .resume(),
    })
    const { send, close } = mailer(url)
    const sending = send(mail)
    await under.given
    const closed = close()
    expect(await send(mail)).toEqual({ sent: false, lost: 'transient', code: null, reason: 'connection' })
    answer()
    await closed
    expect(await sending).toEqual({ sent: true, response: 250 })
  })

  it('cuts off what does not finish, and does not call it unsent', async () => {
    const under = signal()
    const url = await script((line) => {
      if (line === '.') under.give()
      return /^DATA/.test(line) ? '354 go on' : /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : null
    })
    const { send, close } = mailer(url, { closeMs: 20 })
    const sending = send(mail)
    await under.given
    await close()
    expect(await sending).toEqual({ sent: false, lost: 'unknown', code: null, reason: 'dropped-after-data' })
  })
})
