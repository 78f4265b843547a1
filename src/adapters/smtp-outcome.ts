import type { MailFailure, MailOutcome } from '../domain/delivery/types.ts'

type Lost = Extract<MailOutcome, { sent: false }>

/** What nodemailer says of a failure; its message, response and recipient members repeat addresses and stay behind. */
type Reported = { code?: unknown; command?: unknown; responseCode?: unknown; originalCode?: unknown }

/** Which part of the mail a refused command was about. */
const refusals: Record<string, MailFailure> = {
  'MAIL FROM': 'refused-sender',
  'RCPT TO': 'refused-recipient',
  DATA: 'refused-message',
}

const codes: Record<string, MailFailure> = {
  ETIMEDOUT: 'timeout',
  // our own deadline
  EABORT: 'timeout',
  EAUTH: 'auth',
  ENOAUTH: 'auth',
  EOAUTH2: 'auth',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
}

/** Faults found in the mail before or beside the network: a second attempt finds them too. */
const ours: ReadonlySet<unknown> = new Set(['EENVELOPE', 'EMESSAGE', 'EFILEACCESS', 'EURLACCESS', 'ECONFIG'])

/** How Node names a handshake that failed, which nodemailer reports as any fault of a socket. */
const tlsCode = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/

/** 503 speaks of the session and not of the mail: a new connection may do (RFC 5321 4.2.4). */
const isPermanent = (code: number): boolean => code >= 500 && code !== 503

/** `Authentication required` and its kin (RFC 4954 6, RFC 3207 4): said of who we are, whichever command it answers. */
const authCodes = [530, 534, 535, 538]

/**
 * What a failed attempt means (RFC 5321 4.2.1, 4.5.4). An answer about the mail decides: 5xx is permanent, 4xx
 * transient. Without an answer it is unknown from the last byte of the message on, and transient before it: a server
 * takes no message whose end it has not seen (RFC 5321 4.1.1.4). Refusals of the session itself (greeting, TLS, login)
 * say nothing about the mail and are transient whatever their number.
 *
 * @param handedOver whether the whole message went to the connection
 */
export const lostBy = (error: unknown, handedOver: boolean): Lost => {
  const { code, command, responseCode, originalCode } = (error ?? {}) as Reported
  const answer = typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600 ? responseCode : null
  const named = (codes[String(code)] ??
    (tlsCode.test(String(originalCode)) ? 'tls' : 'connection')) satisfies MailFailure
  if (answer !== null) {
    const refused = handedOver ? 'refused-message' : refusals[String(command)]
    // 421 ends the session, whichever command it answers (RFC 5321 4.2.1)
    if (answer === 421) return { sent: false, lost: 'transient', code: answer, reason: 'connection' }
    if (refused === undefined) return { sent: false, lost: 'transient', code: answer, reason: named }
    if (authCodes.includes(answer)) return { sent: false, lost: 'transient', code: answer, reason: 'auth' }
    return { sent: false, lost: isPermanent(answer) ? 'permanent' : 'transient', code: answer, reason: refused }
  }
  if (handedOver)
    return { sent: false, lost: 'unknown', code: null, reason: named === 'timeout' ? named : 'dropped-after-data' }
  if (ours.has(code)) return { sent: false, lost: 'permanent', code: null, reason: 'refused-message' }
  return { sent: false, lost: 'transient', code: null, reason: named }
}
