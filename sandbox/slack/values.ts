import type { Block, StateValue, StateValues } from '../protocol.ts'
import { type Placed, placedElements } from './elements.ts'
import { isObject, type JsonObject, type Value } from './json.ts'

/** Where a stateful element keeps its value, where its first one comes from, and what stands there when empty (slack.md 2.5). */
const shapes: Record<string, { field: string; initial: string; many?: true }> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value' },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time' },
  static_select: { field: 'selected_option', initial: 'initial_option' },
  external_select: { field: 'selected_option', initial: 'initial_option' },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options', many: true },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', many: true },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations', many: true },
  channels_select: { field: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', many: true },
  file_input: { field: 'files', initial: '', many: true },
}

/** A value said simply: a text, an option's value, an id, several of them, a whole option, or null for empty. */
export type SimpleValue = null | string | number | string[] | JsonObject | JsonObject[]
export type SimpleValues = Record<string, SimpleValue>

const offered = (element: JsonObject): JsonObject[] => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : []
  const options = Array.isArray(element.options) ? element.options : []
  return [
    ...options,
    ...groups.flatMap((group) => (isObject(group) && Array.isArray(group.options) ? group.options : [])),
  ].filter(isObject)
}

/** The value an element has before anybody touches it; undefined for elements without one, such as buttons. */
export const initialValue = (element: JsonObject & { type: string }): StateValue | undefined => {
  const shape = shapes[element.type]
  if (!shape) return undefined
  return { type: element.type, [shape.field]: element[shape.initial] ?? (shape.many ? [] : null) } as StateValue
}

/** All stateful elements with their values: `given` where its type still fits, else the initial one. */
export const stateOf = (blocks: readonly Block[], given: StateValues = {}): StateValues => {
  const values: StateValues = {}
  for (const { block_id, action_id, element } of placedElements(blocks)) {
    const initial = initialValue(element)
    if (!initial) continue
    const kept = given[block_id]?.[action_id]
    values[block_id] ??= {}
    values[block_id][action_id] = kept?.type === element.type ? kept : initial
  }
  return values
}

const stillOffered = (placed: Placed, value: StateValue): boolean => {
  const options = offered(placed.element)
  if (options.length === 0) return true
  const chosen = [value.selected_option, ...((value.selected_options as Value[] | undefined) ?? [])].filter(isObject)
  return chosen.every((option) => options.some((one) => one.value === option.value))
}

/**
 * What stays in a view's fields after an update: the values of all elements whose block_id, action_id and type stay,
 * initial ones too (so a new `initial_value` needs a new block_id, as at Slack), unless a chosen option is gone.
 */
export const keptOver = (before: StateValues, blocks: readonly Block[]): StateValues => {
  const kept: StateValues = {}
  for (const placed of placedElements(blocks)) {
    const value = before[placed.block_id]?.[placed.action_id]
    if (!value || value.type !== placed.element.type || !stillOffered(placed, value)) continue
    kept[placed.block_id] = { ...kept[placed.block_id], [placed.action_id]: value }
  }
  return kept
}

/**
 * The state value of an element from a simple one; `suggested` are the options an external select was answered.
 * @throws Error when the element has no such option or cannot hold a value
 */
export const valueFor = (placed: Placed, simple: SimpleValue, suggested: readonly JsonObject[] = []): StateValue => {
  const { element } = placed
  const shape = shapes[element.type]
  if (!shape) throw new Error(`${element.type} ${placed.action_id} holds no value`)
  const choose = (one: Value | JsonObject): JsonObject => {
    if (isObject(one)) return one
    const options = [...offered(element), ...suggested]
    const option = options.find((candidate) => candidate.value === one)
    if (option) return option
    const known = options.map((candidate) => candidate.value).join(', ')
    throw new Error(`${placed.block_id} has no option ${String(one)}; it has: ${known || 'none (suggest first)'}`)
  }
  const list = simple === null || simple === '' ? [] : Array.isArray(simple) ? simple : [simple]
  const takesOptions = shape.field.startsWith('selected_option')
  const chosen = takesOptions ? list.map((one) => choose(one)) : list
  if (shape.many) return { type: element.type, [shape.field]: chosen } as StateValue
  const first = (chosen[0] ?? null) as Value
  const plain = shape.field === 'value' && typeof first === 'number' ? String(first) : first
  return { type: element.type, [shape.field]: plain } as StateValue
}

const isState = (value: unknown): value is Record<string, StateValue> =>
  isObject(value) &&
  Object.values(value).length > 0 &&
  Object.values(value).every((one) => isObject(one) && 'type' in one)

/**
 * State values of a view from simple ones by block id. Those already in Slack's shape pass as they are, and fall out
 * where the view has no such block any more: a browser may be a moment behind.
 * @throws Error naming the block ids there are, when one is not in the view
 */
export const fillIn = (
  blocks: readonly Block[],
  simple: SimpleValues | StateValues,
  suggested: (block_id: string) => readonly JsonObject[] = () => [],
): StateValues => {
  const placed = placedElements(blocks).filter(({ element }) => shapes[element.type])
  const filled: StateValues = {}
  for (const [block_id, value] of Object.entries(simple)) {
    const target = placed.find((one) => one.block_id === block_id)
    if (!target && isState(value)) continue
    if (!target) {
      throw new Error(`no field ${block_id} here; there are: ${placed.map((one) => one.block_id).join(', ')}`)
    }
    filled[block_id] = isState(value)
      ? value
      : { [target.action_id]: valueFor(target, value as SimpleValue, suggested(block_id)) }
  }
  return filled
}
