import type { MailContent } from '../../src/domain/delivery/message.ts'
import type { OrderMail } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { mailHtml } from '../kit/mail-html.ts'
import { flatPart } from '../kit/mail-parts.ts'
import { oneLine } from '../kit/one-line.ts'

/**
 * A mail to brreg: its text to the letter as somebody approved it, and HTML that says the same line by line. It is
 * theirs and no machine's; answers go to them, and so does a copy.
 */
export const orderMail = (
  t: Text,
  { subject, text, replyTo, follows }: Pick<OrderMail, 'subject' | 'text' | 'replyTo' | 'follows'>,
): MailContent => {
  const paragraphs = text.trim().split(/\n{2,}/)
  const line = oneLine(subject)
  return {
    subject: line,
    text,
    html: mailHtml(t, {
      subject: line,
      heading: null,
      paragraphs: paragraphs.map((one) => flatPart({ lines: one.split('\n') })),
      button: null,
      closing: [],
      footer: null,
    }),
    automatic: false,
    replyTo,
    cc: replyTo,
    ...(follows !== null && { inReplyTo: follows }),
  }
}
