import type { BounceReason } from '../contact/types.ts'

/** A mail as it leaves: to one address (and a copy to another), in text and HTML that say the same. */
export type Mail = {
  /** one bare address */
  to: string
  subject: string
  text: string
  html: string
  language: 'nb' | 'en'
  /** nobody pressed a button for it: `Auto-Submitted: auto-generated` (RFC 3834) */
  automatic: boolean
  /** the row's id at the domain of the sender, with or without angle brackets */
  messageId: string
  /** made from the row's id, so that a bounce tells which row it is about */
  envelopeFrom: string
  /** one bare address */
  replyTo?: string
  /** one bare address that gets a copy, openly; whether it is taken there decides nothing */
  cc?: string
  /** Message-ID of the mail that it follows: In-Reply-To and References (RFC 5322 3.6.4) */
  inReplyTo?: string
  /** an http(s) address by which one click ends such mails: List-Unsubscribe, List-Unsubscribe-Post (RFC 8058) */
  unsubscribe?: string
  /** further headers; those that the mail itself decides are refused */
  headers?: Record<string, string>
}

/** What went wrong with a mail, in closed words: no address and no answer of the server's, which repeats addresses. */
export const mailFailures = [
  'refused-recipient',
  'refused-sender',
  'refused-message',
  'connection',
  'timeout',
  'auth',
  'tls',
  'dropped-after-data',
] as const
export type MailFailure = (typeof mailFailures)[number]

/**
 * What became of a mail. `response` and `code` are the server's number (RFC 5321 4.2). Lost for good (`permanent`), for
 * now (`transient`), or nobody knows: the whole message was handed over and no answer came, so that it may have been
 * sent, and nothing repeats it by itself (`unknown`).
 */
export type MailOutcome =
  | { sent: true; response: number | null }
  | { sent: false; lost: 'permanent' | 'transient' | 'unknown'; code: number | null; reason: MailFailure }

/** Why a mail that was handed over came back later, by a delivery status report. */
export type CameBack = `came-back-${BounceReason}`

export type Mailer = {
  /** Makes one attempt. Never throws for what the mail holds, the network, or the server does. */
  send(mail: Mail): Promise<MailOutcome>
  /** Connects and logs in, sends nothing; throws an `Error` whose `code` is a `MailFailure`. */
  look(): Promise<void>
  /** Takes no more mails, waits a little for those under way, and cuts off what then is not done. */
  close(): Promise<void>
}
