import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  SectionBlock,
} from '@slack/types'
import { cut } from '../../src/text/format.ts'
import { limits } from './limits.ts'
import { named, sourceOf, type Words } from './mrkdwn.ts'
import { cutMrkdwn, splitMrkdwn } from './split.ts'

/** Slack refuses empty text objects; a dash says that there is nothing. */
const filled = (text: string): string => (text.trim() === '' ? '–' : text)

/** A plain text object, cut to `max` code points. Nothing in it is ever markup. */
export const plain = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(filled(text), max),
})

/** A mrkdwn object. `verbatim`: names and URLs in foreign text are left alone, only our own markup counts. */
const marked = (source: string, max: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: cutMrkdwn(filled(source), max),
  verbatim: true,
})

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, limits.header) })

export const divider: DividerBlock = { type: 'divider' }

/** One section; longer text than Slack takes is cut. */
export const section = (words: Words, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: marked(sourceOf(words), limits.section),
  ...(accessory && { accessory }),
})

/** As many sections as the words need, at most `most`. */
export const sections = (words: Words, most = 6): SectionBlock[] =>
  splitMrkdwn(sourceOf(words), limits.section)
    .slice(0, most)
    .map((part) => ({ type: 'section', text: marked(part, limits.section) }))

/** Text to be copied exactly as it is: no markup, no escaping, nothing replaced. */
export const exact = (text: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(filled(text), limits.section) }] }],
})

/** Pairs side by side, two columns, for short values. */
export const fields = (pairs: readonly { label: string; value: Words }[]): SectionBlock[] => {
  const all = pairs.map(({ label, value }) => marked(sourceOf(named(label, value)), limits.field))
  const count = Math.ceil(all.length / limits.fieldsPerSection)
  return Array.from({ length: count }, (_, index) => ({
    type: 'section',
    fields: all.slice(index * limits.fieldsPerSection, (index + 1) * limits.fieldsPerSection),
  }))
}

/** Small grey lines. */
export const context = (...lines: Words[]): ContextBlock => ({
  type: 'context',
  elements: lines.slice(0, limits.contextElements).map((line) => marked(sourceOf(line), limits.context)),
})

export type Confirm = { title: string; text: string; yes: string; no: string; danger?: boolean }

/** Slack's dialog that asks whether something is meant. */
export const confirmation = (confirm: Confirm): ConfirmationDialog => ({
  title: plain(confirm.title, limits.confirm.title),
  text: plain(confirm.text, limits.confirm.text),
  confirm: plain(confirm.yes, limits.confirm.button),
  deny: plain(confirm.no, limits.confirm.button),
  ...(confirm.danger && { style: 'danger' as const }),
})

export type ButtonWords = {
  id: string
  text: string
  /** JSON made by `buttonValue` */
  value?: string
  style?: 'primary' | 'danger'
  confirm?: Confirm
  url?: string
}

export const button = ({ id, text, value, style, confirm, url }: ButtonWords): Button => ({
  type: 'button',
  action_id: id,
  text: plain(text, limits.button),
  ...(value !== undefined && { value }),
  ...(style && { style }),
  ...(confirm && { confirm: confirmation(confirm) }),
  ...(url !== undefined && { url }),
})

/** A row of buttons; no row at all when there are none. */
export const actions = (...elements: (ActionsBlock['elements'][number] | null)[]): ActionsBlock[] => {
  const there = elements.filter((element) => element !== null)
  return there.length === 0 ? [] : [{ type: 'actions', elements: there }]
}
