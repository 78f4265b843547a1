import type { Mailer, MailOutcome } from '../domain/delivery/types.ts'
import { readSender } from './smtp-address.ts'
import { type Envelope, refusalOf, unlessRefused } from './smtp-copy.ts'
import { compose } from './smtp-mail.ts'
import { lostBy } from './smtp-outcome.ts'
import { inFewPieces } from './smtp-pieces.ts'
import { readSmtpUrl, type SmtpServer } from './smtp-url.ts'

export type SmtpTimeouts = {
  /** DNS and connection */
  connectMs?: number
  /** the server's first line, and TLS */
  greetingMs?: number
  /** silence between two answers */
  socketMs?: number
  /** one attempt from first to last, the wait for a free connection included */
  deadlineMs?: number
  /** how long `close` waits for mails under way */
  closeMs?: number
}

const MAX_CONNECTIONS = 5
const MAX_MESSAGES = 100

/**
 * Mail through an SMTP server, over at most five connections that are kept (nodemailer, loaded with the first mail).
 * Every `send` is one attempt: who asked decides about another.
 *
 * @param options.url `SMTP_URL`, see `readSmtpUrl`
 * @param options.from `MAIL_FROM`, see `readSender`
 * @param options.now epoch ms, for the `Date` header
 * @throws at once when `url` or `from` is not usable
 */
export const createSmtp = (options: { url: string; from: string; now(): number; timeouts?: SmtpTimeouts }): Mailer => {
  const from = readSender(options.from)
  const server = readSmtpUrl(options.url)
  const { deadlineMs = 120_000, closeMs = 10_000, ...timeouts } = options.timeouts ?? {}
  const underWay = new Set<Promise<MailOutcome>>()
  let closed = false
  let opened: ReturnType<typeof open> | undefined
  const transport = () => {
    opened ??= open(server, timeouts)
    return opened
  }

  const attempt = async (mail: Parameters<Mailer['send']>[0]): Promise<MailOutcome> => {
    const composed = compose(mail, from, options.now())
    if (typeof composed === 'string') return { sent: false, lost: 'permanent', code: null, reason: composed }
    const { transporter, attempts } = await transport()
    const deadline = new AbortController()
    const { signal } = deadline
    const timer = setTimeout(() => deadline.abort(new DOMException('the deadline came', 'TimeoutError')), deadlineMs)
    try {
      const { response } = await transporter.sendMail({ ...composed, signal })
      return { sent: true, response: Number(/^\d{3}/.exec(response ?? '')?.[0] ?? Number.NaN) || null }
    } catch (error) {
      const made = attempts.get(signal)
      // the stream ends when its last byte has gone to the connection, and the final dot goes after it
      return lostBy((made && refusalOf(made.envelope)) ?? error, made?.stream.readableEnded === true)
    } finally {
      // a signal of its own would keep its timer, and all that hangs on it, long after the mail has left
      clearTimeout(timer)
    }
  }

  return {
    async send(mail) {
      if (closed) return { sent: false, lost: 'transient', code: null, reason: 'connection' }
      const sending = attempt(mail)
      underWay.add(sending)
      return sending.finally(() => underWay.delete(sending))
    },

    async look() {
      const { transporter } = await transport()
      const failed = await transporter.verify().then(
        () => null,
        (error: unknown) => lostBy(error, false),
      )
      if (failed) throw Object.assign(new Error('the mail server cannot be used'), { code: failed.reason })
    },

    async close() {
      closed = true
      if (opened === undefined) return
      const { transporter } = await opened
      const timer = setTimeout(() => transporter.close({ force: true }), closeMs)
      await Promise.allSettled(underWay)
      clearTimeout(timer)
      transporter.close()
    },
  }
}

/**
 * @returns the pool, and for each attempt, known by its signal, its envelope, which tells who was refused, and the stream
 *   that its message is read from. nodemailer reports a connection lost before the message and one lost after it alike;
 *   the stream tells them apart.
 */
const open = async (server: SmtpServer, timeouts: SmtpTimeouts) => {
  const { createTransport } = await import('nodemailer')
  const attempts = new WeakMap<AbortSignal, { envelope: Envelope; stream: { readableEnded: boolean } }>()
  const transporter = createTransport({
    ...server,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    maxMessages: MAX_MESSAGES,
    // the pool would take up a mail again by itself when its connection closes
    maxRequeues: 0,
    // well before a server or a firewall would drop it unheard
    idleTimeout: 20_000,
    dnsTimeout: timeouts.connectMs ?? 10_000,
    connectionTimeout: timeouts.connectMs ?? 10_000,
    greetingTimeout: timeouts.greetingMs ?? 10_000,
    socketTimeout: timeouts.socketMs ?? 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transporter.use('stream', ({ data, message }, done) => {
    const envelope = message.getEnvelope()
    // each call would make another one, and the answers are written into one
    message.getEnvelope = () => envelope
    message.processFunc((whole) => {
      const pieces = inFewPieces(whole)
      const stream = envelope.to.length > 1 ? unlessRefused(pieces, envelope) : pieces
      if (data.signal) attempts.set(data.signal, { envelope, stream })
      return stream
    })
    done()
  })
  // a connection that breaks with no mail on it is nobody's failure; without a listener it would end the process
  transporter.on('error', () => {})
  return { transporter, attempts }
}
