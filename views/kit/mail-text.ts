import type { MailLink, MailPart } from './mail-parts.ts'

/** RFC 5322 2.1.1 asks for 78 at most; two are left for `> ` when somebody answers. */
const columns = 76

/** Wraps at spaces alone (none that must not break), since half an address or link leads nowhere. */
export const wrapped = (text: string, lead = ''): string => {
  const indent = ' '.repeat(lead.length)
  const lines: string[] = []
  let line = lead
  let bare = true
  for (const word of text.split(' ')) {
    if (!bare && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = `${indent}${word}`
    } else {
      line += bare ? word : ` ${word}`
    }
    bare = false
  }
  return [...lines, line].join('\n')
}

// an address is on its own line, so that a terminal makes one link of it
const linkText = ({ label, url }: MailLink): string => `${wrapped(`${label}:`)}\n${url}`

const partText = (part: MailPart): string => {
  if (typeof part === 'string') return wrapped(part)
  if ('heading' in part) return `${wrapped(part.heading)}\n${'-'.repeat(Math.min(columns, part.heading.length))}`
  if ('list' in part) return part.list.map((item) => wrapped(item, '- ')).join('\n')
  if ('lines' in part) return part.lines.map((line) => wrapped(line)).join('\n')
  if ('facts' in part) return part.facts.map(({ label, value }) => wrapped(`${label}: ${value}`)).join('\n')
  if ('command' in part) return `${wrapped(part.what)}\n    ${part.command}`
  return linkText(part.link)
}

/** The text of a mail, for whom a terminal is enough: a blank line between its parts, its footer as a signature. */
export const mailText = (words: {
  heading: string
  paragraphs: readonly MailPart[]
  button: MailLink | null
  closing: readonly MailPart[]
  footer: string
}): string =>
  [
    wrapped(words.heading),
    ...words.paragraphs.map(partText),
    ...(words.button === null ? [] : [linkText(words.button)]),
    ...words.closing.map(partText),
    // the space belongs to it: mail programs know a signature by it (RFC 3676 4.3)
    `-- \n${wrapped(words.footer)}`,
  ].join('\n\n')
