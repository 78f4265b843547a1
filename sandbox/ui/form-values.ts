import type { Action, Block, Json, StateValue, StateValues } from '../protocol.ts'
import { asElement, asObject, asObjects, asString, asStrings, blockIdOf, type Element } from './slack-json.ts'

/** An element that carries a value, and the block it sits in. */
export type Field = { blockId: string; actionId: string; element: Element; block: Block }

type Shape = { key: string; empty: Json; initial: (element: Element) => Json | undefined }

const words: Shape = { key: 'value', empty: null, initial: (e) => asString(e.initial_value) || undefined }
const option: Shape = { key: 'selected_option', empty: null, initial: (e) => asObject(e.initial_option) as Json }
const options: Shape = { key: 'selected_options', empty: [], initial: (e) => asObjects(e.initial_options) as Json }

function one(key: string, initial: string): Shape {
  return { key, empty: null, initial: (e) => asString(e[initial]) || undefined }
}

function several(key: string, initial: string): Shape {
  return { key, empty: [], initial: (e) => asStrings(e[initial]) }
}

/** Where each element keeps its value in `view.state.values` (Slack reference 2.5). */
const shapes: Record<string, Shape> = {
  plain_text_input: words,
  email_text_input: words,
  url_text_input: words,
  number_input: words,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: {
    key: 'selected_date_time',
    empty: null,
    initial: (e) => (typeof e.initial_date_time === 'number' ? e.initial_date_time : undefined),
  },
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
}

/** Every element of `blocks` that carries a value: in inputs, and the stateful ones of sections and actions. */
export function fieldsOf(blocks: Block[]): Field[] {
  return blocks.flatMap((block, index) =>
    elementsOf(block).flatMap((element) => {
      const actionId = asString(element.action_id)
      return shapes[element.type] ? [{ blockId: blockIdOf(block, index), actionId, element, block }] : []
    }),
  )
}

function elementsOf(block: Block): Element[] {
  const candidates =
    block.type === 'input'
      ? [block.element]
      : block.type === 'section'
        ? [block.accessory]
        : block.type === 'actions' && Array.isArray(block.elements)
          ? block.elements
          : []
  return candidates.flatMap((candidate) => asElement(candidate) ?? [])
}

/** The value an element has before anybody touched it, in Slack's shape: its `initial_*`, or `null` / `[]`. */
export function initialValue(element: Element): StateValue {
  return stateValue(element, shapes[element.type]?.initial(element))
}

/** `value` in the shape that Slack gives an element of this type; nothing and the empty string are `null` or `[]`. */
export function stateValue(element: Element, value: Json | undefined): StateValue {
  const shape = shapes[element.type]
  if (!shape) return { type: element.type }
  return {
    type: element.type,
    [shape.key]: value === undefined || value === null || value === '' ? shape.empty : value,
  }
}

/** What is inside a state value, whichever its key: a string, an option, a list … or `null` when it is empty. */
export function contentOf(value: StateValue | undefined): Json {
  const shape = value && shapes[value.type]
  return (shape && value[shape.key]) ?? shape?.empty ?? null
}

/** True when nothing is filled in or chosen. */
export function isEmpty(value: StateValue | undefined): boolean {
  const content = contentOf(value)
  return content === null || (Array.isArray(content) && content.length === 0)
}

/**
 * The values of a view or message as it stands: what was `held` where block id, action id and type are as before,
 * else the element's initial value. What has gone from the view is let go. A changed `initial_value` under the same ids
 * does not replace what is held (Slack reference 1.1, `block_id`).
 */
export function currentValues(blocks: Block[], held: StateValues = {}): StateValues {
  const values: StateValues = {}
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    const before = held[blockId]?.[actionId]
    const value = before?.type === element.type ? stillOffered(element, before) : initialValue(element)
    values[blockId] = { ...values[blockId], [actionId]: value }
  }
  return values
}

/** A choice that the element offers no more is dropped; sources that the page cannot see keep theirs. */
function stillOffered(element: Element, value: StateValue): StateValue {
  const offered = optionsOf(element)
  if (!offered) return value
  const known = new Set(offered.map((item) => item.value))
  const content = contentOf(value)
  if (Array.isArray(content))
    return stateValue(
      element,
      content.filter((item) => known.has(asObject(item)?.value)),
    )
  return content === null || known.has(asObject(content)?.value) ? value : initialValue(element)
}

function optionsOf(element: Element) {
  if (Array.isArray(element.options)) return asObjects(element.options)
  if (Array.isArray(element.option_groups)) return asObjects(element.option_groups).flatMap((g) => asObjects(g.options))
  return null
}

/** `held` with one value put in. */
export function withValue(held: StateValues, blockId: string, actionId: string, value: StateValue): StateValues {
  return { ...held, [blockId]: { ...held[blockId], [actionId]: value } }
}

/**
 * `block_actions.actions[0]` for an element that was pressed or changed (Slack reference 2.5).
 * For a stateful element `value` is its new state; for an overflow, `{ type, selected_option }`.
 */
export function actionOf(blockId: string, element: Element, value?: StateValue): Action {
  const own: Action = { action_id: asString(element.action_id), block_id: blockId, type: element.type }
  if (element.type === 'button') {
    const button = { ...own, text: element.text }
    if (element.style) Object.assign(button, { style: element.style })
    return element.value === undefined ? button : { ...button, value: asString(element.value) }
  }
  const { type: _type, ...content } = value ?? { type: element.type }
  const plain = Object.fromEntries(Object.entries(content).map(([key, item]) => [key, item]))
  return { ...own, ...plain, ...(element.placeholder ? { placeholder: element.placeholder } : {}) }
}
