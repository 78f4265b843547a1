import { code, cut, escapeMrkdwn } from '../../src/text/format.ts'

/** Text that already is Slack's mrkdwn, with everything foreign in it escaped. Made here only. */
export type Mrkdwn = { readonly mrkdwn: string }

/** What makers take: a plain string, which they escape, or mrkdwn made below. */
export type Words = string | Mrkdwn

/** The mrkdwn source of any words. */
export const sourceOf = (words: Words): string => (typeof words === 'string' ? escapeMrkdwn(words) : words.mrkdwn)

/** A template of mrkdwn: the literal parts are markup, every plain string in a hole is escaped. */
export const mrkdwn = (parts: TemplateStringsArray, ...holes: Words[]): Mrkdwn => ({
  mrkdwn: parts.map((part, index) => part + (index < holes.length ? sourceOf(holes[index] ?? '') : '')).join(''),
})

export const bold = (text: string): Mrkdwn => mrkdwn`*${text.replace(/\s+/g, ' ').trim()}*`

/** Inline code; above `max` characters it is cut, so that a line of it never has to be split. */
export const inCode = (text: string, max = 1000): Mrkdwn => ({ mrkdwn: code(cut(text, max)) })

/** One thing below the other. */
export const stacked = (lines: readonly Words[]): Mrkdwn => ({ mrkdwn: lines.map(sourceOf).join('\n') })

/** `*Label:* value` */
export const named = (label: string, value: Words): Mrkdwn => mrkdwn`*${label}:* ${value}`

/** A link; label and address can hold nothing that ends it early. */
export const link = (url: string, label: string): Mrkdwn => ({
  mrkdwn: `<${encodeURI(url).replaceAll('|', '%7C')}|${escapeMrkdwn(label.replaceAll('|', '¦'))}>`,
})

export const mailLink = (address: string): Mrkdwn => link(`mailto:${address}`, address)

/** A person, by Slack's id, which Slack shows as their name and does not notify in private messages. */
export const person = (userId: string): Mrkdwn => ({ mrkdwn: `<@${userId.replace(/[^A-Z0-9]/g, '')}>` })
