import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { createChanges } from '../slack/changes.ts'
import { deliveryReport } from './delivery-report.ts'
import { linesOf } from './lines.ts'
import type { Mail } from './mail.ts'
import { createMailFaults, type MailFault, type MailFaults } from './mail-faults.ts'
import { readMail } from './read-mail.ts'
import { listenSmtp } from './smtp.ts'

export type Mailbox = {
  /** for `SMTP_URL` */
  url: string
  port: number
  /** oldest first; only the newest `keep` */
  mails(): readonly Mail[]
  find(id: string): Mail | undefined
  /**
   * The first mail that fits, one that has come already or the next that does.
   * @throws Error when `timeoutMs` (5000) have passed, with the subjects of what came instead
   */
  until(fits: (mail: Mail) => boolean, timeoutMs?: number): Promise<Mail>
  /** Calls the listener with each mail from now on; the answer stops it. */
  onMail(listener: (mail: Mail) => void): () => void
  /**
   * Tells who the envelope says it is from that a mail reaches nobody, at once: a delivery status report, as the fault
   * `return` sends it. For a mail that was taken long ago.
   * @returns the report; undefined for a mail from nobody, of whom nobody is told
   */
  sendBack(mail: Returnable, why: { status: string; code: number }): Promise<Mail | undefined>
  clear(): void
  faults: MailFaults
  /** mails, recipients and connections answered since start */
  count(): number
  close(): Promise<void>
}

/** What a report has to say of the mail that came back. */
export type Returnable = Pick<Mail, 'envelope' | 'raw'>

const MEBIBYTE = 1024 * 1024

/**
 * A mail server on 127.0.0.1 that takes what it is sent and keeps it in memory. It answers with enhanced status codes,
 * offers PIPELINING, 8BITMIME, SMTPUTF8 and SIZE, and refuses what a careful server refuses (lines.ts).
 *
 * @param options.keep how many mails are remembered
 * @throws the listen error, such as `EADDRINUSE`
 */
export const createMailbox = async (options: {
  clock: Clock
  port?: number
  mostBytes?: number
  keep?: number
}): Promise<Mailbox> => {
  const { clock, keep = 20_000 } = options
  const faults = createMailFaults()
  const changes = createChanges()
  const listeners = new Set<(mail: Mail) => void>()
  let mails: Mail[] = []
  let begun = 0
  let count = 0
  const stopped = new AbortController()

  const begin = () => {
    begun += 1
    return { id: `M${begun}`, at: clock.now() }
  }
  const taken = (mail: Mail) => {
    mails.push(mail)
    if (mails.length >= keep * 2) mails = mails.slice(-keep)
    for (const listener of [...listeners]) listener(mail)
    changes.tell()
  }
  /** Nobody is told of what came from nobody, or reports would answer reports (RFC 5321 6.1). */
  const sendBack: Mailbox['sendBack'] = async (mail, { status, code }) => {
    if (mail.envelope.from === '') return undefined
    const place = begin()
    const raw = deliveryReport({ ...place, mail, status, code })
    const envelope = { from: '', to: [mail.envelope.from] }
    const announced = { eightBit: false, utf8: false }
    const report = await readMail(raw, linesOf(raw), { ...place, envelope, announced })
    taken(report)
    return report
  }
  const sendBackLater = async (mail: Mail, { ms, ...why }: Extract<MailFault, { kind: 'return' }>) => {
    await pause(ms, undefined, { signal: stopped.signal, ref: false })
    await sendBack(mail, why)
  }

  const smtp = await listenSmtp({
    port: options.port ?? 0,
    mostBytes: options.mostBytes ?? 10 * MEBIBYTE,
    faults,
    begin,
    taken,
    // when it ends in the meantime, nothing is sent back
    returned: (mail, why) => void sendBackLater(mail, why).catch(() => {}),
    answered: () => {
      count += 1
    },
  })

  return {
    url: `smtp://127.0.0.1:${smtp.port}`,
    port: smtp.port,
    mails: () => mails.slice(-keep),
    find: (id) => mails.find((mail) => mail.id === id),
    until: (fits, timeoutMs = 5000) =>
      changes
        .until(() => mails.find(fits), timeoutMs)
        .catch((error: unknown) => {
          const came = mails.map(({ subject, envelope }) => `${envelope.to.join(', ')}: ${subject}`)
          throw new Error(`no mail fitted within ${timeoutMs} ms; came: ${came.join(' | ') || 'none'}`, {
            cause: error,
          })
        }),
    onMail(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    sendBack,
    clear() {
      mails = []
      changes.tell()
    },
    faults,
    count: () => count,
    close() {
      stopped.abort()
      return smtp.close()
    },
  }
}
