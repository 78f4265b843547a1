/** Somebody in a header: a name may be empty. */
export type MailAddress = { name: string; address: string }

/** One mail as it was taken. */
export type Mail = {
  id: string
  /** epoch milliseconds by the mailbox's clock */
  at: number
  /** what MAIL FROM and RCPT TO said; an empty `from` is the null sender of bounces */
  envelope: { from: string; to: string[] }
  /** the header's first author, null where there is none */
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  /** where answers are wanted; empty where the header says nothing of it */
  replyTo: MailAddress[]
  subject: string
  text: string
  /** null for a mail in plain text alone */
  html: string | null
  /** every header in its order, unfolded and otherwise as it came */
  headers: (readonly [name: string, value: string])[]
  /** with its angle brackets, empty where there is none */
  messageId: string
  /** message ids that it answers or goes on from, oldest first: References, then In-Reply-To */
  references: string[]
  /** what would make a receiver's server or reader stumble; none for a sound mail */
  problems: string[]
  /** every byte, without the dots that SMTP adds */
  raw: Buffer
}

/** The same mailbox whatever the case of the letters; strictly only the domain is (RFC 5321 2.4), in practice both. */
export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Whether it was handed over for this address, openly or as a blind copy. */
export const isFor = (mail: Pick<Mail, 'envelope'>, address: string): boolean =>
  mail.envelope.to.some((one) => sameAddress(one, address))
