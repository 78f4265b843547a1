import type { MailContent } from '../../src/domain/delivery/message.ts'
import type { Text } from '../../src/text/index.ts'
import { mailHtml } from './mail-html.ts'
import { flatLine, flatPart, type MailLink, type MailPart } from './mail-parts.ts'
import { mailText } from './mail-text.ts'
import { oneLine } from './one-line.ts'

/** A mail as one description; every string is plain text of one line. */
export type MailWords = {
  subject: string
  heading: string
  paragraphs: readonly MailPart[]
  /** shown as a button, and as text for whom buttons don't work; null: there is nothing to open */
  button: MailLink | null
  closing: readonly MailPart[]
  footer: string
}

/**
 * Text and HTML that say the same: the text in lines for a terminal, the HTML readable at 320 px and in dark mode. No
 * name can break a line or begin a tag.
 */
export const renderMail = (t: Text, words: MailWords): Pick<MailContent, 'subject' | 'text' | 'html'> => {
  const flat: MailWords = {
    subject: oneLine(words.subject),
    heading: flatLine(words.heading),
    paragraphs: words.paragraphs.map(flatPart),
    button: words.button,
    closing: words.closing.map(flatPart),
    footer: flatLine(words.footer),
  }
  return { subject: flat.subject, text: `${mailText(flat)}\n`, html: mailHtml(t, flat) }
}
