import { oneLine } from './one-line.ts'

export type MailLink = { label: string; url: string }

/** One piece of what a mail says; every string is plain text of one line. A bare string is a paragraph. */
export type MailPart =
  | string
  | { heading: string }
  | { list: readonly string[] }
  /** a paragraph whose lines end where they were ended */
  | { lines: readonly string[] }
  | { facts: readonly { label: string; value: string }[] }
  /** what is done by it, and what to type in Slack */
  | { what: string; command: string }
  | { link: MailLink }

/** As one line, its no-break spaces kept: they stand within numbers. */
export const flatLine = (text: string): string => text.split('\u00a0').map(oneLine).join('\u00a0')

const flatLink = ({ label, url }: MailLink): MailLink => ({ label: flatLine(label), url: oneLine(url) })

/** The same with nothing in it that could begin a line. */
export const flatPart = (part: MailPart): MailPart => {
  if (typeof part === 'string') return flatLine(part)
  if ('heading' in part) return { heading: flatLine(part.heading) }
  if ('list' in part) return { list: part.list.map(flatLine) }
  if ('lines' in part) return { lines: part.lines.map(flatLine) }
  if ('facts' in part)
    return { facts: part.facts.map(({ label, value }) => ({ label: flatLine(label), value: flatLine(value) })) }
  if ('command' in part) return { what: flatLine(part.what), command: oneLine(part.command) }
  return { link: flatLink(part.link) }
}
