import { createTransport } from 'nodemailer'
import type { MailAddress } from '../mailbox/mail.ts'

export type OutgoingMail = {
  from: MailAddress
  to: readonly MailAddress[]
  cc: readonly MailAddress[]
  subject: string
  text: string
  html?: string
  messageId: string
  /** message ids, oldest first; the last one is answered */
  references: readonly string[]
  /** epoch ms */
  at: number
}

const PATIENCE_MS = 15_000

/**
 * Hands a mail over by SMTP, as brreg's own server would.
 * @throws Error when it is not taken, with what the server said
 */
export const sendMail = async (url: string, mail: OutgoingMail): Promise<void> => {
  const { at, references, html, ...rest } = mail
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  const last = references.at(-1)
  try {
    await transport.sendMail({
      ...rest,
      to: [...rest.to],
      cc: [...rest.cc],
      ...(html === undefined ? {} : { html }),
      ...(last === undefined ? {} : { inReplyTo: last, references: [...references] }),
      date: new Date(at),
    })
  } catch (error) {
    throw new Error(`brreg’s mail was not taken (${(error as Error).message}): press again to send it`, {
      cause: error,
    })
  } finally {
    transport.close()
  }
}
