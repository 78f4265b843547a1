import { html } from 'hono/html'
import type { MailContent } from '../../src/domain/delivery/message.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from './one-line.ts'

/** A mail as one description; every string is plain text of one line. */
export type MailWords = {
  subject: string
  heading: string
  paragraphs: string[]
  /** shown as a button, and as text for whom buttons don't work */
  button: { label: string; url: string }
  closing: string[]
  footer: string
}

// colours are the reader's own, light or dark, but for the button's pair (contrast 8.6 to 1)
const styles = {
  body: 'margin:0;padding:24px 16px;color-scheme:light dark;font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere',
  main: 'max-width:560px;margin:0 auto',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600',
  paragraph: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background-color:#0f4c81;color:#ffffff;font-weight:600;text-decoration:none',
  link: 'color:inherit',
  footer: 'margin:32px 0 0;padding-top:16px;border-top:1px solid #8a8a8a;font-size:14px',
}

const textOf = (words: MailWords): string =>
  [
    words.heading,
    ...words.paragraphs,
    `${words.button.label}:\n${words.button.url}`,
    ...words.closing,
    // the space belongs to it: mail programs know a signature by it (RFC 3676 4.3)
    `-- \n${words.footer}`,
  ].join('\n\n')

const htmlOf = (t: Text, words: MailWords): string => {
  const paragraph = (text: string) => html`<p style="${styles.paragraph}">${text}</p>`
  const { label, url } = words.button
  return html`<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${words.subject}</title>
</head>
<body style="${styles.body}">
<div role="article" aria-roledescription="email" lang="${t.language}" style="${styles.main}">
<h1 style="${styles.heading}">${words.heading}</h1>
${words.paragraphs.map(paragraph)}
<p style="${styles.paragraph}"><a href="${url}" style="${styles.button}">${label}</a></p>
<p style="${styles.paragraph}">${t.mail.elsewhere}<br><a href="${url}" style="${styles.link}">${url}</a></p>
${words.closing.map(paragraph)}
<p style="${styles.footer}">${words.footer}</p>
</div>
</body>
</html>
`.toString()
}

/**
 * Text and HTML that say the same: inline styles alone, nothing fetched from anywhere, readable at 320 px and in dark
 * mode. No name can break a line or begin a tag.
 */
export const renderMail = (t: Text, words: MailWords): Omit<MailContent, 'automatic'> => {
  const flat: MailWords = {
    ...words,
    subject: oneLine(words.subject),
    heading: oneLine(words.heading),
    paragraphs: words.paragraphs.map(oneLine),
    closing: words.closing.map(oneLine),
    footer: oneLine(words.footer),
  }
  return { subject: flat.subject, text: `${textOf(flat)}\n`, html: htmlOf(t, flat) }
}
