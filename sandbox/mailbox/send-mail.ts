import { createTransport } from 'nodemailer'
import type { MailAddress } from './mail.ts'

export type OutgoingMail = {
  from: MailAddress
  to: readonly MailAddress[]
  cc: readonly MailAddress[]
  subject: string
  text: string
  html?: string
  /** one is made when it is left out */
  messageId?: string
  /** message ids, oldest first; the last one is answered */
  references: readonly string[]
  /** epoch ms, now when it is left out */
  at?: number
}

const PATIENCE_MS = 15_000

/**
 * Hands a mail over by SMTP, as its author's own server would.
 * @throws Error when it is not taken, with what the server said
 */
export const sendMail = async (url: string, mail: OutgoingMail): Promise<void> => {
  const { at, references, ...rest } = mail
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
      ...(last === undefined ? {} : { inReplyTo: last, references: [...references] }),
      ...(at === undefined ? {} : { date: new Date(at) }),
    })
  } catch (error) {
    throw new Error(`The mail was not taken (${(error as Error).message}): send it again`, {
      cause: error,
    })
  } finally {
    transport.close()
  }
}
