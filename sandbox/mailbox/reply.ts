import type { Mail, MailAddress } from './mail.ts'
import type { OutgoingMail } from './send-mail.ts'

const quoted = ({ from, text }: Mail) => {
  const lines = text.trimEnd().split('\n')
  return `${from?.name || from?.address || 'Noen'} skrev:\n${lines.map((line) => `> ${line}`).join('\n')}`
}

/**
 * What a mail program makes of an answer to a mail: to where answers are wanted, in its thread, and the mail below.
 * @throws Error for a mail from nobody
 */
export const replyTo = (mail: Mail, author: MailAddress, text: string): OutgoingMail => {
  const to = mail.replyTo.length > 0 ? mail.replyTo : mail.from ? [mail.from] : []
  if (to.length === 0) throw new Error('The mail is from nobody: there is no one to answer')
  return {
    from: author,
    to,
    cc: [],
    subject: /^(re|sv):/i.test(mail.subject) ? mail.subject : `SV: ${mail.subject}`,
    text: `${text.trim()}\n\n${quoted(mail)}\n`,
    references: [...mail.references, mail.messageId].filter((id) => id !== ''),
  }
}
