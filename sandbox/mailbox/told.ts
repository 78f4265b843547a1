import type { SystemMode } from '../protocol.ts'

export type MailAddress = { name: string; address: string }

/** A mail as a list shows it. */
export type MailHead = {
  id: string
  at: number
  from: MailAddress | null
  /** the addresses it was handed over for, blind copies included */
  recipients: string[]
  subject: string
  /** how its text begins */
  preview: string
  /** handed over for this person's address */
  mine: boolean
  /** mine, and not opened yet */
  unread: boolean
}

/** The mailbox: what came for the person, and for everybody else; newest first, only the newest of each. */
export type DeskMail = {
  mails: MailHead[]
  /** of the person's own */
  unread: number
  /** addresses that mail does not get through to, and what goes wrong there */
  troubles: { to: string; mode: SystemMode }[]
}

/** A whole mail: `GET /api/mails/<id>`; its HTML part is a page of its own, `GET /api/mails/<id>/html`. */
export type Letter = {
  id: string
  at: number
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  replyTo: MailAddress[]
  envelope: { from: string; to: string[] }
  subject: string
  text: string
  hasHtml: boolean
  /** what is wrong with it as a mail, for developers */
  problems: string[]
  /** as it came over the wire */
  source: string
}
