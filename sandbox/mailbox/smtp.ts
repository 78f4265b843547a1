import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerError, type SMTPServerSession } from 'smtp-server'
import { linesOf, refusalOf } from './lines.ts'
import type { Mail } from './mail.ts'
import type { MailFault, MailFaults, MailStage } from './mail-faults.ts'
import { readMail, type Taken } from './read-mail.ts'

export type Smtp = { port: number; close(): Promise<void> }

type Options = {
  port: number
  /** of one mail; beyond it 552 (RFC 1870) */
  mostBytes: number
  faults: MailFaults
  /** id and time of a mail that begins to be one */
  begin(): Pick<Mail, 'id' | 'at'>
  taken(mail: Mail): void
  /** a mail that was taken, and the recipients that it does not reach */
  returned(mail: Mail, why: Extract<MailFault, { kind: 'return' }>): void
  /** something was answered: a mail, or the refusal of one or of its recipient */
  answered(): void
}

/** RFC 5321 4.5.3.2.7: a server waits at least five minutes for the next command. */
const IDLE_MS = 5 * 60_000

const WORDS: Record<number, string> = {
  421: 'Service not available, try again later',
  450: 'Mailbox busy, try again later',
  451: 'Local error in processing, try again later',
  452: 'Insufficient system storage, try again later',
  550: 'No such user here',
  552: 'Mailbox full',
  554: 'Message refused',
}

const refuse = (code: number, text = WORDS[code] ?? 'Refused'): SMTPServerError =>
  Object.assign(new Error(text), { responseCode: code })

/**
 * Takes mail on 127.0.0.1, for everybody and from anybody, without login or encryption.
 * @throws the listen error, such as `EADDRINUSE`
 */
export const listenSmtp = async ({
  port,
  mostBytes,
  faults,
  begin,
  taken,
  returned,
  answered,
}: Options): Promise<Smtp> => {
  const sockets = new Map<number, Socket>()
  const stopped = new AbortController()

  const struck = (stage: MailStage, recipients: readonly string[] = []) => {
    const strike = faults.strike(stage, recipients)
    if (strike?.fault.kind === 'refuse') answered()
    return strike
  }

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<MailFault | undefined> => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
    const envelope = envelopeOf(session)
    const { fault, recipients: unreached = [] } = struck('data', envelope.to) ?? {}
    if (fault?.kind === 'slow') await pause(fault.ms, undefined, { signal: stopped.signal, ref: false })
    // answered with 552 whatever is said here
    if (stream.sizeExceeded) return fault
    if (fault?.kind === 'refuse' || fault?.kind === 'silence') return fault
    const raw = Buffer.concat(chunks)
    const lines = linesOf(raw)
    const refusal = refusalOf(raw, lines)
    if (refusal !== null) throw refuse(554, refusal)
    const mail = await readMail(raw, lines, { ...begin(), envelope, announced: announcedIn(session) })
    if (fault?.kind !== 'return') {
      taken(mail)
      return fault
    }
    // the others of the same mail get theirs
    const reached = envelope.to.filter((one) => !unreached.includes(one))
    if (reached.length > 0) taken({ ...mail, envelope: { ...envelope, to: reached } })
    returned({ ...mail, envelope: { ...envelope, to: unreached } }, fault)
    return fault
  }

  const server = new SMTPServer({
    name: 'mailbox.example',
    size: mostBytes,
    rejectOversized: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    socketTimeout: IDLE_MS,
    onConnect(_session, callback) {
      const { fault } = struck('connect') ?? {}
      if (fault?.kind === 'silence') return
      callback(fault?.kind === 'refuse' ? refuse(fault.code, fault.text) : null)
    },
    onRcptTo({ address }, _session, callback) {
      const { fault } = struck('rcpt', [address]) ?? {}
      callback(fault?.kind === 'refuse' ? refuse(fault.code, fault.text) : null)
    },
    onData(stream, session, callback) {
      const answer = (error: Error | null) => {
        answered()
        callback(error)
      }
      take(stream, session).then((fault) => {
        if (fault?.kind === 'drop') sockets.get(session.remotePort)?.destroy()
        else if (fault?.kind === 'refuse') callback(refuse(fault.code, fault.text))
        else if (fault?.kind !== 'silence') answer(null)
      }, answer)
    },
  })
  // A sender that goes away in the middle is its own affair.
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        stopped.abort()
        server.close(resolve)
        for (const socket of sockets.values()) socket.destroy()
      }),
  }
}

const envelopeOf = ({ envelope }: SMTPServerSession): Taken['envelope'] => ({
  from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
  to: envelope.rcptTo.map(({ address }) => address),
})

const announcedIn = ({ envelope }: SMTPServerSession): Taken['announced'] => ({
  eightBit: envelope.bodyType === '8bitmime',
  utf8: envelope.smtpUtf8 === true,
})
