/** Parts of a delivery status report; what is left out is that of a plain one. */
export type ReportParts = {
  as?: string
  to?: string
  header?: string[]
  /** fields of the whole message */
  message?: string[]
  recipients?: string[][]
  statusAs?: string
  /** the mail that came back, header first */
  returned?: string[]
  returnedAs?: string
}

const failed = ['Final-Recipient: rfc822; kari@etat.example', 'Action: failed', 'Status: 5.1.1']

/** A report as a mail server writes it (RFC 3464). */
export const report = (parts: ReportParts = {}): Buffer => {
  const { to = 'retur@portvakt.example', header = [], message = [], recipients = [failed] } = parts
  const { as = 'multipart/report', statusAs = 'message/delivery-status', returnedAs = 'message/rfc822' } = parts
  const lines = [
    ...header,
    'From: MAILER-DAEMON@mx.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: ${as};`,
    ' report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I could not deliver your mail.',
    '--b',
    `Content-Type: ${statusAs}`,
    '',
    'Reporting-MTA: dns; mx.example',
    ...message,
    ...recipients.flatMap((fields) => ['', ...fields]),
    '',
    ...(parts.returned === undefined ? [] : ['--b', `Content-Type: ${returnedAs}`, '', ...parts.returned, '']),
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
