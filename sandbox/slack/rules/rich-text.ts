import { limits } from './limits.ts'
import type { Rule } from './rule.ts'
import { chosenByType, list, shape, typed } from './shapes.ts'
import { address, boolean, integer, oneOf, pattern, string, stringOrEmpty } from './values.ts'

const style = shape({}, { bold: boolean, italic: boolean, strike: boolean, underline: boolean, code: boolean })
const leaf = (type: string, needed: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  typed(type, needed, { ...optional, style })

/** One row for each thing that stands in running text. */
const leaves: Readonly<Record<string, Rule>> = {
  text: leaf('text', { text: string() }),
  link: leaf('link', { url: address(limits.url) }, { text: stringOrEmpty(), unsafe: boolean }),
  user: leaf('user', { user_id: string() }),
  usergroup: leaf('usergroup', { usergroup_id: string() }),
  team: leaf('team', { team_id: string() }),
  channel: leaf('channel', { channel_id: string() }),
  emoji: leaf('emoji', { name: string() }, { unicode: string(), url: string() }),
  broadcast: leaf('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
  color: leaf('color', { value: pattern(/^#[0-9a-f]{6}$/i, 'must be a valid hex color') }),
  date: leaf('date', { timestamp: integer(0), format: string() }, { url: address(limits.url), fallback: string() }),
}
const anyLeaf = chosenByType((type) => (Object.hasOwn(leaves, type) ? leaves[type] : undefined))
const textOrLink = chosenByType((type) => (type === 'text' || type === 'link' ? leaves[type] : undefined))

const border = oneOf(0, 1)
/** Empty lists of elements are taken everywhere but in a list. */
const section = typed('rich_text_section', { elements: list(anyLeaf, undefined, 0) })

/** One row for each container of a rich_text block. */
const containers: Readonly<Record<string, Rule>> = {
  rich_text_section: section,
  rich_text_list: typed(
    'rich_text_list',
    { elements: list(section), style: oneOf('bullet', 'ordered') },
    { indent: integer(0, limits.richText.indent), offset: integer(0), border },
  ),
  rich_text_quote: typed('rich_text_quote', { elements: list(anyLeaf, undefined, 0) }, { border }),
  rich_text_preformatted: typed(
    'rich_text_preformatted',
    { elements: list(textOrLink, undefined, 0) },
    { border, language: string() },
  ),
}

/** `elements` of a rich_text block. */
export const richTextElements = list(
  chosenByType((type) => (Object.hasOwn(containers, type) ? containers[type] : undefined)),
  undefined,
  0,
)

/** A rich_text block used as a value (in a cell, a task, an input), where its id takes no part in uniqueness. */
export const richTextValue = typed('rich_text', { elements: richTextElements }, { block_id: string(limits.id.block) })
