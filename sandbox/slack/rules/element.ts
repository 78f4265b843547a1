import { limits } from './limits.ts'
import { fault, type Rule, type Surface } from './rule.ts'
import { type AcrossRule, typed } from './shapes.ts'
import { string } from './values.ts'

/** What an element can stand in; `accessory` is a section's, `card` a card's `actions`. */
export type Host = 'actions' | 'accessory' | 'input' | 'context' | 'context_actions' | 'card'

/** One kind of element: what it must look like and where it may stand. */
export type ElementKind = { hosts: readonly Host[]; surfaces: readonly Surface[]; rule: Rule }

export const everywhere: readonly Surface[] = ['message', 'modal', 'home']

/** Unique inside the block that holds the element; elements without one get theirs from Slack. */
const actionId: Rule = (value, at, sheet) => {
  string(limits.id.action)(value, at, sheet)
  if (typeof value !== 'string') return
  if (sheet.actionIds.has(value)) fault(sheet, at, `\`action_id\` "${value}" already exists in this block`)
  sheet.actionIds.add(value)
}

/** An element with its `type`, an optional `action_id`, and these fields. */
export const element = (
  type: string,
  needed: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>>,
  ...across: readonly AcrossRule[]
): Rule =>
  'action_id' in needed
    ? typed(type, { ...needed, action_id: actionId }, optional, ...across)
    : typed(type, needed, { action_id: actionId, ...optional }, ...across)
