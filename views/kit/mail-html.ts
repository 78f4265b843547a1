import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import type { MailLink, MailPart } from './mail-parts.ts'

// colours are the reader's own, light or dark, but for the button's pair (contrast 8.6 to 1)
const styles = {
  body: 'margin:0;padding:24px 16px;color-scheme:light dark;font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere',
  main: 'max-width:560px;margin:0 auto',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600',
  part: 'margin:32px 0 8px;font-size:17px;line-height:1.3;font-weight:600',
  paragraph: 'margin:0 0 16px',
  list: 'margin:0 0 16px;padding:0 0 0 20px',
  item: 'margin:0 0 8px',
  facts: 'margin:0 0 16px;border-collapse:collapse;border-top:1px solid #8a8a8a',
  label:
    'padding:6px 16px 6px 0;border-bottom:1px solid #8a8a8a;text-align:left;vertical-align:top;font-weight:600;overflow-wrap:normal',
  value: 'padding:6px 0;border-bottom:1px solid #8a8a8a;vertical-align:top;overflow-wrap:anywhere',
  command: 'font-family:ui-monospace,Menlo,Consolas,monospace;font-size:15px;font-weight:600',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background-color:#0f4c81;color:#ffffff;font-weight:600;text-decoration:none',
  link: 'color:inherit',
  footer: 'margin:32px 0 0;padding-top:16px;border-top:1px solid #8a8a8a;font-size:14px',
}

const paragraph = (text: string) => html`<p style="${styles.paragraph}">${text}</p>`

const partHtml = (part: MailPart) => {
  if (typeof part === 'string') return paragraph(part)
  if ('heading' in part) return html`<h2 style="${styles.part}">${part.heading}</h2>`
  if ('list' in part)
    return html`<ul style="${styles.list}">${part.list.map((item) => html`<li style="${styles.item}">${item}</li>`)}</ul>`
  if ('lines' in part)
    return html`<p style="${styles.paragraph}">${part.lines.map((line, i) => (i === 0 ? line : html`<br>${line}`))}</p>`
  if ('facts' in part)
    return html`<table style="${styles.facts}">${part.facts.map(
      ({ label, value }) =>
        html`<tr><th scope="row" style="${styles.label}">${label}</th><td style="${styles.value}">${value}</td></tr>`,
    )}</table>`
  if ('command' in part)
    return html`<p style="${styles.paragraph}">${part.what}<br><code style="${styles.command}">${part.command}</code></p>`
  return html`<p style="${styles.paragraph}"><a href="${part.link.url}" style="${styles.link}">${part.link.label}</a></p>`
}

const buttonHtml = (
  t: Text,
  { label, url }: MailLink,
) => html`<p style="${styles.paragraph}"><a href="${url}" style="${styles.button}">${label}</a></p>
<p style="${styles.paragraph}">${t.mail.elsewhere}<br><a href="${url}" style="${styles.link}">${url}</a></p>`

/** The HTML of a mail: inline styles alone, and nothing that is fetched from anywhere. */
export const mailHtml = (
  t: Text,
  words: {
    subject: string
    /** null: the mail is a letter, which begins with its first paragraph */
    heading: string | null
    paragraphs: readonly MailPart[]
    button: MailLink | null
    closing: readonly MailPart[]
    footer: string | null
  },
): string =>
  html`<!doctype html>
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
${words.heading === null ? '' : html`<h1 style="${styles.heading}">${words.heading}</h1>`}
${words.paragraphs.map(partHtml)}
${words.button === null ? '' : buttonHtml(t, words.button)}
${words.closing.map(partHtml)}
${words.footer === null ? '' : html`<p style="${styles.footer}">${words.footer}</p>`}
</div>
</body>
</html>
`.toString()
