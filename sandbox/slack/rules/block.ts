import { limits } from './limits.ts'
import { type Fields, fault, isObject, type Rule, type Sheet, type Surface } from './rule.ts'
import { type AcrossRule, typed } from './shapes.ts'
import { string } from './values.ts'

/** One kind of block: what it must look like and on which surfaces Slack takes it. */
export type BlockKind = { surfaces: readonly Surface[]; rule: Rule }

/** Unique in the whole view or message; blocks without one get theirs from Slack. */
const blockId: Rule = (value, at, sheet) => {
  string(limits.id.block)(value, at, sheet)
  if (typeof value !== 'string') return
  if (sheet.blockIds.has(value)) fault(sheet, at, `\`block_id\` "${value}" already exists`)
  sheet.blockIds.add(value)
}

/** A block with its `type`, an optional `block_id`, and these fields; its elements' action ids are counted afresh. */
export const block = (
  type: string,
  needed: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>> = {},
  ...across: readonly AcrossRule[]
): Rule => {
  const rule = typed(type, needed, { block_id: blockId, ...optional }, ...across)
  return (value, at, sheet) => {
    sheet.actionIds.clear()
    rule(value, at, sheet)
  }
}

const refuse = (element: unknown, at: string, sheet: Sheet): void => {
  if (isObject(element) && element.response_url_enabled !== undefined)
    fault(sheet, `${at}/response_url_enabled`, 'only allowed in an input block of a modal')
}

/** `response_url_enabled` of selects works in an input block of a modal alone. */
export const noResponseUrl =
  (name: 'accessory' | 'element' | 'elements'): AcrossRule =>
  (fields: Fields, at, sheet) => {
    const held = fields[name]
    if (Array.isArray(held)) for (const [i, one] of held.entries()) refuse(one, `${at}/${name}/${i}`, sheet)
    else if (name !== 'element' || sheet.surface !== 'modal') refuse(held, `${at}/${name}`, sheet)
  }
