import { linesOf } from './lines.ts'
import type { Mail } from './mail.ts'

const WORDS: Record<string, string> = {
  '5.1.1': 'No such user here',
  '5.2.2': 'Mailbox full',
  '5.7.1': 'Message refused by policy',
  '4.2.2': 'Mailbox full',
  '4.4.7': 'Message expired',
}

/**
 * A delivery status report (RFC 3464) as a mail server sends it to the envelope sender of a mail that it took and could
 * not deliver: words for people, fields for programs, and the header of the mail. A status of class 4 says that it is
 * late, not lost.
 */
export const deliveryReport = (about: {
  id: string
  /** epoch ms */
  at: number
  mail: Pick<Mail, 'envelope' | 'raw'>
  /** enhanced code, RFC 3463 */
  status: string
  /** SMTP code */
  code: number
}): Buffer => {
  const { id, at, mail, status, code } = about
  const { from, to } = mail.envelope
  const words = `${code} ${status} ${WORDS[status] ?? 'Not delivered'}`
  const isLate = status.startsWith('4.')
  const boundary = `report-${id}`
  const lines = [
    'Return-Path: <>',
    `Delivered-To: ${from}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    'From: Mail Delivery System <MAILER-DAEMON@mailbox.example>',
    `To: ${from}`,
    `Message-ID: <${id}@mailbox.example>`,
    `Subject: ${isLate ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender'}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    isLate ? 'Your mail has not been delivered yet.' : 'Your mail could not be delivered.',
    '',
    ...to.map((address) => `<${address}>: ${words}`),
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mailbox.example',
    `Arrival-Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    ...to.flatMap((address) => [
      '',
      `Final-Recipient: rfc822; ${address}`,
      `Original-Recipient: rfc822; ${address}`,
      `Action: ${isLate ? 'delayed' : 'failed'}`,
      `Status: ${status}`,
      'Remote-MTA: dns; mx.mailbox.example',
      `Diagnostic-Code: smtp; ${words}`,
    ]),
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    ...linesOf(mail.raw).header,
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'), 'latin1')
}
